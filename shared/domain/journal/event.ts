import * as z from 'zod';
import { AgencyId, CaseId, EventId, FileId, ReferralId, TaskId } from '../ids.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** Every event of the hub: what it means to a reader, in both languages. */
export const eventTypes = {
  'referral.submitted': { ka: 'შეტყობინება გაიგზავნა', en: 'A referral was submitted' },
  'referral.routed': { ka: 'შეტყობინება განაწილდა', en: 'The referral was routed' },
  'referral.taken-up': { ka: 'შეტყობინებაზე მუშაობა დაიწყო', en: 'Work on the referral began' },
  'referral.closed': { ka: 'შეტყობინება დაიხურა', en: 'The referral was closed' },
  'case.opened': { ka: 'შემთხვევა გაიხსნა', en: 'A case was opened' },
  'case.lead-changed': { ka: 'წამყვანი შეიცვალა', en: 'The lead unit changed' },
  'case.closed': { ka: 'შემთხვევა დაიხურა', en: 'The case was closed' },
  'task.requested': { ka: 'ამოცანა გადაეცა', en: 'A task was handed over' },
  'task.received': { ka: 'ამოცანა მიიღო ადამიანმა', en: 'A person received the task' },
  'task.accepted': { ka: 'ამოცანა აიღეს შესასრულებლად', en: 'The task was accepted' },
  'task.rejected': { ka: 'ამოცანაზე უარი ითქვა', en: 'The task was rejected' },
  'task.started': { ka: 'ამოცანის შესრულება დაიწყო', en: 'Work on the task started' },
  'task.held': { ka: 'ამოცანა შეჩერდა', en: 'The task was put on hold' },
  'task.completed': { ka: 'ამოცანა შესრულდა', en: 'The task was completed' },
  'task.cancelled': { ka: 'ამოცანა გაუქმდა', en: 'The task was cancelled' },
  'task.failed': { ka: 'ამოცანა ვერ შესრულდა', en: 'The task failed' },
  'task.redirected': { ka: 'ამოცანა გადამისამართდა', en: 'The task was redirected' },
  'feedback.sent': { ka: 'უკუკავშირი გაიგზავნა', en: 'Feedback was sent to the referrer' },
  'feedback.acknowledged': {
    ka: 'უკუკავშირი დადასტურდა',
    en: 'The referrer acknowledged the feedback',
  },
  'clock.warned': { ka: 'ვადა ახლოვდება', en: 'A deadline is near' },
  'clock.overdue': { ka: 'ვადა გავიდა', en: 'A deadline has passed' },
  'clock.escalated': { ka: 'გადაეცა შემდეგ საფეხურს', en: 'The next rung was called' },
  'endpoint.created': { ka: 'მისამართი დარეგისტრირდა', en: 'A webhook endpoint was registered' },
  'endpoint.deleted': { ka: 'მისამართი წაიშალა', en: 'A webhook endpoint was removed' },
} as const;

export const EventType = z.enum(Object.keys(eventTypes) as [keyof typeof eventTypes]);
export type EventType = z.infer<typeof EventType>;

export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('referral'), id: ReferralId }),
  z.object({ kind: z.literal('case'), id: CaseId }),
  z.object({ kind: z.literal('task'), id: TaskId }),
  z.object({ kind: z.literal('agency'), id: AgencyId }),
  z.object({ kind: z.literal('endpoint'), id: z.string() }),
]);
export type Subject = z.infer<typeof Subject>;

/** Which pack and which rule of it decided. */
export const PolicyReference = z.object({
  pack: z.string(),
  edition: z.string(),
  sha256: z.string(),
  /** Centres the deployment declared open against the pack. */
  openCentres: z.array(z.string()).readonly().optional(),
});
export type PolicyReference = z.infer<typeof PolicyReference>;

/**
 * One entry of the journal: ids and codes only, and the whole of it. Whatever follows from it is
 * derived from this one record, so it never has to be pieced together from several.
 */
export const JournalEvent = z.object({
  id: EventId,
  type: EventType,
  at: Instant,
  subject: Subject,
  /** The changed item's version after the write; for a clock, the clock's own. */
  version: z.int().min(1),
  /** Set for events of a clock: they share the subject's place but not its version. */
  clock: Code.optional(),
  by: z.object({ sub: z.string(), agency: AgencyId.optional() }),
  file: FileId.optional(),
  referral: ReferralId.optional(),
  case: CaseId.optional(),
  /** The agencies in whose feeds this stands. */
  to: z.array(AgencyId),
  deadline: Instant.optional(),
  urgency: Urgency.optional(),
  codes: z.record(Code, z.string().max(200)).optional(),
  policy: PolicyReference.optional(),
});
export type JournalEvent = z.infer<typeof JournalEvent>;
