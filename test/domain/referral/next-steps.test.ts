import { describe, expect, it } from 'vitest';
import { nextSteps } from '../../../shared/domain/referral/next-steps.ts';
import { anEarlySubmission, aViolenceSubmission, georgiaAt } from '../../build.ts';

const edition = georgiaAt();
const stepsOf = (submission: Parameters<typeof nextSteps>[0]) =>
  nextSteps(submission, edition.calendar.zone);
const codes = (submission: Parameters<typeof nextSteps>[0]) =>
  stepsOf(submission).map(({ code }) => code);

describe('what a teacher is told to do', () => {
  it('begins with what to leave undone', () => {
    expect(codes(aViolenceSubmission({ immediateDanger: 'no' })).slice(0, 3)).toEqual([
      'do-not-question-child',
      'do-not-call-parents',
      'do-not-confront',
    ]);
  });

  it.each([
    ['yes', true],
    ['unsure', true],
    ['no', false],
  ] as const)('with danger %s names 112 first: %s', (immediateDanger, first) => {
    expect(codes(aViolenceSubmission({ immediateDanger }))[0] === 'call-112').toBe(first);
  });

  it('says until when to keep the child, in the time on the wall of the school', () => {
    const until = '2026-11-20T14:30:00+01:00';
    const child = {
      municipality: 'zestaponi',
      whereabouts: { childNow: { where: 'სკოლა', until } },
    };
    expect(stepsOf(aViolenceSubmission({ child }))).toContainEqual({
      code: 'keep-child-until',
      until: '17:30 (2026-11-20)',
    });
  });

  it('says to keep the child where no end is known', () => {
    expect(codes(aViolenceSubmission())).toContain('keep-child-with-you');
  });

  it('speaks of traces only after sexual violence', () => {
    expect(codes(aViolenceSubmission({ forms: ['sexual'] }))).toContain('wash-nothing');
    expect(codes(aViolenceSubmission({ forms: ['physical'] }))).not.toContain('wash-nothing');
  });

  it('always names who helps, and the receipt', () => {
    expect(codes(aViolenceSubmission())).toEqual(
      expect.arrayContaining(['call-111', 'call-116006', 'keep-receipt', 'you-will-hear']),
    );
  });

  it('of early identification sends nobody to 112 and keeps the door to it open', () => {
    const steps = codes(anEarlySubmission());
    expect(steps).toContain('early-danger-changes');
    expect(steps).not.toContain('call-112');
  });

  it.each(['ka', 'en'] as const)('has words for every step: %s', (lang) => {
    const until = '2026-11-20T14:30:00Z';
    const child = {
      municipality: 'zestaponi',
      whereabouts: { childNow: { where: 'სკოლა', until } },
    };
    const every = [
      ...stepsOf(aViolenceSubmission({ child, forms: ['sexual'] })),
      ...stepsOf(aViolenceSubmission()),
      ...stepsOf(anEarlySubmission()),
    ];
    for (const { code, until: shown } of every) {
      const label = edition.label('nextSteps', code, lang);
      expect(label.includes('{until}')).toBe(shown !== undefined);
    }
  });
});
