import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { Recall } from '../../../shared/domain/recall/recall.ts';
import type { Told } from '../../../shared/domain/recall/told.ts';
import type { RoutedReferral } from '../../../shared/domain/referral/referral.ts';
import {
  type ConsentSaid,
  giversAt,
  recordConsent,
} from '../../../shared/domain/sharing/consent.ts';
import { permittedByForm } from '../../../shared/domain/sharing/form.ts';
import { override } from '../../../shared/domain/sharing/override.ts';
import { SharingConsent } from '../../../shared/domain/sharing/parts.ts';
import {
  isMissing,
  type OnConsent,
  type Permitted,
  restingOnConsent,
} from '../../../shared/domain/sharing/permitted.ts';
import { stays, withdrawConsent } from '../../../shared/domain/sharing/withdraw.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import {
  aCaseId,
  agency,
  anEventId,
  aPrincipal,
  aReferralInProgress,
  aSealed,
  aTask,
  aTaskId,
  georgiaAt,
  LEAD,
  later,
  MUNICIPALITY,
  NOW,
  refusalOf,
  SCHOOL,
} from '../../build.ts';
import { checkedWrites } from '../../memory.ts';

const edition = georgiaAt();
const by = aPrincipal(SCHOOL);
const NEIGHBOUR = agency('municipality-baghdati');
const UNTIL = '2027-11-19T20:00:00.000Z';
const SUPPORT: OnConsent = {
  ...{ purpose: 'family-support', recipient: 'municipality', rule: 'support-with-consent' },
};
const family = (over: Partial<Extract<RoutedReferral, { status: 'in-progress' }>> = {}) =>
  aReferralInProgress({
    ...{ kind: 'early-identification', case: undefined, lead: MUNICIPALITY },
    ...over,
  });
const support = (over: Partial<Task> = {}) =>
  aTask({
    ...{ id: aTaskId(), agency: MUNICIPALITY, case: undefined, track: 'support', role: 'lead' },
    ...{ kind: 'support-family', onConsent: SUPPORT },
    ...over,
  });
const permit = (over: Partial<Permitted> = {}): Permitted => ({
  ...{ by: 'consent', number: 1, until: UNTIL },
  ...{ purposes: ['family-support'], recipients: ['municipality'] },
  ...over,
});
const missingFor = (permitted: readonly Permitted[], tasks: readonly Task[], at = NOW) =>
  restingOnConsent({ kind: 'early-identification', permitted }, tasks)
    .filter((one) => isMissing(one, at))
    .map((one) => one.agency);

describe('who may know only with a consent', () => {
  it.each([
    ['nothing permits it', [], NOW, true],
    ['a consent stands', [permit()], NOW, false],
    ['it has expired to the millisecond', [permit()], UNTIL, true],
    ['it is for another purpose', [permit({ purposes: ['health-care'] })], NOW, true],
    ['it is for another kind of agency', [permit({ recipients: ['ngo'] })], NOW, true],
    ['a supervisor decided', [permit({ by: 'override' })], NOW, false],
  ])('is shut out or let in: %s', (_, permitted, at, missing) => {
    expect(missingFor(permitted, [support()], at)).toEqual(missing ? [MUNICIPALITY] : []);
  });

  it('is nobody with work of another basis beside it, and nobody whose work was cancelled', () => {
    const duty = support({ onConsent: undefined, track: 'safety' });
    expect(missingFor([], [support(), duty])).toEqual([]);
    expect(missingFor([], [support({ status: 'cancelled' })])).toEqual([]);
  });

  it('is nobody once the child is protected', () => {
    const opened = { kind: 'early-identification' as const, case: aCaseId() };
    expect(restingOnConsent(opened, [support()])).toEqual([]);
    expect(restingOnConsent({ kind: 'violence' }, [support()])).toEqual([]);
  });

  it('never widens when a consent is taken away, and not knowing the time is not having it', () => {
    const some = fc.array(
      fc.record({
        by: fc.constantFrom('consent' as const, 'override' as const),
        number: fc.integer({ min: 1, max: 3 }),
        purposes: fc.subarray(['family-support', 'health-care'], { minLength: 1 }),
        recipients: fc.subarray(['municipality' as const, 'ngo' as const], { minLength: 1 }),
        until: fc.constantFrom(NOW, UNTIL, later({ hours: 1 })),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, fc.nat(4), (permitted, out) => {
        const before = missingFor(permitted, [support()]);
        const after = missingFor(permitted.toSpliced(out, 1), [support()]);
        expect(before.every((one) => after.includes(one))).toBe(true);
      }),
    );
    expect(isMissing({ until: UNTIL }, undefined)).toBe(true);
  });
});

describe('what the form permits', () => {
  it('is what the pack says the family was asked, for twelve months', () => {
    const said = { state: 'given' as const, by: 'დედა', on: '2026-11-20', language: 'ka' };
    expect(permittedByForm(said, NOW, edition)).toEqual([permit()]);
  });

  it('is nothing where the family refused or was not reached', () => {
    const refused = { state: 'refused' as const, by: 'დედა', on: '2026-11-20' };
    expect(permittedByForm(refused, NOW, edition)).toEqual([]);
    const unreached = { state: 'not-asked' as const, reason: 'family-not-reached' };
    expect(permittedByForm(unreached, NOW, edition)).toEqual([]);
  });

  it('is the best interests of the child, for three months, where asking would endanger it', () => {
    const quiet = { state: 'not-asked' as const, reason: 'asking-endangers' };
    expect(permittedByForm(quiet, NOW, edition)).toMatchObject([
      { by: 'not-asked', until: '2027-02-19T20:00:00.000Z' },
    ]);
  });
});

const SAID: ConsentSaid = {
  ...{ from: 'legal-representative', purposes: ['family-support'], recipients: ['municipality'] },
  ...{ language: 'ka', givenOn: '2026-11-20', evidence: 'signed-form' },
};
const recording = (
  said: Partial<ConsentSaid> = {},
  over: Partial<Parameters<typeof recordConsent>[0]> = {},
) =>
  recordConsent(
    {
      ...{ referral: family(), tasks: [support()], by, at: NOW, event: anEventId() },
      ...{ said: { ...SAID, ...said }, earlier: [], ageYears: 9, sealed: aSealed() },
      ...over,
    },
    edition,
  );
const referralIn = ({ kept }: Decision) =>
  kept.find((one): one is RoutedReferral => one.what === 'referral');

describe('a consent on record', () => {
  it('opens what rests on it, and tells whom it opens it to', () => {
    const decision = recording();
    expect(referralIn(decision)).toMatchObject({
      permitted: [permit()],
      version: family().version + 1,
    });
    expect(SharingConsent.parse(decision.kept[1])).toMatchObject({ number: 1, until: UNTIL });
    expect(decision.events).toMatchObject([{ type: 'sharing.permitted', to: [MUNICIPALITY] }]);
  });

  it('ends sooner where the family said so, and later never', () => {
    const soon = later({ hours: 48 });
    expect(referralIn(recording({ until: soon }))?.permitted?.[0]?.until).toBe(soon);
    const never = recording({ until: '2040-01-01T00:00:00.000Z' });
    expect(referralIn(never)?.permitted?.[0]?.until).toBe(UNTIL);
  });

  it.each<[string, Partial<ConsentSaid>, object, string]>([
    ['from the child alone, too young', { from: 'child' }, {}, 'consent-not-valid'],
    [
      'from the child alone, age unknown',
      { from: 'child' },
      { ageYears: undefined },
      'consent-not-valid',
    ],
    ['from the parent alone, of an adolescent', {}, { ageYears: 16 }, 'consent-not-valid'],
    ['given in the future', { givenOn: '2026-11-21' }, {}, 'in-the-future'],
    ['already expired', { givenOn: '2025-11-20' }, {}, 'consent-expired'],
    ['for a purpose nobody knows', { purposes: ['gossip'] }, {}, 'unknown-code'],
    ['evidenced by nothing', { evidence: 'rumour' }, {}, 'unknown-code'],
  ])('is refused %s', (_, said, over, code) => {
    expect(refusalOf(() => recording(said, over)).code).toBe(code);
  });

  it('needs the child from the age of the pack on', () => {
    expect(giversAt(15, edition)).toContain('legal-representative');
    expect(giversAt(16, edition)).toEqual(['child', 'both']);
    expect(giversAt(undefined, edition)).toEqual(giversAt(0, edition));
  });
});

describe('a decision without consent', () => {
  const WORDS = 'დედა საავადმყოფოშია და ვერავინ პოულობს; ბავშვი მარტოა.';
  const overriding = (over: Partial<Parameters<typeof override>[0]> = {}) =>
    override(
      {
        ...{ referral: family(), tasks: [support()], by, at: NOW, event: anEventId() },
        ...{ reason: 'family-cannot-be-asked', words: WORDS, days: 14, earlier: [] },
        ...{ purposes: ['family-support'], recipients: ['municipality'], sealed: aSealed() },
        ...over,
      },
      edition,
    );

  it('opens it for a time, and stands where oversight sees it', () => {
    const decision = overriding();
    const until = later({ hours: 14 * 24 });
    expect(referralIn(decision)?.permitted).toEqual([permit({ by: 'override', until })]);
    expect(decision.kept[1]).toMatchObject({ watched: 'sharing-overrides', deadline: until });
    expect(decision.events).toMatchObject([{ type: 'sharing.overridden' }]);
  });

  it.each([
    ['without a reason worth the name', { words: 'საჭიროა' }, 'override-reason-short'],
    ['for longer than the pack allows', { days: 31 }, 'override-too-long'],
    ['for a reason nobody knows', { reason: 'because' }, 'unknown-code'],
  ])('is refused %s', (_, over, code) => {
    expect(refusalOf(() => overriding(over)).code).toBe(code);
  });

  it('keeps its words out of everything that is not sealed', () => {
    expect(JSON.stringify(overriding())).not.toContain('საავადმყოფოშია');
  });
});

describe('a consent withdrawn', () => {
  const consent = (over: Partial<SharingConsent> = {}): SharingConsent => ({
    ...SharingConsent.parse(recording().kept[1]),
    ...over,
  });
  const told = (of: Told['agency'], over: Partial<Told> = {}): Told => ({
    ...{ agency: of, toldSince: NOW, toldBy: ['asked', 'read'], shown: ['identity'] },
    ...over,
  });
  const assess = support({ agency: LEAD, onConsent: undefined, track: 'safety' });
  const withdrawing = (over: Partial<Parameters<typeof withdrawConsent>[0]> = {}) => {
    const tasks = [support(), assess];
    return withdrawConsent(
      {
        ...{ referral: family({ permitted: [permit()] }), tasks, by, at: NOW },
        ...{ event: anEventId(), recallEvent: anEventId(), consent: consent(), from: 'family' },
        ...{ told: [told(MUNICIPALITY), told(LEAD), told(SCHOOL, { toldBy: ['read'] })] },
        ...{ recalls: [], work: tasks },
        ...over,
      },
      edition,
    );
  };
  const recalledFrom = ({ kept }: Decision) =>
    kept
      .filter(({ what }) => what === 'recall')
      .flatMap((one) => Recall.parse(one).recipients.map((line) => line.agency));

  it('closes it at once and takes back what was told on it, in one decision', () => {
    const decision = withdrawing();
    expect(referralIn(decision)).toMatchObject({ permitted: [], openRecalls: 1 });
    expect(recalledFrom(decision)).toEqual([MUNICIPALITY]);
    expect(decision.events.map(({ type }) => type)).toEqual(['sharing.withdrawn', 'recall.made']);
    expect(decision.kept[1]).toMatchObject({ withdrawn: { by: 'family', recall: 1 }, version: 2 });
    expect(checkedWrites(decision).length).toBeLessThanOrEqual(100);
  });

  it('takes nothing back from whoever may know by another consent or decision', () => {
    const also = permit({ by: 'override', number: 1 });
    expect(
      recalledFrom(withdrawing({ referral: family({ permitted: [permit(), also] }) })),
    ).toEqual([]);
  });

  it('reaches whoever was told before it expired, and nobody it never covered', () => {
    const expired = family({ permitted: [permit({ until: NOW })] });
    expect(recalledFrom(withdrawing({ referral: expired }))).toEqual([MUNICIPALITY]);
    const other = consent({ recipients: ['ngo'] });
    expect(recalledFrom(withdrawing({ consent: other }))).toEqual([]);
  });

  it('reaches an agency whose work has ended', () => {
    const ended = support({ agency: NEIGHBOUR, status: 'rejected' });
    const decision = withdrawing({
      work: [support(), assess, ended],
      told: [told(MUNICIPALITY), told(NEIGHBOUR)],
    });
    expect(recalledFrom(decision)).toEqual([MUNICIPALITY, NEIGHBOUR]);
  });

  it('stops no protection: nothing is taken back of a case, and it says on what duty all stays', () => {
    const referral = aReferralInProgress({ permitted: [permit()] });
    const decision = withdrawing({ referral });
    expect(recalledFrom(decision)).toEqual([]);
    expect(decision.kept.map(({ what }) => what)).toEqual(['referral', 'sharing-consent']);
    const work = [support(), assess];
    const shared = { referral, work, told: [told(MUNICIPALITY), told(LEAD)] };
    expect(stays(shared, [], edition)).toEqual([
      { agency: MUNICIPALITY, basis: 'legal-duty', law: 'decree-437' },
      { agency: LEAD, basis: 'legal-duty', law: 'decree-437' },
    ]);
  });

  it('says who keeps it in an early identification, and names nobody who referred', () => {
    const shared = { referral: family(), work: [support(), assess] };
    const all = [told(MUNICIPALITY), told(LEAD), told(SCHOOL, { toldBy: ['read'] })];
    expect(stays({ ...shared, told: all }, [MUNICIPALITY], edition)).toEqual([
      { agency: LEAD, basis: 'best-interests', law: 'child-rights-code' },
    ]);
  });

  it('happens once', () => {
    const before = withdrawing().kept.find(({ what }) => what === 'sharing-consent');
    const again = () => withdrawing({ consent: SharingConsent.parse(before) });
    expect(refusalOf(again).code).toBe('consent-withdrawn-already');
  });
});
