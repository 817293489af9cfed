import type { Case } from '../case/case.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';
import type { Referral } from '../referral/referral.ts';
import type { Task } from '../task/task.ts';
import { erasedView } from './retention-view.ts';

interface Shown {
  readonly case: Case;
  /** The report that opened it: its file is that of the case. */
  readonly referral: Pick<Referral, 'erased'>;
  /** All cases of the same child, as far as they are joined. */
  readonly family: readonly Case[];
  /** The tasks of all of them. */
  readonly tasks: readonly Task[];
  /** Opened for the lead; other agencies see no name. */
  readonly work: Details['outcome'] | undefined;
  readonly lang: Lang;
}

/** A case: who leads, and the tasks of all agencies side by side. */
export function caseView(
  { case: shown, referral, family, tasks, work, lang }: Shown,
  edition: Edition,
) {
  const label = (list: Parameters<Edition['label']>[0], code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  return {
    id: shown.id,
    status: shown.status,
    lead: shown.lead,
    openedAt: shown.openedAt,
    municipality: {
      code: shown.municipality,
      label: edition.municipality(shown.municipality)?.name[lang] ?? shown.municipality,
    },
    referrals: family.map(({ referral }) => referral),
    joinedTo: shown.joinedTo,
    joined: shown.joined,
    worker: work?.actingPerson,
    deputy: work?.deputy,
    tasks: tasks.map((task) => ({
      id: task.id,
      case: family.length > 1 ? task.case : undefined,
      kind: label('taskKinds', task.kind),
      track: task.track,
      agency: task.agency,
      status: label('taskStatuses', task.status),
      urgency: task.urgency,
      deadline: task.deadline,
    })),
    erased: erasedView(referral, lang, edition),
    version: shown.version,
    links: {
      self: `/v1/cases/${shown.id}`,
      clocks: `/v1/cases/${shown.id}/clocks`,
      joinings: `/v1/cases/${shown.id}/joinings`,
      tellings: `/v1/cases/${shown.id}/tellings`,
      safetyDecisions: `/v1/cases/${shown.id}/safety-decisions`,
      waivers: `/v1/cases/${shown.id}/waivers`,
    },
  };
}
