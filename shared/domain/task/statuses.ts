import * as z from 'zod';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';

/** The task status codes of FHIR R4. */
export const TaskStatus = z.enum([
  'requested',
  'received',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'cancelled',
  'failed',
]);
export type TaskStatus = z.infer<typeof TaskStatus>;

export const Urgency = z.enum(['urgent', 'high', 'routine']);
export type Urgency = z.infer<typeof Urgency>;

/** The four tracks of a case, and the support that goes beside them. */
export const Track = z.enum(['safety', 'justice', 'body', 'mind', 'support']);
export type Track = z.infer<typeof Track>;

export const TaskRole = z.enum(['lead', 'participant', 'informed']);
export type TaskRole = z.infer<typeof TaskRole>;

/** The agency that holds the task, or the lead of the case (early identification: the hub's lead). */
const TransitionBy = z.enum(['owner', 'lead']);

const TransitionNeed = z.enum(['actingPerson', 'reason', 'outcome']);
export type TransitionNeed = z.infer<typeof TransitionNeed>;

const ReasonList = z.enum([
  'rejectionReasons',
  'holdReasons',
  'failureReasons',
  'cancellationReasons',
]);

const Transition = z.strictObject({
  from: TaskStatus,
  to: TaskStatus,
  by: z.array(TransitionBy).min(1),
  needs: z.array(TransitionNeed),
  /** The code list the reason is taken from, where one is needed. */
  reasons: ReasonList.optional(),
});
export type Transition = z.infer<typeof Transition>;

export const TaskStatuses = z
  .strictObject({
    initial: TaskStatus,
    ended: z.array(TaskStatus).min(1),
    transitions: z.array(Transition).min(1),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type TaskStatuses = z.infer<typeof TaskStatuses>;
