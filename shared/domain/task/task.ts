import * as z from 'zod';
import { AgencyId, CaseId, FileId, ReferralId, TaskId } from '../ids.ts';
import { PolicyReference, type Subject } from '../journal/event.ts';
import { Sealed } from '../sealed.ts';
import { OnConsent } from '../sharing/permitted.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { TaskRole, TaskStatus, Track, Urgency } from './statuses.ts';

/** What one agency must do for one child: a part of the referral with a status of its own. */
export const Task = z.object({
  what: z.literal('task'),
  id: TaskId,
  file: FileId,
  referral: ReferralId,
  case: CaseId.optional(),
  version: z.int().min(1),
  kind: Code,
  track: Track,
  role: TaskRole,
  urgency: Urgency,
  status: TaskStatus,
  agency: AgencyId,
  /** Who asked for it: the hub's rules, or the lead unit. */
  requestedBy: z.union([z.literal('policy'), AgencyId]),
  municipality: Code,
  instructions: z.array(Code),
  /** The rule that made it, and the pack it stood in. */
  rule: Code,
  policy: PolicyReference,
  createdAt: Instant,
  /** The next thing that is owed, for the agency's list; absent when nothing is. */
  deadline: Instant.optional(),
  /** When a person last made it less urgent: older news does not raise it again. */
  loweredAt: Instant.optional(),
  /** The account of the person who took it on; absent where a system named no account. */
  worker: z.string().optional(),
  /** The account that stands in for that person. */
  deputy: z.string().optional(),
  reason: Code.optional(),
  outcome: Code.optional(),
  /** Which of the report's related children it is about, counted from 1: never by name. */
  relatedChild: z.int().min(1).optional(),
  /** What its agency may know for it, it may know only with a consent; absent: it has a duty or other basis. */
  onConsent: OnConsent.optional(),
  /** The task over which the national desk is asked to decide. */
  about: TaskId.optional(),
  /** The task this one took over from: the chain of redirections. */
  redirectedFrom: TaskId.optional(),
  /** Offered to another agency; until a person there accepts, this agency answers. */
  offeredTo: TaskId.optional(),
  replacedBy: TaskId.optional(),
  /** Who acts and what they wrote: the `outcome` group. */
  sealed: Sealed.optional(),
});
export type Task = z.infer<typeof Task>;

/** The work in which the child is seen and its safety decided. */
export const SAFETY_WORK = 'assess-safety';

/** The work of the lead that has to read what was added to a referral. */
export const NEWS_WORK = 'consider-news';

/** The work of the unit into whose area a child has moved; done once the handover talk is recorded. */
export const TAKE_OVER = 'take-over-case';

export const ENDED: readonly TaskStatus[] = ['completed', 'cancelled', 'failed', 'rejected'];

/** What the task hangs on: the case or, where there is none, the referral. */
export const parentOf = (task: Pick<Task, 'case' | 'referral'>): Subject =>
  task.case ? { kind: 'case', id: task.case } : { kind: 'referral', id: task.referral };

/** Nothing more will be done under this task. */
export const hasEnded = (task: Task): boolean => ENDED.includes(task.status);

/** A failed, rejected or cancelled task is a gap until another one has taken its place. */
export const isSettled = (task: Task): boolean =>
  task.status === 'completed' || (hasEnded(task) && task.replacedBy !== undefined);

/** Details are shown to an agency only once a person there has taken the work on. */
export const isTakenOn = (task: Pick<Task, 'status'>): boolean =>
  ['accepted', 'in-progress', 'on-hold', 'completed'].includes(task.status);
