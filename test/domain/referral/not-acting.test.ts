import { describe, expect, it } from 'vitest';
import { lookAgain, offerAgain } from '../../../shared/domain/referral/look-again.ts';
import { closedAs, comesBack, comesBackUntil } from '../../../shared/domain/referral/not-acting.ts';
import {
  aClock,
  anEarlySubmission,
  anEventId,
  answers,
  aReferralInProgress,
  aTaskId,
  georgiaAt,
  later,
  MUNICIPALITY,
  NOW,
  refusalOf,
} from '../../build.ts';
import { routed } from '../../memory.ts';

const edition = georgiaAt();
const contact = { at: NOW, how: 'phone' };
const excepted = [{ stages: ['outcome'] }] as never;
const closing = (words: Partial<Parameters<typeof closedAs>[0]>, exceptions = [] as never) =>
  closedAs({ reason: 'not-founded', explained: true, contact, ...words }, exceptions, edition, NOW);

describe('a decision not to act', () => {
  it.each(['no-need-found', 'not-founded'])('for %s is kept as such', (reason) => {
    expect(closing({ reason })).toEqual({ closedAs: reason, notActed: true, contact });
  });

  it('needs its reason in words, and the referrer spoken with or lawfully excepted', () => {
    expect(refusalOf(() => closing({ explained: false })).code).toBe('not-acting-unexplained');
    expect(refusalOf(() => closing({ contact: undefined })).code).toBe('referrer-not-contacted');
    expect(closing({ contact: undefined }, excepted)).toMatchObject({ notActed: true });
  });

  it('is not what helped', () => {
    const words = { reason: 'help-given', explained: false, contact: undefined };
    expect(closing(words)).toEqual({ closedAs: 'help-given' });
  });

  it('is in codes of the lists, and of a contact that has been', () => {
    expect(refusalOf(() => closing({ reason: 'enough' })).code).toBe('unknown-code');
    const dove = { contact: { at: NOW, how: 'dove' } };
    expect(refusalOf(() => closing(dove)).hindrances).toMatchObject([{ pointer: '/contact/how' }]);
    const soon = { contact: { at: later({ hours: 1 }), how: 'phone' } };
    expect(refusalOf(() => closing(soon)).code).toBe('in-the-future');
  });

  it.each([
    [365, true],
    [366, false],
  ])('comes back with a report after %i days: %s', (days, back) => {
    const closed = { notActed: true as const, closedAt: NOW };
    expect(comesBack(closed, later({ hours: 24 * days }), edition)).toBe(back);
  });

  it('alone comes back', () => {
    expect(comesBackUntil({ notActed: true, closedAt: NOW }, edition)).toBe('2027-11-20');
    expect(comesBackUntil({ notActed: undefined, closedAt: NOW }, edition)).toBeUndefined();
    expect(comesBack({ notActed: undefined, closedAt: NOW }, NOW, edition)).toBe(false);
  });
});

describe('a family that declined', () => {
  const early = aReferralInProgress({
    kind: 'early-identification',
    case: undefined,
    lead: MUNICIPALITY,
  });
  const none = { clocks: [], at: NOW };

  it.each([
    { consent: 'refused' },
    { feedback: 'outcome-support-declined' },
    { takenUp: 'no' },
    { takenUp: 'later' },
    { closure: 'support-declined' },
  ])('is looked at again: %o', (declined) => {
    const clock = lookAgain(early, declined, none, edition);
    expect(clock).toMatchObject({ name: 'look-again', holder: MUNICIPALITY, version: 1 });
  });

  it.each([
    { consent: 'given' },
    { feedback: 'outcome-protected' },
    { takenUp: 'yes' },
    { closure: 'help-given' },
    {},
  ])('is not one that did not: %o', (accepted) => {
    expect(lookAgain(early, accepted, none, edition)).toBeUndefined();
  });

  it('is no child in danger: protection asks nobody', () => {
    expect(lookAgain(aReferralInProgress(), { takenUp: 'no' }, none, edition)).toBeUndefined();
    const inDanger = { ...early, case: aReferralInProgress().case };
    expect(lookAgain(inDanger, { takenUp: 'no' }, none, edition)).toBeUndefined();
  });

  it('is waited for once, and again after that', () => {
    const subject = { kind: 'referral' as const, id: early.id };
    const running = aClock('look-again', { subject, urgency: 'routine' });
    const again = (clocks: readonly (typeof running)[]) =>
      lookAgain(early, { takenUp: 'no' }, { clocks, at: NOW }, edition);
    expect(again([running])).toBeUndefined();
    expect(again([{ ...running, version: 3, endedAt: NOW }])).toMatchObject({ version: 4 });
  });

  it('comes back to the lead as work', () => {
    const subject = { kind: 'referral' as const, id: early.id };
    const clock = aClock('look-again', { subject, urgency: 'routine' });
    const ids = { task: aTaskId(), event: anEventId() };
    const { kept, events } = offerAgain(clock, early, clock.dueAt, ids, edition);
    expect(kept[0]).toMatchObject({ name: 'look-again', endedAt: clock.dueAt, version: 2 });
    expect(kept[1]).toMatchObject({ kind: 'offer-support-again', agency: MUNICIPALITY });
    expect(events).toMatchObject([{ type: 'task.requested', to: [MUNICIPALITY] }]);
  });
});

describe('the family’s consent', () => {
  const needy = (consent: Parameters<typeof anEarlySubmission>[0] = {}) =>
    routed(anEarlySubmission({ indicators: answers(['low-income', 'isolated']), ...consent }));

  it('refused starts the time until it is looked at again', () => {
    const refused = { state: 'refused' as const, by: 'დედა', on: '2026-11-19' };
    const { memory } = needy({ consent: refused });
    expect(memory.clocksOf(memory.referral).map(({ name }) => name)).toContain('look-again');
    const given = needy().memory;
    expect(given.clocksOf(given.referral).map(({ name }) => name)).not.toContain('look-again');
  });

  it('that could not be asked for without danger keeps the worker away from the family first', () => {
    const quiet = { state: 'not-asked' as const, reason: 'asking-endangers' };
    const { assignments } = needy({ consent: quiet });
    expect(assignments).toHaveLength(1);
    expect(assignments[0]).toMatchObject({ kind: 'support-family', role: 'lead' });
    expect(assignments[0]?.instructions).toContain('do-not-contact-family-first');
    expect(assignments[0]?.instructions).not.toContain('visit-with-consent');
  });
});

it('one early identification names all the children of the family', () => {
  const relatedChildren = [{ givenName: 'ლუკა', ageYears: 4, role: 'at-home' as const }];
  expect(anEarlySubmission({ relatedChildren }).relatedChildren).toHaveLength(1);
});
