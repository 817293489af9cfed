import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNews } from '../../shared/contract/additions.ts';
import { getCase } from '../../shared/contract/cases.ts';
import {
  explainRouting,
  referralTimeline,
  submitReferral,
} from '../../shared/contract/referrals.ts';
import { joinCase, recordTelling, undoJoining } from '../../shared/contract/same-child.ts';
import type { CaseId, ReferralId, TaskId } from '../../shared/domain/ids.ts';
import { accept, feedOf, readReferral, readTask, routed } from './steps.ts';
import { calmViolence, early, type Violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const CLINIC = 'clinic-kutaisi';
const LEAD = 'agency-imereti';
const TBILISI = 'agency-tbilisi';

/** Every test has a child of its own. */
let born = 0;
const aChild = () => {
  born += 1;
  const birthDate = `2014-01-${String(born).padStart(2, '0')}`;
  return {
    georgian: { givenName: 'ნინო', familyName: 'ჭყონია', birthDate, municipality: 'zestaponi' },
    latin: { givenName: "CH'QONIA", familyName: 'nino', birthDate, municipality: 'zestaponi' },
  };
};
const about = (child: Violence['child'], changes: Partial<Violence> = {}): Violence =>
  calmViolence({ child, ...changes });

const caseOf = async (id: ReferralId, via = LEAD): Promise<CaseId> => {
  const { case: opened } = await readReferral(world, via, id);
  if (!opened) throw new Error('no case');
  return opened;
};
const seeCase = async (caseId: CaseId, as = LEAD) =>
  (await world.as(as)(getCase, { path: { caseId } })).body;
const questionIn = async (caseId: CaseId, as = LEAD) =>
  (await seeCase(caseId, as)).tasks.find(({ kind }) => kind.code === 'confirm-same-child');

/** A child reported twice: first in Georgian by the school, then in Latin letters by somebody else. */
async function reportedTwice({ by = SCHOOL, second = {} as Partial<Violence['child']> } = {}) {
  const child = aChild();
  const first = await routed(world, about(child.georgian));
  const again = await routed(world, about({ ...child.latin, ...second }), { from: by });
  return { child, first, again };
}

describe('a child that is reported again', () => {
  it('is found in either script; the lead is asked, and sees how the earlier report stands', async () => {
    const { first, again } = await reportedTwice();
    const opened = await caseOf(again.id);
    expect(await questionIn(opened)).toMatchObject({ agency: LEAD, urgency: 'high' });
    const shown = await readReferral(world, LEAD, again.id);
    expect(shown).toMatchObject({ repeats: 1, earlier: [{ id: first.id, lead: LEAD }] });
    expect(shown.earlier?.[0]).toMatchObject({ case: await caseOf(first.id), kind: 'violence' });
    expect((await seeCase(opened)).repeats).toBe(1);
    expect((await seeCase(await caseOf(first.id))).repeats).toBe(1);
    const told = (await feedOf(world, LEAD)).filter(({ type }) => type === 'child.reported-again');
    expect(told.map(({ subject }) => subject.id)).toEqual(
      expect.arrayContaining([opened, await caseOf(first.id)]),
    );
  });

  it('is found by its personal number alone', async () => {
    const personalNumber = '01234567890';
    await routed(world, about({ personalNumber, municipality: 'zestaponi' }));
    const again = await routed(world, about({ personalNumber, municipality: 'kutaisi' }));
    expect(await questionIn(await caseOf(again.id))).toBeDefined();
  });

  it('is not taken for another: by a name without a date, or a name and an age', async () => {
    const name = { givenName: 'ლუკა', familyName: 'კვაჭაძე', municipality: 'zestaponi' };
    for (const child of [name, name, { ...name, ageYears: 9 }, { ...name, ageYears: 9 }]) {
      const { id } = await routed(world, about(child));
      expect(await questionIn(await caseOf(id))).toBeUndefined();
      expect((await readReferral(world, LEAD, id)).earlier).toBeUndefined();
    }
  });

  it('is urgent when it is the second report within 90 days', async () => {
    const child = aChild();
    const first = await routed(world, about(child.georgian));
    const urgency = ({ asked }: typeof first) =>
      asked.find(({ kind }) => kind === 'assess-safety')?.urgency;
    expect(urgency(first)).toBe('high');
    expect(urgency(await routed(world, about(child.latin)))).toBe('urgent');
  });

  it('is urgent when a second agency reports it, however long after within the year', async () => {
    const { again } = await reportedTwice({ by: CLINIC });
    expect(again.asked.find(({ kind }) => kind === 'assess-safety')?.urgency).toBe('urgent');
  });

  it('is the same for the referrer: in the receipt, the routing, the work and the timeline', async () => {
    const child = aChild();
    const send = async (body: Violence) => {
      const calls = () =>
        world.hub.stores
          .calls()
          .filter(({ functionName }) => /referrals/i.test(functionName))
          .reduce((sum, { count }) => sum + count, 0);
      const before = calls();
      const { body: receipt, status } = await world.as(SCHOOL)(submitReferral, { body });
      const made = calls() - before;
      await world.hub.idle();
      return { receipt, status, made };
    };
    await send(about(aChild().georgian));
    const first = await send(about(child.georgian));
    const again = await send(about(child.latin));
    expect(first.made).toBeGreaterThan(0);
    expect(again.made).toBe(first.made);
    expect(again.status).toBe(first.status);
    expect(Object.keys(again.receipt)).toEqual(Object.keys(first.receipt));
    expect(again.receipt.nextSteps).toEqual(first.receipt.nextSteps);

    const shown = await readReferral(world, SCHOOL, again.receipt.id);
    expect(shown.earlier).toBeUndefined();
    expect(shown.repeats).toBeUndefined();
    const path = { referralId: again.receipt.id };
    const { body: routing } = await world.as(SCHOOL)(explainRouting, { path });
    const { body: timeline } = await world.as(SCHOOL)(referralTimeline, { path });
    const read = JSON.stringify([shown, routing, timeline]);
    expect(read).not.toMatch(/same-child|reported-again|second|earlier/);
    const { body: whole } = await world.as(LEAD)(explainRouting, { path });
    expect(JSON.stringify(whole)).toContain('lead-reported-again');
  });

  it('is found by exactly one of two reports that are routed at the same moment', async () => {
    const child = aChild();
    const bodies = [about(child.georgian), about(child.latin), about(child.georgian)];
    const sent = await Promise.all(
      bodies.map((body) => world.as(SCHOOL)(submitReferral, { body })),
    );
    await world.hub.idle();
    const earlier = await Promise.all(
      sent.map(async ({ body }) => (await readReferral(world, LEAD, body.id)).earlier?.length ?? 0),
    );
    expect(earlier.toSorted()).toEqual([0, 1, 2]);
  });

  it('is kept by keyed hashes only', async () => {
    const { child } = await reportedTwice();
    const rows = (await world.table.rows()).filter(({ pk }) => String(pk).startsWith('CHILD#'));
    expect(rows.length).toBeGreaterThan(2);
    const text = JSON.stringify(rows);
    for (const told of [
      child.georgian.birthDate,
      child.georgian.familyName,
      'chkonia',
      '01234567890',
    ])
      expect(text).not.toContain(told);
  });

  it('is found when its name comes only with later news', async () => {
    const child = aChild();
    const first = await routed(world, about(child.georgian));
    const { id } = await routed(world, about({ municipality: 'zestaponi' }));
    const path = { referralId: id };
    const { municipality: _, ...identity } = child.latin;
    const narrative = 'ვინაობა დავაზუსტეთ.';
    const body = { narrative, child: identity, toldBefore: ['ბებია'] };
    await world.as(SCHOOL)(addNews, { path, body });
    await world.hub.idle();
    expect((await readReferral(world, LEAD, id)).earlier).toMatchObject([{ id: first.id }]);
    const opened = await seeCase(await caseOf(id));
    expect(opened.timesToldCount).toBe(1);
    const work = opened.tasks.find(({ kind }) => kind.code === 'assess-safety');
    expect(work?.urgency).toBe('urgent');
  });

  it('is asked about in early identification as well', async () => {
    const child = aChild();
    await routed(world, early({}, { child: child.georgian }));
    const again = await routed(world, early({}, { child: child.latin }));
    const shown = await readReferral(world, 'municipality-zestaponi', again.id);
    expect(shown.work.map(({ kind }) => kind.code)).toContain('confirm-same-child');
    expect(shown.earlier).toHaveLength(1);
  });
});

const joined = async (
  caseId: CaseId,
  body: { case?: CaseId; referral?: ReferralId; same?: 'yes' | 'no' },
  as = LEAD,
) => {
  const { case: other, referral, same = 'yes' } = body;
  const named = other ? { case: other } : { referral: referral as ReferralId };
  const call = { path: { caseId }, body: { ...named, same, reason: 'ვნახე ორივე ჩანაწერი.' } };
  return (await world.as(as)(joinCase, call)).body;
};

describe('one child', () => {
  it('goes on in the older case, with the tasks and histories of both, and can be parted again', async () => {
    const { first, again } = await reportedTwice();
    const [older, younger] = [await caseOf(first.id), await caseOf(again.id)];
    await accept(world, LEAD, again.task('assess-safety'));
    await accept(world, LEAD, first.task('assess-safety'));
    const before = { older: await seeCase(older), younger: await seeCase(younger) };
    const answer = await joined(younger, { referral: first.id });
    expect(answer).toMatchObject({ of: older, same: 'yes', case: younger, referral: again.id });

    const whole = await seeCase(older);
    expect(whole).toMatchObject({ joined: [younger], referrals: [first.id, again.id] });
    expect((await seeCase(younger)).joinedTo).toBe(older);
    const question = await questionIn(younger);
    expect(question?.status.code).toBe('completed');
    const deadlines = (tasks: typeof whole.tasks) =>
      Object.fromEntries(tasks.map(({ id, deadline }) => [id, deadline]));
    expect(deadlines(whole.tasks)).toMatchObject(deadlines(before.older.tasks));
    const others = before.younger.tasks.filter(({ id }) => id !== question?.id);
    expect(deadlines(whole.tasks)).toMatchObject(deadlines(others));

    const path = { caseId: older, number: answer.number };
    const body = { reason: 'ბიძაშვილები არიან.' };
    const parted = await world.as(LEAD)(undoJoining, { path, body });
    expect(parted.body).toMatchObject({ undoing: body.reason, reason: 'ვნახე ორივე ჩანაწერი.' });
    expect((await seeCase(older)).joined).toBeUndefined();
    expect((await seeCase(younger)).joinedTo).toBeUndefined();
    expect((await seeCase(older)).tasks).toHaveLength(before.older.tasks.length);
    const twice = world.as(LEAD)(undoJoining, { path, body });
    expect(await refusal(twice)).toMatchObject({ status: 409, code: 'already-undone' });
    await joined(younger, { case: older });
    const again2 = joined(younger, { case: older });
    expect(await refusal(again2)).toMatchObject({ status: 409, code: 'already-joined' });
  });

  it('has one lead in the end: the older case’s unit is asked, both see both until it accepts', async () => {
    const { first, again } = await reportedTwice({ second: { municipality: 'tbilisi' } });
    const [older, younger] = [await caseOf(first.id), await caseOf(again.id, TBILISI)];
    expect(await refusal(seeCase(older, TBILISI))).toMatchObject({ status: 404 });
    await accept(world, TBILISI, again.task('assess-safety'));
    await accept(world, LEAD, first.task('assess-safety'));
    const answer = await joined(younger, { case: older }, TBILISI);
    expect(answer).toMatchObject({ of: older, case: younger });

    expect((await seeCase(older, TBILISI)).joined).toEqual([younger]);
    const seen = await readReferral(world, LEAD, again.id);
    expect(seen).toMatchObject({ shownBy: 'lead-of-joined-case', lead: TBILISI });
    expect(seen.details.identity?.familyName).toBe('nino');
    const offer = (await seeCase(younger, LEAD)).tasks.find(
      ({ kind }) => kind.code === 'take-over-joined-case',
    );
    expect(offer).toMatchObject({ agency: LEAD, case: younger });
    await accept(world, LEAD, offer?.id as TaskId);
    expect((await seeCase(younger)).lead).toBe(LEAD);

    const path = { caseId: older, number: answer.number };
    await world.as(LEAD)(undoJoining, { path, body: { reason: 'სხვა ბავშვია.' } });
    await world.hub.idle();
    const back = (await seeCase(younger, LEAD)).tasks.filter(
      ({ kind, agency }) => kind.code === 'take-over-joined-case' && agency === TBILISI,
    );
    expect(back).toHaveLength(1);
    await accept(world, TBILISI, back[0]?.id as TaskId);
    expect((await seeCase(younger, TBILISI)).lead).toBe(TBILISI);
    expect(await refusal(seeCase(older, TBILISI))).toMatchObject({ status: 404 });
  });

  it('is not joined by a guess: a case no hit has named stays closed to others', async () => {
    const one = await routed(world, about(aChild().georgian));
    const other = await routed(world, about({ ...aChild().georgian, municipality: 'tbilisi' }));
    const guess = joined(await caseOf(one.id), { referral: other.id });
    expect(await refusal(guess)).toMatchObject({ status: 404 });
    const { again } = await reportedTwice();
    const mine = await caseOf(again.id);
    for (const stranger of [SCHOOL, 'police-imereti', TBILISI])
      expect(await refusal(joined(mine, { referral: one.id }, stranger))).toMatchObject({
        status: 404,
      });
  });
});

describe('two children', () => {
  it('are told apart with a reason, and the same pair is not asked about again', async () => {
    const { child, first, again } = await reportedTwice();
    const opened = await caseOf(again.id);
    await joined(opened, { referral: first.id, same: 'no' });
    const shown = await seeCase(opened);
    expect(shown.joinings).toMatchObject([{ same: 'no', reason: 'ვნახე ორივე ჩანაწერი.' }]);
    expect((await questionIn(opened))?.status.code).toBe('completed');
    expect((await readTask(world, LEAD, (await questionIn(opened))?.id as TaskId)).outcome).toBe(
      'not-same-child',
    );
    const third = await routed(world, about(child.latin));
    const asked = (await readReferral(world, LEAD, third.id)).earlier?.map(({ id }) => id);
    expect(asked?.toSorted()).toEqual([first.id, again.id].toSorted());
    const both = await caseOf(third.id);
    await joined(both, { referral: first.id, same: 'no' });
    expect((await questionIn(both))?.status.code).toBe('requested');
    await joined(both, { case: opened });
    expect((await questionIn(both))?.status.code).toBe('completed');
  });
});

describe('how often the child has told', () => {
  it('is the highest stated number and every telling since, for the lead and the centre alone', async () => {
    const { id, task } = await routed(
      world,
      about(aChild().georgian, { toldBefore: ['დამრიგებელი', 'ბებია'], forms: ['sexual'] }),
    );
    await accept(world, LEAD, task('assess-safety'));
    await accept(world, 'police-imereti', task('register-report'));
    const caseId = await caseOf(id);
    expect((await seeCase(caseId)).timesToldCount).toBe(2);
    const path = { caseId };
    const body = { to: CLINIC, at: world.now(), why: 'own-accord', note: 'გასინჯვისას თქვა.' };
    const told = await world.as('police-imereti')(recordTelling, { path, body });
    expect(told.body).toMatchObject({ number: 1, to: { code: CLINIC } });
    const shown = await seeCase(caseId);
    expect(shown.timesToldCount).toBe(3);
    expect(shown.tellings).toMatchObject([
      { note: 'გასინჯვისას თქვა.', why: { code: 'own-accord' } },
    ]);
    const police = await seeCase(caseId, 'police-imereti');
    expect(police.timesToldCount).toBeUndefined();
    const refused = async (wrong: object) =>
      (await refusal(world.as(LEAD)(recordTelling, { path, body: { ...body, ...wrong } }))).code;
    expect(await refused({ at: '2099-01-01T00:00:00Z' })).toBe('in-the-future');
    expect(await refused({ why: 'gossip' })).toBe('unknown-code');
    expect(await refused({ to: 'nobody-at-all' })).toBe('unknown-agency');
    const stranger = world.as(SCHOOL)(recordTelling, { path, body });
    expect(await refusal(stranger)).toMatchObject({ status: 404 });
  });
});
