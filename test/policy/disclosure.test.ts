import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { georgia } from '../../shared/policy/ge/pack.ts';
import { loadPack, problemsOf } from '../../shared/policy/load.ts';
import { policy } from '../../shared/policy/policy.ts';
import { inWords } from '../../shared/policy/problem.ts';
import { owed } from '../../shared/policy/report.ts';

const { feedback } = georgia.disclosure;
const problems = (change: object) =>
  problemsOf({ ...georgia, disclosure: { feedback: { ...feedback, ...change } } }).map(inWords);
const scope = (...learns: string[]) => ({ learns, ownWords: false });

describe('what referrers may know', () => {
  it.each([
    [
      'a code nobody has words for',
      { kinds: { school: scope('outcome-magic') } },
      'disclosure.json feedback.school: outcome-magic is no outcome of the code list',
    ],
    [
      'a code that is no outcome, for those are never withheld',
      { otherwise: scope('received') },
      'disclosure.json feedback.otherwise: received is no outcome of the code list',
    ],
    [
      'a general code without words',
      { general: 'outcome-secret' },
      'disclosure.json feedback.general: outcome-secret is no outcome of the code list',
    ],
    [
      'a code listed twice',
      { kinds: { school: scope('outcome-moved', 'outcome-moved') } },
      'disclosure.json feedback.school: outcome-moved is listed twice',
    ],
    [
      'a kind that is not covered',
      { otherwise: undefined },
      'disclosure.json feedback.court: has no scope, and there is none for the others',
    ],
    [
      'a kind that does not exist',
      { kinds: { circus: scope() } },
      'disclosure.json feedback.kinds: Unrecognized key: "circus"',
    ],
    [
      'neither source nor owed check',
      { source: undefined, legalCheck: undefined, check: undefined },
      'disclosure.json feedback: needs a source, or legalCheck "owed" with a note (check) of what to look up',
    ],
  ])('is refused with %s', (_, change, says) => {
    expect(problems(change)).toContain(says);
  });

  it('is listed among the checks that are owed', () => {
    expect(owed(loadPack(georgia)).join('\n')).toContain(
      'What a referrer of each kind may be told',
    );
  });

  it('is least for an agency the edition does not know', () => {
    const edition = policy.at(Temporal.Instant.from('2026-11-20T13:40:00Z'));
    expect(edition.feedbackScope(undefined)).toEqual({
      learns: [],
      ownWords: false,
      general: 'outcome-handled',
    });
    expect(edition.feedbackScope('police').learns).toContain('outcome-moved');
  });
});
