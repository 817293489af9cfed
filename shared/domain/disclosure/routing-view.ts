import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Routing } from '../routing/routing.ts';
import { CONFIRM_SAME_CHILD } from '../same-child/reported-again.ts';
import type { Reader } from './feedback-view.ts';
import { leads } from './leads.ts';

/** What stands in place of a rule whose name would tell that somebody else has reported the child. */
const ANY_RULE = 'policy';

/** Why these agencies were asked: whoever does not lead learns nothing of what others reported. */
export function routingView(routing: Routing, reader: Reader, lang: Lang, edition: Edition) {
  const whole = leads(reader);
  const shown = routing.tasks.filter(({ kind }) => whole || kind !== CONFIRM_SAME_CHILD);
  const tasks = shown.map(({ toOthers, ...task }) => ({
    ...task,
    kind: { code: task.kind, label: edition.label('taskKinds', task.kind, lang) },
    ...(toOthers && !whole && { rule: ANY_RULE, why: toOthers }),
  }));
  const { referral, at, level, policy } = routing;
  return { referral, at, level, policy, tasks };
}
