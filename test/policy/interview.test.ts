import { describe, expect, it } from 'vitest';
import { georgia } from '../../shared/policy/ge/pack.ts';
import { problemsOf } from '../../shared/policy/load.ts';
import { owedIn } from '../../shared/policy/owed.ts';
import { inWords } from '../../shared/policy/problem.ts';

type Rules = typeof georgia.interview;

/** What the pack refuses with its rules of the interview changed. */
const problems = (change: (rules: Rules) => object) => {
  const interview = { ...georgia.interview, ...change(georgia.interview) };
  return problemsOf({ ...georgia, interview })
    .map(inWords)
    .join('\n');
};
const [first] = georgia.interview.tiers;

describe('the rules of the joint interview', () => {
  it('hold together as they are', () => {
    expect(problems(() => ({}))).toBe('');
  });

  it.each<[string, (rules: Rules) => object, string]>([
    [
      'tiers that do not grow',
      ({ tiers }) => ({ tiers: tiers.toReversed().map((one, tier) => ({ ...one, tier })) }),
      'leaves no more time',
    ],
    [
      'tiers counted from elsewhere',
      ({ tiers }) => ({ tiers: tiers.map((one) => ({ ...one, tier: one.tier + 1 })) }),
      'not counted from 0',
    ],
    [
      'a tier that rests at night',
      ({ tiers }) => ({
        tiers: tiers.map((one) => ({
          ...one,
          within: { amount: one.tier + 1, unit: 'working-days' },
        })),
      }),
      'elapsed minutes or hours',
    ],
    [
      'no last tier',
      ({ tiers }) => ({ tiers: tiers.slice(0, -1) }),
      'otherwise does not stand last',
    ],
    [
      'a fact in two tiers',
      ({ tiers }) => ({
        tiers: tiers.map((one) => ({
          ...one,
          anyOf: [...one.anyOf, ...(one.tier ? ['arrested'] : [])],
        })),
      }),
      'arrested stands in two tiers',
    ],
    [
      'a fact that decides nothing',
      ({ tiers }) => ({
        tiers: tiers.map((one) => ({
          ...one,
          anyOf: one.anyOf
            .filter((fact) => fact !== 'young-child')
            .concat(one.tier === 2 ? ['recent-event'] : []),
        })),
      }),
      'no tier for young-child',
    ],
    [
      'lengths that fall',
      ({ lengths }) => ({ lengths: { ...lengths, least: 90 } }),
      'the lengths do not rise',
    ],
    [
      'breaks without an open band',
      ({ lengths }) => ({ lengths: { ...lengths, breaks: lengths.breaks.slice(0, -1) } }),
      'a band for all older children',
    ],
    [
      'a role without words',
      ({ roles }) => ({ roles: [...roles, { ...roles[0], role: 'cook' }] }),
      'cook is not in the code list visitRoles',
    ],
    [
      'an unknown qualification',
      ({ roles }) => ({ roles: roles.map((one) => ({ ...one, qualification: 'kind-person' })) }),
      'kind-person is not in the code list qualifications',
    ],
    [
      'a prosecutor in the interview room',
      ({ roles }) => ({
        roles: roles.map((one) =>
          one.role === 'prosecutor' ? { ...one, place: 'interview-room' } : one,
        ),
      }),
      'nobody but child and interviewer sits in the room: prosecutor',
    ],
    [
      'no open medical window',
      ({ medical }) => ({ medical: { ...medical, windows: medical.windows.slice(0, -1) } }),
      'one that stays open',
    ],
    [
      'an examination after the interview while traces fade',
      ({ medical }) => ({
        medical: {
          ...medical,
          windows: medical.windows.map((one) => ({ ...one, order: 'after-interview' })),
        },
      }),
      'the examination comes first',
    ],
    [
      'a municipality without a way',
      ({ travel }) => ({ travel: { ...travel, minutes: { ...travel.minutes, mestia: {} } } }),
      'no way from mestia to centre-kutaisi',
    ],
    [
      'a legal form nothing is said of',
      ({ legalForms }) => ({ legalForms: legalForms.slice(0, 1) }),
      'nothing says what follows from examination',
    ],
    [
      'an arrangement without words',
      ({ arrangements }) => ({
        arrangements: arrangements.map((one) => ({ ...one, arrange: 'a-pony' })),
      }),
      'a-pony is not in the code list visitNeeds',
    ],
    [
      'a tier longer than the clock that watches it',
      ({ tiers }) => ({
        tiers: tiers.map((one) =>
          one.tier === 3 ? { ...one, within: { amount: 600, unit: 'hours' } } : one,
        ),
      }),
      'shorter than the longest tier',
    ],
  ])('refuse %s', (_, change, says) => {
    expect(problems(change)).toContain(says);
  });

  it('leave every number to be checked by somebody who knows the law', () => {
    const owed = owedIn(georgia.interview).map(({ at }) => at);
    expect(first).toBeDefined();
    for (const place of ['thresholds', 'lengths', 'finding', 'holding', 'further', 'travel']) {
      expect(owed).toContain(place);
    }
  });
});
