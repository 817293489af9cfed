import { describe, expect, it } from 'vitest';
import { type Rule, rules } from '../../shared/domain/access/rule.ts';
import { accessEngine } from '../../shared/platform/access/engine.ts';
import { type Difference, shadowed, withShadows } from '../../shared/platform/access/shadow.ts';
import { agency, aPrincipal, POLICE, refusalOf } from '../build.ts';

const inForce = accessEngine(rules);
const task = { owner: POLICE, takenOn: true, reporterMode: 'named' as const };

const ruleOf = (id: string): Rule => {
  const found = rules.find((rule) => rule.id === id);
  if (!found) throw new Error(`there is no rule ${id}`);
  return found;
};
const NEVER = [{ kind: 'when', body: { Value: false } }];
const withdrawn = (id: string): Rule => {
  const rule = ruleOf(id);
  return { ...rule, policy: { ...rule.policy, conditions: NEVER } };
};

function trial(shadows: readonly Rule[]) {
  const told: Difference[] = [];
  const toCome = accessEngine(withShadows(rules, shadows));
  return { told, may: shadowed(inForce, toCome, (difference) => told.push(difference)) };
}

describe('rules on trial', () => {
  it('change no answer and are told where they would have given another one', () => {
    const { told, may } = trial([withdrawn('task-owner-once-taken-on')]);
    const answer = may(aPrincipal(POLICE), 'task.read', task);
    expect(answer).toEqual(inForce.may(aPrincipal(POLICE), 'task.read', task));
    expect(answer.groups).toContain('narrative');
    expect(told).toEqual([
      {
        ...{ action: 'task.read', kind: 'police', roles: ['worker'], relations: ['owner'] },
        inForce: { rule: 'task-owner', groups: answer.groups.toSorted() },
        onTrial: { rule: 'task-owner', groups: [] },
      },
    ]);
  });

  it('are told of nobody by name or number', () => {
    const { told, may } = trial([withdrawn('task-owner')]);
    may(aPrincipal(POLICE, { sub: 'person-unmistakable' }), 'task.read', task);
    expect(JSON.stringify(told)).not.toContain('unmistakable');
  });

  it('are silent where nothing would change', () => {
    const { told, may } = trial([withdrawn('lead')]);
    may(aPrincipal(POLICE), 'task.read', task);
    const stranger = { owner: agency('agency-guria') };
    expect(refusalOf(() => may(aPrincipal(POLICE), 'task.read', stranger)).code).toBe('not-found');
    expect(told).toEqual([]);
  });

  it('that open more are told where they would have opened it', () => {
    const open = { ...ruleOf('anybody-may-refer'), id: 'on-trial', actions: ['task.read'] };
    const anybody = {
      ...open.policy,
      action: { op: '==', entity: { type: 'Action', id: 'task.read' } },
    };
    const { told, may } = trial([{ ...open, policy: anybody }]);
    expect(refusalOf(() => may(aPrincipal(POLICE), 'task.read', {})).code).toBe('not-found');
    expect(told).toMatchObject([
      { inForce: { groups: 'denied' }, onTrial: { rule: 'on-trial', groups: [] } },
    ]);
  });

  it('that cannot be read through stop nobody', () => {
    const broken = {
      ...ruleOf('task-owner'),
      policy: { ...ruleOf('task-owner').policy, conditions: UNREADABLE },
    };
    const { told, may } = trial([broken]);
    expect(may(aPrincipal(POLICE), 'task.read', task).rule).toBe('task-owner');
    expect(told).toMatchObject([{ action: 'task.read', onTrial: { rule: 'unreadable' } }]);
  });
});

const UNREADABLE = [
  { kind: 'when', body: { '.': { left: { Var: 'resource' }, attr: 'nothingOfTheKind' } } },
];
