import { describe, expect, it } from 'vitest';
import { type Rule, rules } from '../../../shared/domain/access/rule.ts';
import type { AccessSubject } from '../../../shared/domain/access/subject.ts';
import type { Group } from '../../../shared/domain/referral/group.ts';
import { type AccessEngine, accessEngine } from '../../../shared/platform/access/engine.ts';
import { type AccessAsked, chanceOf, drawn } from './requests.ts';

const REQUESTS = 2000;
const hub = accessEngine(rules);
const chance = chanceOf(7);
const asked = Array.from({ length: REQUESTS }, () => drawn(chance));

/** The groups shown; none at all where it is denied, which is less than an empty answer. */
const shown = (engine: AccessEngine, { by, action, to }: AccessAsked): Set<Group | 'an answer'> => {
  const { allowed, groups } = engine.judge(by, action, to);
  return new Set(allowed ? [...groups, 'an answer' as const] : []);
};
const widened = (before: ReadonlySet<unknown>, after: ReadonlySet<unknown>): boolean =>
  [...after].some((one) => !before.has(one));

/** What gives somebody a standing; the rest of a record only takes away. */
const GIVES = [
  ...(['referrer', 'lead', 'owner', 'holders', 'handingOver', 'takingOver', 'seers'] as const),
  ...([
    'joinedLeads',
    'onBehalfOf',
    'ofAgency',
    'asked',
    'account',
    'participants',
    'site',
  ] as const),
  ...(['requestedBy', 'takenOn', 'opened', 'recipients', 'reporterMode'] as const),
  ...(['ticket', 'openWork', 'at'] as const),
] satisfies readonly (keyof AccessSubject)[];

describe('access', () => {
  it.each(GIVES)('shows no more to whoever loses its standing by `%s`', (attribute) => {
    const wrong = asked.filter((one) => {
      const { [attribute]: _, ...to } = one.to;
      return widened(shown(hub, one), shown(hub, { ...one, to }));
    });
    expect(wrong).toEqual([]);
  });

  it('shows no more to whoever loses a role', () => {
    const wrong = asked.filter((one) =>
      one.by.roles.some((role) => {
        const roles = one.by.roles.filter((other) => other !== role);
        // Whoever is no longer taken for a system is a person, who may be left its own referral.
        const inside = role === 'system' && one.to.excluded?.includes(one.by.agency);
        return (
          !inside && widened(shown(hub, one), shown(hub, { ...one, by: { ...one.by, roles } }))
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each([['excluded'], ['conflicted'], ['recalled'], ['informed']] as const)(
    'shows no more where more is closed: %s',
    (attribute) => {
      const wrong = asked.filter((one) => {
        const closed = attribute === 'conflicted' ? one.by.sub : one.by.agency;
        const to = { ...one.to, [attribute]: [closed] } as AccessSubject;
        return widened(shown(hub, one), shown(hub, { ...one, to }));
      });
      expect(wrong).toEqual([]);
    },
  );

  it('shows no more under a denial that is added, whatever it says', () => {
    const denials = asked.slice(0, 40).map(({ by, action }) => denial(by.kind, action));
    const wrong = denials.flatMap((added) => {
      const stricter = accessEngine([...rules, added]);
      return asked
        .filter(({ action }) => added.actions.includes(action))
        .filter((one) => widened(shown(hub, one), shown(stricter, one)));
    });
    expect(wrong).toEqual([]);
  });

  it('shows no more without one of the rules that allow', () => {
    const permits = rules.filter(({ effect, hides }) => effect === 'permit' && !hides);
    const wrong = permits.filter(({ id, actions }) => {
      const without = accessEngine(rules.filter((rule) => rule.id !== id));
      return asked
        .filter(({ action }) => actions.includes(action) || actions.includes('project'))
        .slice(0, 60)
        .some((one) => widened(shown(hub, one), shown(without, one)));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('is not decided where a rule cannot be read through', () => {
    const [first] = asked;
    const broken = {
      ...denial('police', 'referral.read'),
      policy: denialOf('nowhere', 'referral.read'),
    };
    const engine = accessEngine([...rules, broken]);
    expect(() => engine.judge(first?.by as never, 'referral.read', {})).toThrow(
      /could not be decided/,
    );
  });
});

/** Cedar's own form of: forbid (principal, action == …, resource) when { principal.<attribute> == … }. */
const denialOf = (attribute: string, action: string, value = '') => ({
  effect: 'forbid',
  principal: { op: 'All' },
  action: { op: '==', entity: { type: 'Action', id: action } },
  resource: { op: 'All' },
  conditions: [
    {
      kind: 'when',
      body: {
        '==': {
          left: { '.': { left: { Var: 'principal' }, attr: attribute } },
          right: { Value: value },
        },
      },
    },
  ],
});

const denial = (kind: string, action: string): Rule => ({
  ...{ id: 'added', effect: 'forbid', en: '', ka: '', basis: [], purpose: 'any' },
  actions: [action],
  policy: denialOf('kind', action, kind),
});
