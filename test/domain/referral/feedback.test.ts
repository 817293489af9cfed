import { describe, expect, it } from 'vitest';
import type { ClockName } from '../../../shared/domain/clock/definition.ts';
import { explain } from '../../../shared/domain/clock/explain.ts';
import type { AgencyId } from '../../../shared/domain/ids.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { acknowledge, closeLoop } from '../../../shared/domain/referral/acknowledge.ts';
import {
  answeredBefore,
  release,
  routedOnly,
  sendFeedback,
} from '../../../shared/domain/referral/feedback.ts';
import type { Feedback, RoutedReferral } from '../../../shared/domain/referral/referral.ts';
import {
  aClock,
  aFeedback,
  agency,
  anEventId,
  aReferral,
  aReferralInProgress,
  aViolenceSubmission,
  georgiaAt,
  LEAD,
  later,
  NOW,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';
import { routed } from '../../memory.ts';

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

  it('that merely says that somebody has it answers nothing', () => {
    expect(ended(send('received'))).toEqual([]);
    for (const code of ['acting', 'child-seen', 'need-you']) {
      expect(ended(send(code))).toEqual(['first-feedback']);
    }
  });

  it('says what was offered and taken up with the outcome, in codes of the lists', () => {
    const told = send('outcome-services-started', { offered: ['day-centre'], takenUp: 'partly' });
    expect(told.kept[1]).toMatchObject({ offered: ['day-centre'], takenUp: 'partly' });
    const early = { offered: ['day-centre'] };
    expect(refusalOf(() => send('acting', early)).code).toBe('offers-with-outcome');
    const wrong = { offered: ['day-centre', 'gold'], takenUp: 'perhaps' };
    expect(refusalOf(() => send('outcome-protected', wrong))).toMatchObject({
      code: 'unknown-code',
      hindrances: [{ pointer: '/offered/1' }, { pointer: '/takenUp' }],
    });
  });

  it('owes no acknowledgement where that is lawfully excepted', () => {
    const exceptions = [{ stages: ['acknowledgement' as const] }] as never;
    expect(clocks(send('acting', { exceptions })).map(({ name }) => name)).toEqual([
      'first-feedback',
    ]);
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

describe('feedback of another holder', () => {
  const holder = { sub: 'h', agency: POLICE };
  const sealed = { key: new Uint8Array([5]), groups: {} };

  it('goes out in code at once', () => {
    const decision = send('child-seen', { by: holder });
    expect(ended(decision)).toEqual(['first-feedback']);
    expect(decision.events).toMatchObject([{ type: 'feedback.sent', to: [SCHOOL] }]);
  });

  it('in words waits for the lead: no clock ends and the referrer is told nothing', () => {
    const { kept, events } = send('acting', { by: holder, sealed });
    expect(kept).toMatchObject([{ what: 'referral' }, { what: 'feedback', proposed: true }]);
    expect(kept).toHaveLength(2);
    expect(events).toMatchObject([{ type: 'feedback.proposed', to: [LEAD] }]);
  });

  it('is never of the outcome', () => {
    expect(refusalOf(() => send('outcome-protected', { by: holder })).code).toBe(
      'outcome-is-the-leads',
    );
  });

  const waiting = { ...aFeedback({ from: POLICE, sealed }), proposed: true as const };
  const letOut = (over: Partial<Parameters<typeof release>[0]> = {}) =>
    release(
      {
        referral,
        all: [waiting],
        number: 1,
        clocks: running,
        exceptions: [],
        by,
        at: NOW,
        event: anEventId(),
        ...over,
      },
      edition,
    );

  it('goes out when the lead releases it, once', () => {
    const decision = letOut();
    expect(ended(decision)).toEqual(['first-feedback']);
    const [, feedback] = decision.kept;
    expect(feedback).toMatchObject({ version: 2, releasedBy: by.sub, sealed });
    expect(feedback).not.toHaveProperty('proposed');
    expect(decision.events).toMatchObject([{ type: 'feedback.sent', to: [SCHOOL] }]);
    expect(letOut({ all: [feedback as Feedback] })).toEqual({ kept: [], events: [] });
    expect(refusalOf(() => letOut({ number: 2 })).code).toBe('not-found');
  });

  it('goes out in the lead’s own words where it wrote any', () => {
    const own = { key: new Uint8Array([6]), groups: {} };
    expect(letOut({ sealed: own }).kept[1]).toMatchObject({ sealed: own });
  });

  it('cannot be acknowledged before it went out', () => {
    expect(refusalOf(() => hear([waiting], 1)).code).toBe('not-found');
  });
});

describe('the first answer of a school', () => {
  const sent = (agency: AgencyId, submittedAt: string) =>
    answeredBefore({ agency, submittedAt }, edition).map(({ at }) => at.toString());

  it.each([
    // Monday 23 November 2026 is a holiday: the next school day after Friday is Tuesday.
    ['Friday evening', '2026-11-20T13:55:00.000Z', '2026-11-24T11:00:00Z'],
    ['the holiday itself', '2026-11-23T08:00:00.000Z', '2026-11-24T11:00:00Z'],
    ['a Tuesday', '2026-11-24T13:00:00.000Z', '2026-11-25T11:00:00Z'],
  ])('sent on %s comes before the end of the next school day', (_, at, end) => {
    expect(sent(SCHOOL, at)).toEqual([end]);
    expect(sent(agency('resource-centre-zestaponi'), at)).toEqual([end]);
  });

  it('is not asked of those who are no school', () => {
    expect(sent(POLICE, NOW)).toEqual([]);
    expect(sent(agency('closed-long-ago'), NOW)).toEqual([]);
  });

  it.each([
    ['2026-11-20T13:55:00.000Z', '2026-11-21T13:55:00.000Z', false],
    ['2026-11-24T13:00:00.000Z', '2026-11-25T11:00:00.000Z', true],
  ])('is due at the stricter of both: sent %s, due %s', (submittedAt, due, bySchool) => {
    const { memory } = routed(aViolenceSubmission(), { at: submittedAt });
    const clock = memory.clocksOf(memory.referral).find(({ name }) => name === 'first-feedback');
    expect(clock?.dueAt).toBe(due);
    for (const lang of ['ka', 'en'] as const) {
      const words = { ka: 'სასწავლო დღე', en: 'next school day' }[lang];
      expect(explain(clock?.steps ?? [], lang).includes(words)).toBe(bySchool);
    }
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

describe('a loop closed by a supervisor', () => {
  const waiting = clockOf('acknowledgement', referral, SCHOOL);
  const supervisor = { sub: 'v', agency: agency('oversight-national') };
  const end = (over: Partial<Parameters<typeof closeLoop>[0]> = {}) =>
    closeLoop(
      {
        referral,
        all: [first],
        number: 1,
        clocks: [waiting],
        reason: 'head-asked-no-answer',
        by: supervisor,
        at: waiting.dueAt,
        event: anEventId(),
        ...over,
      },
      edition,
    );

  it('ends the wait, keeps who did it and why, and tells both sides', () => {
    const decision = end();
    expect(decision.kept).toMatchObject([
      { what: 'referral', version: 4 },
      { loopClosed: { by: 'v', reason: 'head-asked-no-answer' } },
      { name: 'acknowledgement', endedAt: waiting.dueAt },
    ]);
    expect(decision.events).toMatchObject([{ type: 'feedback.loop-closed', to: [SCHOOL, LEAD] }]);
  });

  it('is refused before the agency’s head has been asked, and without a reason of the list', () => {
    expect(refusalOf(() => end({ at: NOW })).code).toBe('head-not-asked-yet');
    expect(refusalOf(() => end({ reason: 'tired' })).code).toBe('unknown-code');
    expect(refusalOf(() => end({ number: 7 })).code).toBe('not-found');
  });

  it('of what was heard changes nothing', () => {
    const heard = { ...first, acknowledgedAt: NOW };
    expect(end({ all: [heard] })).toEqual({ kept: [], events: [] });
  });

  it('leaves the wait for the other feedback, and may still be acknowledged', () => {
    expect(ended(end({ all: [first, outcome] }))).toEqual([]);
    const [, closed] = end().kept;
    expect(hear([closed as Feedback], 1).events).toMatchObject([{ type: 'feedback.acknowledged' }]);
  });
});
