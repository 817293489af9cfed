import { describe, expect, it } from 'vitest';
import {
  anonymousException,
  except,
  type FeedbackException,
} from '../../../shared/domain/referral/exception.ts';
import { openLoop } from '../../../shared/domain/referral/loop.ts';
import {
  aClock,
  aFeedback,
  anEventId,
  aReferral,
  aReferralInProgress,
  aViolenceSubmission,
  georgiaAt,
  LEAD,
  NOW,
  refusalOf,
} from '../../build.ts';
import { routed } from '../../memory.ts';

const edition = georgiaAt();
const referral = aReferralInProgress();
const of = { kind: 'referral' as const, id: referral.id };
const clocks = (['first-feedback', 'outcome-feedback', 'acknowledgement'] as const).map((name) =>
  aClock(name, { subject: of, referral: referral.id, urgency: 'high' }),
);

const excepting = (code: string, over: Partial<Parameters<typeof except>[0]> = {}) =>
  except(
    {
      referral,
      code,
      earlier: [],
      clocks,
      by: { sub: 's', agency: LEAD },
      at: NOW,
      event: anEventId(),
      sealed: undefined,
      ...over,
    },
    edition,
  );
const exceptionOf = (code: string): FeedbackException =>
  excepting(code).kept.find((one): one is FeedbackException => one.what === 'feedback-exception') ??
  (undefined as never);

describe('a lawful exception', () => {
  it('is kept with its code, and ends the clocks it concerns', () => {
    const { kept, events } = excepting('referrer-unreachable');
    expect(kept).toMatchObject([
      { what: 'referral', version: 4 },
      { what: 'feedback-exception', number: 1, code: 'referrer-unreachable' },
      { name: 'first-feedback', endedAt: NOW },
      { name: 'outcome-feedback', endedAt: NOW },
      { name: 'acknowledgement', endedAt: NOW },
    ]);
    expect(events).toMatchObject([{ type: 'feedback.excepted', to: [], version: 4 }]);
  });

  it('frees from no more than the pack says or the lead asks for', () => {
    const ended = (kept: readonly { what: string; name?: string }[]) =>
      kept.flatMap(({ what, name }) => (what === 'clock' ? [name] : []));
    expect(ended(excepting('telling-harms-investigation').kept as never)).toEqual([
      'outcome-feedback',
    ]);
    const narrow = excepting('referrer-unreachable', { stages: ['first'] });
    expect(ended(narrow.kept as never)).toEqual(['first-feedback']);
    const wide = () => excepting('telling-harms-investigation', { stages: ['outcome', 'first'] });
    expect(refusalOf(wide)).toEqual({
      code: 'exception-too-wide',
      hindrances: [{ pointer: '/stages', code: 'first' }],
    });
  });

  it('is of the list, and not for what is closed', () => {
    expect(refusalOf(() => excepting('no-time')).code).toBe('unknown-code');
    const closed = { ...referral, status: 'closed' as const, closedAt: NOW };
    expect(refusalOf(() => excepting('referrer-unreachable', { referral: closed })).code).toBe(
      'already-closed',
    );
  });
});

describe('an anonymous report', () => {
  it('has its exception from routing on, and nobody waits for an answer to it', () => {
    const { memory } = routed(aViolenceSubmission({ reporter: { mode: 'anonymous' } }));
    const names = memory.clocksOf(memory.referral).map(({ name }) => name);
    expect(names).toEqual(['routing']);
    expect(anonymousException(memory.referral, NOW, edition)).toMatchObject({
      number: 1,
      code: 'reporter-anonymous',
      by: { sub: 'routing' },
    });
  });

  it.each(['named', 'masked', 'child-self'] as const)('is not one that is %s', (reporterMode) => {
    expect(anonymousException(aReferral({ reporterMode }), NOW, edition)).toBeUndefined();
  });
});

describe('what the referrer is still owed', () => {
  const codes = (loop: Parameters<typeof openLoop>[0]) => openLoop(loop).map(({ code }) => code);
  const outcome = aFeedback({ stage: 'outcome', code: 'outcome-protected' });
  const heard = { ...outcome, acknowledgedAt: NOW };

  it('is the outcome, and each acknowledgement', () => {
    expect(codes({ feedback: [] })).toEqual(['outcome-missing']);
    expect(codes({ feedback: [outcome] })).toEqual(['acknowledgement-missing']);
    expect(codes({ feedback: [heard] })).toEqual([]);
  });

  it('is not given by what waits for the lead’s release, nor does that have to be heard', () => {
    const proposed = { ...outcome, proposed: true as const };
    expect(codes({ feedback: [proposed] })).toEqual(['outcome-missing']);
    expect(codes({ feedback: [proposed, heard] })).toEqual([]);
  });

  it('is nothing where a supervisor closed the loop or an exception holds', () => {
    const loopClosed = { at: NOW, by: 'v', agency: LEAD, reason: 'referrer-left' };
    expect(codes({ feedback: [{ ...outcome, loopClosed }] })).toEqual([]);
    const exceptions = [exceptionOf('referrer-unreachable')];
    expect(codes({ feedback: [], exceptions })).toEqual([]);
    expect(codes({ feedback: [outcome], exceptions })).toEqual([]);
    const onlyOutcome = [exceptionOf('telling-harms-investigation')];
    const first = aFeedback();
    expect(codes({ feedback: [first], exceptions: onlyOutcome })).toEqual([
      'acknowledgement-missing',
    ]);
  });

  it('is in words of the pack’s list', () => {
    const statements = [{ number: 1, considered: [] }] as never;
    for (const code of codes({ feedback: [aFeedback()], statements })) {
      expect(edition.has('closureConditions', code)).toBe(true);
    }
  });
});
