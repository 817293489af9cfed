import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { checkWatched, listWatched } from '../../shared/contract/oversight.ts';
import { getRecall } from '../../shared/contract/recalls.ts';
import type { ReferralPreview } from '../../shared/contract/sharing.ts';
import {
  listConsents,
  overrideConsent,
  previewReferral,
  recordConsent,
  withdrawConsent,
} from '../../shared/contract/sharing.ts';
import type { ReferralId, TaskId } from '../../shared/domain/ids.ts';
import { detailsOf } from '../../shared/domain/referral/details.ts';
import { DETAIL_GROUPS } from '../../shared/domain/referral/group.ts';
import { ReferralSubmission } from '../../shared/domain/referral/submission.ts';
import { accept, feedOf, readReferral, readTask, redirected, routed } from './steps.ts';
import { type Early, early, type Violence, violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const SERVICE = 'municipality-zestaponi';
const NEIGHBOUR = 'municipality-baghdati';
const LEAD = 'agency-imereti';
const NATIONAL = 'oversight-national';
const SUPPORT = { 'low-income': 'yes', 'no-home': 'yes' } as const;

const given = () => ({
  ...{ state: 'given' as const, by: 'მარიამ გელაშვილი', language: 'ka' },
  on: world.now().slice(0, 10),
});
const refused = () => ({ state: 'refused' as const, by: 'დედა', on: world.now().slice(0, 10) });

/** A family that needs support, with what it said; the municipality has accepted. */
async function family(consent: Early['consent']) {
  const sent = early(SUPPORT, { consent, narrative: 'ოჯახს საცხოვრებელი არ აქვს.' });
  const { id, asked, task } = await routed(world, sent);
  const taskId = task(asked.find(({ agency }) => agency === SERVICE)?.kind ?? '');
  await accept(world, SERVICE, taskId);
  return { id, taskId, sent };
}
const consentTo = (over: object = {}) => ({
  ...{ from: 'legal-representative', person: 'მარიამ გელაშვილი', purposes: ['family-support'] },
  ...{ recipients: ['municipality' as const], language: 'ka', evidence: 'signed-form' },
  givenOn: world.now().slice(0, 10),
  ...over,
});
const consents = async (who: string, referralId: ReferralId) =>
  (await world.as(who)(listConsents, { path: { referralId } })).body;
const record = (who: string, referralId: ReferralId, body = consentTo()) =>
  world.as(who)(recordConsent, { path: { referralId }, body });
async function withdraw(who: string, referralId: ReferralId, number = 1) {
  const { consents: all } = await consents(who, referralId);
  const ifMatch = all.find((one) => one.number === number)?.version ?? 0;
  const path = { referralId, number };
  return (await world.as(who)(withdrawConsent, { path, body: { from: 'family' }, ifMatch })).body;
}
/** The groups that the answers to the task and to the referral hold, of what was reported. */
async function seenBy(who: string, taskId: TaskId, referralId: ReferralId) {
  const [task, referral] = [
    await readTask(world, who, taskId),
    await readReferral(world, who, referralId).catch(() => undefined),
  ];
  const shown = { ...task.details, ...referral?.details };
  return DETAIL_GROUPS.filter((group) => Object.hasOwn(shown, group));
}

describe('consent as the basis', () => {
  it('opens the family to the municipality', async () => {
    const { id, taskId } = await family(given());
    expect(await seenBy(SERVICE, taskId, id)).toContain('identity');
    const {
      consents: [first],
      resting,
    } = await consents(SCHOOL, id);
    expect(first).toMatchObject({ number: 1, person: 'მარიამ გელაშვილი', state: 'in-force' });
    expect(resting).toEqual([]);
    expect((await consents(SERVICE, id)).resting).toMatchObject([{ missing: false }]);
  });

  it.each([
    ['refused', refused],
    ['not asked', () => ({ state: 'not-asked' as const, reason: 'family-not-reached' })],
  ])('keeps it closed where it was %s, and tells who decides', async (_, said) => {
    const { id, taskId } = await family(said());
    expect(await seenBy(SERVICE, taskId, id)).toEqual([]);
    expect((await consents(SERVICE, id)).resting).toMatchObject([{ missing: true }]);
    await record(SCHOOL, id);
    expect(await seenBy(SERVICE, taskId, id)).toContain('identity');
    expect((await feedOf(world, SERVICE)).at(-1)?.type).toBe('sharing.permitted');
  });

  it('is replaced by best interests where asking would endanger the child', async () => {
    const { id, taskId } = await family({ state: 'not-asked', reason: 'asking-endangers' });
    expect(await seenBy(SERVICE, taskId, id)).toContain('identity');
  });

  it('follows the work: an agency of a kind that nobody consented to sees nothing', async () => {
    const { id, taskId } = await family(given());
    const { offered } = await redirected(world, SERVICE, taskId, 'ngo-zestaponi');
    await accept(world, 'ngo-zestaponi', offered);
    expect(await seenBy('ngo-zestaponi', offered, id)).toEqual([]);
    await record(SCHOOL, id, consentTo({ recipients: ['ngo'] }));
    expect(await seenBy('ngo-zestaponi', offered, id)).toContain('identity');
  });

  it('must come from whoever can give it', async () => {
    const { id } = await family(refused());
    const alone = refusal(record(SCHOOL, id, consentTo({ from: 'child' })));
    expect((await alone).code).toBe('consent-not-valid');
    expect((await refusal(record('police-imereti', id))).status).toBe(404);
  });
});

describe('a withdrawal', () => {
  it('closes it at once, and takes back exactly what was told on it', async () => {
    const { id, taskId } = await family(given());
    await seenBy(SERVICE, taskId, id);
    const { offered } = await redirected(world, SERVICE, taskId, NEIGHBOUR);
    const view = await withdraw(SCHOOL, id);
    expect(view).toMatchObject({ state: 'withdrawn', withdrawn: { recall: 1 }, stays: [] });
    expect(await seenBy(SERVICE, taskId, id)).toEqual([]);
    const path = { referralId: id, number: 1 };
    const { recipients } = (await world.as(NATIONAL)(getRecall, { path })).body;
    expect(recipients.map(({ agency }) => agency)).toEqual([SERVICE, NEIGHBOUR]);
    expect((await readTask(world, NEIGHBOUR, offered)).status).toBe('requested');
    const again = await refusal(withdraw(SCHOOL, id));
    expect(again.code).toBe('consent-withdrawn-already');
  });

  it('says who keeps it and on what basis', async () => {
    const level3: Record<string, 'yes'> = {
      ...{ 'low-income': 'yes', 'no-home': 'yes', disability: 'yes', 'single-parent': 'yes' },
      ...{ 'many-children': 'yes', 'elderly-care': 'yes' },
    };
    const { id, asked, routing } = await routed(world, early(level3, { consent: given() }));
    expect(asked).toContainEqual(expect.objectContaining({ agency: LEAD, role: 'lead' }));
    const plan = routing.tasks.find(({ agency }) => agency === LEAD);
    if (!plan) throw new Error('the guardianship unit was not asked');
    await accept(world, LEAD, plan.task);
    const { stays, withdrawn } = await withdraw(SCHOOL, id);
    expect(stays.map(({ agency, basis }) => [agency, basis.code])).toEqual([
      [LEAD, 'best-interests'],
    ]);
    expect(withdrawn?.recall).toBe(1);
  });

  it('never stops protection: of violence nothing is closed and nothing taken back', async () => {
    const { id, task } = await routed(world, violence());
    const taskId = task('assess-safety');
    await accept(world, LEAD, taskId);
    const before = await seenBy(LEAD, taskId, id);
    await record(LEAD, id);
    const { stays, withdrawn } = await withdraw(LEAD, id);
    expect(withdrawn?.recall).toBeUndefined();
    expect(stays).toContainEqual(
      expect.objectContaining({
        agency: LEAD,
        basis: expect.objectContaining({ code: 'legal-duty' }),
      }),
    );
    expect(await seenBy(LEAD, taskId, id)).toEqual(before);
    expect(before).toContain('narrative');
  });
});

describe('a decision without consent', () => {
  const WORDS = 'დედა საავადმყოფოშია და ვერავინ პოულობს; ბავშვი მეზობელთანაა.';
  const body = {
    ...{ reason: 'family-cannot-be-asked', words: WORDS, purposes: ['family-support'] },
    ...{ recipients: ['municipality' as const], days: 14 },
  };
  const override = (who: string, referralId: ReferralId, over = {}) =>
    world.as(who)(overrideConsent, { path: { referralId }, body: { ...body, ...over } });

  it('opens it for its time, is seen by oversight, and opens nothing that is hidden otherwise', async () => {
    const sent = early(SUPPORT, { consent: refused(), reporter: { mode: 'masked', name: 'ლელა' } });
    const { id, asked, task } = await routed(world, sent);
    const taskId = task(asked[0]?.kind ?? '');
    await accept(world, SERVICE, taskId);
    await override(SERVICE, id);
    const seen = await seenBy(SERVICE, taskId, id);
    expect(seen).toContain('identity');
    expect(seen).not.toContain('reporter');
    const { items } = (
      await world.as(NATIONAL)(listWatched, { path: { list: 'sharing-overrides' } })
    ).body;
    expect(items).toContainEqual(
      expect.objectContaining({ subject: { kind: 'referral', id }, agency: SERVICE }),
    );
    expect((await consents(NATIONAL, id)).overrides).toMatchObject([{ words: WORDS }]);
    const [line] = items.filter(({ subject }) => subject.id === id);
    const call = {
      path: { list: 'sharing-overrides', record: id, number: line?.number ?? 0 },
      body: { finding: 'taken-up' as const },
      ifMatch: line?.version,
    };
    expect((await refusal(world.as(NATIONAL)(checkWatched, call))).status).toBe(404);
    const { body: checked } = await world.as('person-ana-oversight-national')(checkWatched, call);
    expect(checked).toMatchObject({ version: 2, checked: { finding: 'taken-up' } });
    const left = await world.as(NATIONAL)(listWatched, { path: { list: 'sharing-overrides' } });
    expect(left.body.items.map(({ subject }) => subject.id)).not.toContain(id);
    expect(await seenBy(SERVICE, taskId, id)).toContain('identity');
  });

  it('is for a supervisor of the lead, with a reason', async () => {
    const { id } = await family(refused());
    expect((await refusal(override('person-irakli-municipality-zestaponi', id))).status).toBe(404);
    expect((await refusal(override(SCHOOL, id))).status).toBe(404);
    const short = await refusal(override(SERVICE, id, { words: 'საჭიროა' }));
    expect(short.code).toBe('override-reason-short');
  });
});

type Sent = Early | Violence;
type Preview = z.infer<typeof ReferralPreview>;
const preview = async (body: Sent, who = SCHOOL): Promise<Preview> =>
  (await world.as(who)(previewReferral, { body })).body;

describe('the preview', () => {
  const father = { relation: 'father', livesWithChild: 'yes' as const };
  const spread: [string, () => Sent][] = [
    ['violence', () => violence()],
    ['violence with a masked reporter', () => violence({ reporter: { mode: 'masked' } })],
    ['sexual violence', () => violence({ forms: ['sexual'], childsOwnWords: 'მეშინია' })],
    ['a father who lives there', () => violence({ allegedPerpetrators: [father] })],
    [
      'somebody of the police accused',
      () =>
        violence({
          allegedPerpetrators: [{ relation: 'acquaintance', employer: 'police-imereti' }],
        }),
    ],
    ['another child at home', () => violence({ relatedChildren: [{ role: 'at-home' }] })],
    ['danger in a family’s form', () => early({ 'weapon-threat': 'yes' })],
    ['a family that consents', () => early(SUPPORT, { consent: given() })],
    ['a family that refuses', () => early(SUPPORT, { consent: refused() })],
    ['a place nobody knows', () => violence({ child: { whereabouts: { address: 'ბაღთან' } } })],
  ];

  it.each(spread)('says what each agency then sees: %s', async (_, make) => {
    const body = make();
    const said = await preview(body);
    const { routing, id } = await routed(world, body);
    const asked = (tasks: readonly { agency: string; kind: { code: string } }[]) =>
      tasks.map(({ agency, kind }) => `${agency} ${kind.code}`).toSorted();
    const foreseen = said.agencies.flatMap(({ agency, tasks }) =>
      tasks.map(({ kind }) => ({ agency, kind })),
    );
    expect(asked(foreseen)).toEqual(asked(routing.tasks));
    const reported = Object.keys(detailsOf(ReferralSubmission.parse(body)));
    /** Of the other groups there is nothing to show. */
    const within = (groups: readonly string[] = []) =>
      groups.filter((group) => reported.includes(group));
    const groupsOf = (of: string) => said.agencies.find(({ agency }) => agency === of);
    for (const { agency, task } of routing.tasks) {
      const seen = await seenBy(agency, task, id);
      expect([agency, seen]).toEqual([agency, within(groupsOf(agency)?.before.groups)]);
    }
    for (const { agency, task } of routing.tasks) await accept(world, agency, task);
    for (const { agency, task } of routing.tasks) {
      const seen = await seenBy(agency, task, id);
      expect([agency, seen]).toEqual([agency, within(groupsOf(agency)?.after.groups)]);
    }
  });

  it('says which consent is missing, which rule hides it, and what else to know', async () => {
    const [service] = (await preview(early(SUPPORT, { consent: refused() }))).agencies;
    expect(service?.tasks[0]).toMatchObject({
      basis: { code: 'consent' },
      consent: { missing: true, state: { code: 'missing' } },
    });
    expect(service?.after.hidden).toContainEqual({
      group: 'identity',
      closedBy: expect.objectContaining({ rule: 'consent-is-missing' }),
    });
    const masked = await preview(violence({ reporter: { mode: 'masked' } }));
    expect(masked.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['reporter-hidden', 'household-shielded', 'earlier-reports']),
    );
    const closed = masked.agencies[0]?.after.hidden.find(({ group }) => group === 'reporter');
    expect(closed?.closedBy?.rule).toBe('masked-reporter');
  });

  it('keeps nothing, and refuses what would be refused', async () => {
    const before = (await world.table.kept()).length;
    await preview(violence());
    expect((await world.table.kept()).length).toBe(before);
    const adult = refusal(
      preview(violence({ child: { municipality: 'zestaponi', ageYears: 30 } })),
    );
    expect((await adult).code).toBe('adult');
  });
});

describe('time', () => {
  it('ends a consent to the minute it expires', async () => {
    const { id, taskId } = await family(given());
    const [first] = (await consents(SCHOOL, id)).consents;
    const days = Math.ceil((Date.parse(first?.until ?? '') - Date.parse(world.now())) / 86_400_000);
    expect(await seenBy(SERVICE, taskId, id)).toContain('identity');
    await world.advance(`P${days + 1}D`);
    expect(await seenBy(SERVICE, taskId, id)).toEqual([]);
    expect((await consents(SCHOOL, id)).consents).toMatchObject([{ state: 'expired' }]);
  });
});
