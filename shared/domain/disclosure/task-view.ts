import type { Permit } from '../access/permit.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';
import type { Referral } from '../referral/referral.ts';
import type { Routing } from '../routing/routing.ts';
import { isTakenOn, type Task } from '../task/task.ts';
import { type Capacity, nextSteps } from '../task/transition.ts';
import { erasedView } from './retention-view.ts';

interface Shown {
  readonly task: Task;
  /** What was erased of it; new work needs none. */
  readonly referral?: Pick<Referral, 'erased'>;
  /** The referral's groups the permit opens, and the task's own work. */
  readonly details: Partial<Details>;
  readonly work: Details['outcome'] | undefined;
  readonly routing: Routing | undefined;
  readonly permit: Permit;
  readonly capacity: Capacity;
  readonly lang: Lang;
}

/** Instructions from which the allegation can be read: shown once a person has accepted. */
const TELLING = [
  'preserve-traces',
  'prevent-infection',
  'prevent-pregnancy',
  'pregnancy-care',
  'self-harm-watch',
];

/** A task reduced to what the caller may know. */
export function taskView(shown: Shown, edition: Edition) {
  const { task, referral = {}, details, work, routing, permit, capacity, lang } = shown;
  const label = (list: Parameters<Edition['label']>[0], code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  const known = isTakenOn(task) || capacity.lead;
  const why = routing?.tasks.find((routed) => routed.task === task.id)?.why;
  return {
    id: task.id,
    referral: task.referral,
    case: task.case,
    kind: label('taskKinds', task.kind),
    track: task.track,
    role: task.role,
    urgency: task.urgency,
    status: task.status,
    agency: task.agency,
    municipality: {
      code: task.municipality,
      label: edition.municipality(task.municipality)?.name[lang] ?? task.municipality,
    },
    createdAt: task.createdAt,
    deadline: task.deadline,
    erased: erasedView(referral, lang, edition),
    // How to come is for everybody who may come; what would tell the allegation is not.
    instructions: task.instructions
      .filter((code) => known || !TELLING.includes(code))
      .map((code) => label('instructions', code)),
    rule: known ? { id: task.rule, why } : undefined,
    reason: task.reason,
    outcome: task.outcome,
    relatedChild: task.relatedChild,
    about: task.about,
    redirectedFrom: task.redirectedFrom,
    offeredTo: task.offeredTo,
    replacedBy: task.replacedBy,
    work: work && { actingPerson: work.actingPerson, deputy: work.deputy, note: work.note },
    next: nextSteps(task, capacity, edition),
    details,
    shownBy: permit.rule,
    version: task.version,
    links: taskLinks(task),
  };
}

export const taskLinks = ({ id, case: opened }: Pick<Task, 'id' | 'case'>) => ({
  self: `/v1/tasks/${id}`,
  transitions: `/v1/tasks/${id}/transitions`,
  redirect: `/v1/tasks/${id}/redirect`,
  clocks: `/v1/tasks/${id}/clocks`,
  service: `/v1/tasks/${id}/service-record`,
  ...(opened && { case: `/v1/cases/${opened}` }),
});
