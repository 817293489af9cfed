import type { Clock } from '../clock/state.ts';
import type { AgencyId, CaseId, TaskId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import { type Referral, shownPlace } from '../referral/referral.ts';
import { onConsent } from '../sharing/on-consent.ts';
import type { TaskRole, Track, Urgency } from './statuses.ts';
import type { Task } from './task.ts';

interface NewTask {
  readonly id: TaskId;
  readonly referral: Pick<Referral, 'id' | 'file' | 'municipality' | 'placeMasked'> &
    Partial<Pick<Referral, 'kind'>>;
  readonly opened: CaseId | undefined;
  readonly at: string;
  readonly requestedBy: 'policy' | AgencyId;
  readonly kind: string;
  readonly agency: AgencyId;
  readonly track: Track;
  readonly role: TaskRole;
  readonly urgency: Urgency;
  readonly instructions: readonly string[];
  readonly rule: string;
}

/** A task as it is handed to an agency, with the clocks that count for it. */
export const newTask = (asked: NewTask, clocks: readonly Clock[], edition: Edition): Task => ({
  what: 'task',
  id: asked.id,
  file: asked.referral.file,
  referral: asked.referral.id,
  case: asked.opened,
  version: 1,
  kind: asked.kind,
  track: asked.track,
  role: asked.role,
  urgency: asked.urgency,
  status: edition.statuses.initial,
  agency: asked.agency,
  requestedBy: asked.requestedBy,
  municipality: shownPlace(asked.referral),
  instructions: [...asked.instructions],
  rule: asked.rule,
  policy: edition.reference,
  createdAt: asked.at,
  deadline: nextDeadline(clocks),
  ...basis(asked, edition),
});

/** Work for a child with a case never rests on consent. */
const basis = ({ referral: { kind }, opened, track, agency }: NewTask, edition: Edition) =>
  kind && !opened ? onConsent({ kind, inCase: false, track, agency }, edition) : {};

/** The next thing that is owed: the earliest deadline of the clocks that still run. */
export const nextDeadline = (clocks: readonly Clock[]): string | undefined =>
  clocks
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ dueAt }) => dueAt)
    .sort()[0];
