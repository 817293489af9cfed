import { AgencyKind } from '../../domain/directory/agency.ts';
import type { Condition, RoutedTask, RoutingRule } from '../../domain/routing/rule.ts';
import { Urgency } from '../../domain/task/statuses.ts';
import { closestClock } from '../closest-clock.ts';
import { doubled, type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

const YES_NO = ['yes', 'no'];

/** The codes each fact can have. */
function codesOf({ codeLists: { lists } }: Pack, fact: string): readonly string[] {
  const codes: Readonly<Record<string, readonly string[]>> = {
    kind: Object.keys(lists.referralKinds),
    immediateDanger: [...YES_NO, 'unsure'],
    injuryVisible: [...YES_NO, 'unknown'],
    selfHarmRisk: [...YES_NO, 'unknown'],
    accusedLivesWithChild: [...YES_NO, 'unknown'],
    identity: Object.keys(lists.identityStates),
    dangerIndicator: YES_NO,
    unknownShareHigh: YES_NO,
    consent: [...Object.keys(lists.consentStates), ...Object.keys(lists.consentNotAskedReasons)],
    forms: Object.keys(lists.forms),
    accusedEmployerKinds: AgencyKind.options,
    accusedRelations: Object.keys(lists.relations),
    needs: Object.keys(lists.needs),
    relatedRoles: Object.keys(lists.relatedRoles),
    sameSchool: [...YES_NO, 'unknown'],
    referringSchool: YES_NO,
  };
  return codes[fact] ?? [];
}

function checkCondition(pack: Pack, condition: Condition): string[] {
  const asked =
    'in' in condition ? condition.in : 'includesAny' in condition ? condition.includesAny : [];
  return asked
    .filter((code) => !codesOf(pack, condition.fact).includes(code))
    .map((code) => `${condition.fact} is never ${code}`);
}

/** What must hold of a task that the pack gives to anybody. */
export function checkTask(pack: Pack, task: RoutedTask, guardsChild: boolean): string[] {
  const { lists } = pack.codeLists;
  const clockOf = (name: RoutedTask['clocks'][number]) =>
    closestClock(pack.clocks.clocks, name, task.urgency, task.kind);
  return [
    ...(Object.hasOwn(lists.taskKinds, task.kind) ? [] : [`${task.kind} is no task kind`]),
    ...task.instructions
      .filter((code) => !Object.hasOwn(lists.instructions, code))
      .map((code) => `${code} is no instruction`),
    ...task.clocks
      .filter((name) => !clockOf(name))
      .map((name) => `no clock ${name} for ${task.kind}, ${task.urgency}`),
    ...(task.clocks.includes('received') ? [] : ['nobody has to receive it']),
    ...(guardsChild && clockOf('received')?.guardsChild === false
      ? ['belongs to a child in danger, but the clock of its receipt does not guard the child']
      : []),
  ];
}

const checkRule = (pack: Pack, rule: RoutingRule): string[] => [
  ...[...rule.when, ...(rule.unless ?? [])].flatMap((each) => checkCondition(pack, each)),
  ...rule.tasks.flatMap((task) => checkTask(pack, task, rule.kind !== 'early-identification')),
];

/**
 * The first rule that asks an agency for a task decides its urgency, so a later one that could ask
 * the same agency for it must not be more urgent.
 */
function checkOrder(rules: readonly RoutingRule[]): Problem[] {
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { id, kind, tasks } of rules)
    for (const task of tasks) {
      const key = JSON.stringify([kind, task.kind, task.to.agencyKind]);
      const rank = Urgency.options.indexOf(task.urgency);
      if (rank < (seen.get(key) ?? 0))
        problems.push(problem('routing.json', id, `is more urgent than an earlier ${task.kind}`));
      seen.set(key, rank);
    }
  return problems;
}

/** Rules speak of facts, codes, tasks and clocks that exist, the most urgent first. */
export function checkRouting(pack: Pack): readonly Problem[] {
  const { rules, unrouted } = pack.routing;
  const ids = rules.map(({ id, effectiveFrom }) => `${id} ${effectiveFrom}`);
  return [
    ...doubled(ids).map((id) => problem('routing.json', id, 'is listed twice')),
    ...rules.flatMap((rule) =>
      checkRule(pack, rule).map((says) => problem('routing.json', rule.id, says)),
    ),
    ...unrouted.tasks.flatMap((task) =>
      checkTask(pack, task, true).map((says) => problem('routing.json', 'unrouted', says)),
    ),
    ...checkOrder(rules),
  ];
}
