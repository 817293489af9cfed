import { describe, expect, it } from 'vitest';
import type { ClockName } from '../../../shared/domain/clock/definition.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { acknowledge, routedOnly, sendFeedback } from '../../../shared/domain/referral/feedback.ts';
import type { Feedback, RoutedReferral } from '../../../shared/domain/referral/referral.ts';
import {
  aClock,
  aFeedback,
  anEventId,
  aReferral,
  aReferralInProgress,
  georgiaAt,
  LEAD,
  later,
  NOW,
  refusalOf,
  SCHOOL,
} from '../../build.ts';

const edition = georgiaAt();
const clockOf = (name: ClockName, referral: RoutedReferral, holder = LEAD) =>
  aClock(name, { subject: { kind: 'referral', id: referral.id }, referral: referral.id, holder });
const referral = aReferralInProgress();
const running = (['first-feedback', 'outcome-feedback'] as const).map((name) =>
  clockOf(name, referral),
);
const by = { sub: 's', agency: LEAD };

const send = (code: string, over: Partial<Parameters<typeof sendFeedback>[0]> = {}) =>
  sendFeedback(
    {
      referral,
      code,
      clocks: running,
      by,
      at: NOW,
      event: anEventId(),
      sealed: undefined,
      ...over,
    },
    edition,
  );
const clocks = ({ kept }: Decision) => kept.flatMap((one) => (one.what === 'clock' ? [one] : []));
const ended = (decision: Decision) =>
  clocks(decision).flatMap(({ name, endedAt }) => (endedAt ? [name] : []));

describe('feedback', () => {
  it('of who acts ends the wait for the first answer only', () => {
    const decision = send('acting');
    expect(ended(decision)).toEqual(['first-feedback']);
    expect(decision.kept).toMatchObject([
      { what: 'referral', feedbacks: 1, version: 4 },
      { what: 'feedback', number: 1, stage: 'first', from: LEAD, version: 1 },
      {},
      {},
    ]);
  });

  it('of the outcome ends both waits', () => {
    expect(ended(send('outcome-protected'))).toEqual(['first-feedback', 'outcome-feedback']);
  });

  it('ends no clock a second time', () => {
    const told = running.map((clock) => ({ ...clock, endedAt: NOW }));
    expect(ended(send('outcome-protected', { clocks: told }))).toEqual([]);
  });

  it('is told to the referrer in ids and codes', () => {
    const sealed = { key: new Uint8Array([5]), groups: {} };
    const { kept, events } = send('acting', { sealed });
    expect(kept[1]).toMatchObject({ sealed });
    expect(events).toMatchObject([
      { type: 'feedback.sent', to: [SCHOOL], codes: { code: 'acting', number: '1' }, version: 4 },
    ]);
  });

  it('begins the referrer’s time to acknowledge', () => {
    const waiting = clocks(send('acting')).find(({ name }) => name === 'acknowledgement');
    expect(waiting).toMatchObject({ holder: SCHOOL, startedAt: NOW, version: 1, fired: 0 });
  });

  it('sent while an earlier one waits leaves that clock alone', () => {
    const waiting = clockOf('acknowledgement', referral, SCHOOL);
    const decision = send('outcome-protected', { clocks: [...running, waiting] });
    expect(clocks(decision).map(({ name }) => name)).not.toContain('acknowledgement');
  });

  it('sent after the earlier one was acknowledged begins it afresh, over the version that stands', () => {
    const heard = {
      ...clockOf('acknowledgement', referral, SCHOOL),
      version: 4,
      fired: 2,
      endedAt: NOW,
    };
    const at = later({ hours: 30 });
    const decision = send('outcome-protected', { clocks: [...running, heard], at });
    const [fresh] = clocks(decision).filter(({ name }) => name === 'acknowledgement');
    expect(fresh).toMatchObject({ version: 5, fired: 0, startedAt: at });
    expect(fresh?.endedAt).toBeUndefined();
  });

  it('of a code of no list is refused', () => {
    expect(refusalOf(() => send('all-fine'))).toMatchObject({ code: 'unknown-code' });
  });

  it('is refused once the referral is closed', () => {
    const closed = { ...referral, status: 'closed' as const, closedAt: NOW };
    expect(refusalOf(() => send('acting', { referral: closed })).code).toBe('already-closed');
  });

  it('has nobody to come from before the referral is routed', () => {
    expect(refusalOf(() => routedOnly(aReferral())).code).toBe('not-routed-yet');
    expect(routedOnly(referral)).toBe(referral);
  });
});

const hear = (
  all: readonly Feedback[],
  number: number,
  over: Partial<Parameters<typeof acknowledge>[0]> = {},
) =>
  acknowledge({
    referral,
    all,
    number,
    clocks: [clockOf('acknowledgement', referral, SCHOOL)],
    by: { sub: 't', agency: SCHOOL },
    at: NOW,
    event: anEventId(),
    ...over,
  });
const [first, outcome] = [
  aFeedback(),
  aFeedback({ number: 2, stage: 'outcome', code: 'outcome-protected' }),
];

describe('an acknowledgement', () => {
  it('of the only feedback ends the wait and is told to the lead', () => {
    const decision = hear([first], 1);
    expect(decision.kept).toMatchObject([
      { what: 'referral', version: 4 },
      { what: 'feedback', version: 2, acknowledgedAt: NOW },
      { what: 'clock', name: 'acknowledgement', endedAt: NOW },
    ]);
    expect(decision.events).toMatchObject([{ type: 'feedback.acknowledged', to: [LEAD] }]);
  });

  it('of one of two leaves the wait for the other', () => {
    expect(clocks(hear([first, outcome], 1))).toEqual([]);
    const heard = { ...first, acknowledgedAt: NOW };
    expect(ended(hear([heard, outcome], 2))).toEqual(['acknowledgement']);
  });

  it('said twice changes nothing the second time', () => {
    expect(hear([{ ...first, acknowledgedAt: NOW }], 1)).toEqual({ kept: [], events: [] });
  });

  it('of feedback that was never sent finds nothing', () => {
    expect(refusalOf(() => hear([first], 2)).code).toBe('not-found');
  });

  it('ends no clock that has ended', () => {
    const over = { ...clockOf('acknowledgement', referral, SCHOOL), endedAt: NOW };
    expect(clocks(hear([first], 1, { clocks: [over] }))).toEqual([]);
  });
});
