import * as z from 'zod';
import { Call } from '../call/call.ts';
import {
  AgencyId,
  CaseId,
  EventId,
  FileId,
  InterviewId,
  ReferralId,
  ResourceId,
  TaskId,
} from '../ids.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** Every event of the hub: what it means to a reader, in both languages. */
export const eventTypes = {
  'referral.submitted': { ka: 'შეტყობინება გაიგზავნა', en: 'A referral was submitted' },
  'referral.routed': { ka: 'შეტყობინება განაწილდა', en: 'The referral was routed' },
  'referral.taken-up': { ka: 'შეტყობინებაზე მუშაობა დაიწყო', en: 'Work on the referral began' },
  'referral.returned': {
    ka: 'შეტყობინება დასაზუსტებლად დაბრუნდა',
    en: 'The referral was sent back to be completed',
  },
  'referral.withdrawn': { ka: 'შეტყობინება გამოითხოვეს', en: 'The referral was withdrawn' },
  'statement.made': {
    ka: 'შეტყობინების ავტორმა განცხადება გააკეთა',
    en: 'Whoever referred made a statement',
  },
  'statement.considered': {
    ka: 'განცხადება განიხილა ადამიანმა',
    en: 'A person considered the statement',
  },
  'question.asked': {
    ka: 'შეტყობინების ავტორს შეკითხვა დაუსვეს',
    en: 'Whoever referred was asked a question',
  },
  'question.answered': { ka: 'შეკითხვას უპასუხეს', en: 'The question was answered' },
  'referral.closed': { ka: 'შეტყობინება დაიხურა', en: 'The referral was closed' },
  'case.opened': { ka: 'შემთხვევა გაიხსნა', en: 'A case was opened' },
  'case.lead-changed': { ka: 'წამყვანი შეიცვალა', en: 'The lead unit changed' },
  'child.reported-again': {
    ka: 'შესაძლოა იმავე ბავშვზე კიდევ მოვიდა შეტყობინება',
    en: 'Another report came that may be about the same child',
  },
  'case.joined': {
    ka: 'ერთი ბავშვის ორი შემთხვევა გაერთიანდა',
    en: 'Two cases of one child were joined',
  },
  'case.parted': {
    ka: 'გაერთიანება გაუქმდა',
    en: 'The joining was undone',
  },
  'case.told-apart': {
    ka: 'დადგინდა: სხვადასხვა ბავშვია',
    en: 'Found to be two different children',
  },
  'case.telling-recorded': {
    ka: 'ჩაიწერა, რომ ბავშვმა მომხდარი მოჰყვა',
    en: 'It was recorded that the child told what happened',
  },
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
  'feedback.proposed': {
    ka: 'უკუკავშირი წამყვანის თანხმობას ელოდება',
    en: 'Feedback waits for the lead’s release',
  },
  'feedback.loop-closed': {
    ka: 'დადასტურების მოლოდინი ზედამხედველმა დაასრულა',
    en: 'A supervisor ended the wait for the acknowledgement',
  },
  'feedback.excepted': {
    ka: 'უკუკავშირისგან გათავისუფლების საფუძველი ჩაიწერა',
    en: 'A lawful exception from feedback was recorded',
  },
  'feedback.acknowledged': {
    ka: 'უკუკავშირი დადასტურდა',
    en: 'The referrer acknowledged the feedback',
  },
  'safety.decided': {
    ka: 'ბავშვის უსაფრთხოებაზე გადაწყვეტილება მიღებულია',
    en: 'The child’s safety was decided on',
  },
  'waiver.asked': {
    ka: 'მიმართულების ან ამოცანის მოხსნა მოითხოვეს',
    en: 'A waiver of a track or a task was asked for',
  },
  'waiver.confirmed': {
    ka: 'მოხსნა მეორე პირმა დაადასტურა',
    en: 'A second person confirmed the waiver',
  },
  'clock.resumed': { ka: 'ათვლა განახლდა', en: 'The clock goes on' },
  'clock.warned': { ka: 'ვადა ახლოვდება', en: 'A deadline is near' },
  'clock.overdue': { ka: 'ვადა გავიდა', en: 'A deadline has passed' },
  'clock.escalated': { ka: 'გადაეცა შემდეგ საფეხურს', en: 'The next rung was called' },
  'call.made': { ka: 'მორიგეს დაუკავშირდნენ', en: 'The person on duty was called' },
  'duty.published': { ka: 'მორიგეობის გრაფიკი გამოქვეყნდა', en: 'A duty roster was published' },
  'duty.gap-found': {
    ka: 'მორიგეობის გრაფიკში მორიგე აკლია',
    en: 'Nobody is on duty for a stretch of time',
  },
  'referral.rerouted': {
    ka: 'შეტყობინება ხელახლა განაწილდა',
    en: 'The referral was routed again after news',
  },
  'children.listed': {
    ka: 'აღირიცხა ბავშვები, რომლებიც ასევე უნდა ნახონ',
    en: 'The other children to be seen to were listed',
  },
  'addition.made': { ka: 'შეტყობინებას ცნობა დაემატა', en: 'News was added to the referral' },
  'case.reopened': { ka: 'შემთხვევა ხელახლა გაიხსნა', en: 'The case was opened again' },
  'case.moved': { ka: 'ბავშვი გადავიდა', en: 'The child has moved' },
  'case.handed-over': {
    ka: 'გადაბარების საუბარი ჩაიწერა',
    en: 'The handover talk was recorded',
  },
  'urgency.raised': { ka: 'გადაუდებლობა გაიზარდა', en: 'The task became more urgent' },
  'urgency.lowered': { ka: 'გადაუდებლობა შემცირდა', en: 'The task became less urgent' },
  'need.unmet': {
    ka: 'საჭირო მომსახურება არ არსებობს',
    en: 'A service that is needed does not exist',
  },
  'perpetrator.named': {
    ka: 'დასახელდა სავარაუდო მოძალადე',
    en: 'An alleged perpetrator was named',
  },
  'perpetrator.corrected': {
    ka: 'სავარაუდო მოძალადის მონაცემები შესწორდა',
    en: 'What is known of an alleged perpetrator was corrected',
  },
  'speaker.decided': {
    ka: 'გადაწყდა, ვინ წარმოადგენს ბავშვს',
    en: 'It was decided who speaks for the child',
  },
  'contact.confirmed': {
    ka: 'დადასტურდა უსაფრთხო საკონტაქტო პირი',
    en: 'A safe contact was confirmed',
  },
  'contact.withdrawn': {
    ka: 'საკონტაქტო პირი უსაფრთხო აღარ არის',
    en: 'A contact is no longer safe',
  },
  'notice.owed': {
    ka: 'უსაფრთხო საკონტაქტო პირს შეტყობინება უნდა გადაეცეს',
    en: 'A notice is owed to the safe contact',
  },
  'notice.sent': {
    ka: 'უსაფრთხო საკონტაქტო პირს შეტყობინება გაეგზავნა',
    en: 'The notice was sent to the safe contact',
  },
  'notice.withheld': {
    ka: 'შეტყობინება აღარ გაიგზავნა: საკონტაქტო პირთან დაკავშირება აღარ შეიძლება',
    en: 'The notice was not sent: the contact may no longer be reached',
  },
  'notice.left-to-lead': {
    ka: 'შეტყობინება საკონტაქტო პირს ადამიანმა უნდა გადასცეს',
    en: 'A person has to pass the notice on to the contact',
  },
  'conflict.declared': {
    ka: 'გამოცხადდა ინტერესთა კონფლიქტი',
    en: 'A conflict of interest was declared',
  },
  'work.reassigned': {
    ka: 'სამუშაო სხვა თანამშრომელს გადაეცა',
    en: 'Work went over to another person',
  },
  'absence.declared': {
    ka: 'თანამშრომელი ადგილზე აღარ არის',
    en: 'A worker is no longer there',
  },
  'interview.opened': {
    ka: 'გაიხსნა ბავშვის ცენტრში მიღების გეგმა',
    en: 'A visit to the child centre was opened',
  },
  'interview.planned': {
    ka: 'მიღების გეგმა შეიცვალა',
    en: 'The plan of the visit was changed',
  },
  'interview.re-tiered': {
    ka: 'გამოკითხვის ვადა შემცირდა',
    en: 'The interview is due sooner than before',
  },
  'consent.recorded': {
    ka: 'ჩაიწერა, თანახმაა თუ არა ბავშვის წარმომადგენელი',
    en: 'It was recorded whether the child’s representative consents',
  },
  'order.recorded': {
    ka: 'ჩაიწერა სასამართლოს ბრძანება',
    en: 'A court’s order was recorded',
  },
  'interview.held': {
    ka: 'დრო დროებით დაჯავშნილია და დადასტურებას ელოდება',
    en: 'A time is held and waits for confirmations',
  },
  'interview.confirmed': {
    ka: 'უწყებამ დასწრება დაადასტურა',
    en: 'An agency confirmed its presence',
  },
  'interview.declined': {
    ka: 'უწყება ამ დროს ვერ ესწრება',
    en: 'An agency cannot attend at the held time',
  },
  'interview.held-again': {
    ka: 'დროებით დაიჯავშნა სხვა დრო ან მონაწილე',
    en: 'Another time or another person is held instead',
  },
  'interview.booked': { ka: 'დრო დაჯავშნილია', en: 'The time is booked' },
  'interview.moved': { ka: 'დაჯავშნილი დრო გადაიტანეს', en: 'The booking was moved' },
  'interview.cancelled': { ka: 'დაჯავშნა გაუქმდა', en: 'The booking was cancelled' },
  'interview.expired': {
    ka: 'დროებითი დაჯავშნის ვადა გავიდა',
    en: 'The hold ran out before all had confirmed',
  },
  'interview.missed': {
    ka: 'მიღება არ შედგა: ვიღაც არ გამოცხადდა',
    en: 'The visit did not take place: somebody did not come',
  },
  'interview.unreachable': {
    ka: 'ვადამდე თავისუფალი დრო აღარ არის',
    en: 'No time is left before the deadline',
  },
  'interview.reachable': {
    ka: 'ვადამდე თავისუფალი დრო ისევ არის',
    en: 'A time before the deadline is free again',
  },
  'interview.waiting': {
    ka: 'გამოკითხვა თავისუფალი დროის მოლოდინშია',
    en: 'The interview waits for time to become free',
  },
  'interview.frozen': {
    ka: 'მიღება შეჩერდა: ამავე ბავშვის სხვა გეგმა უკვე მოქმედებს',
    en: 'The visit was frozen: another one of the same child is active',
  },
  'interview.resumed': {
    ka: 'შეჩერებული მიღება კვლავ იგეგმება',
    en: 'A frozen visit is planned again',
  },
  'visit.cancelled': {
    ka: 'მიღება გაუქმდა და აღარ იგეგმება',
    en: 'The visit was cancelled and is not planned any more',
  },
  'interview.started': { ka: 'გამოკითხვა დაიწყო', en: 'The interview began' },
  'interview.ended': { ka: 'გამოკითხვა დასრულდა', en: 'The interview ended' },
  'visit.ended': { ka: 'ბავშვმა ცენტრი დატოვა', en: 'The child left the centre' },
  'interview.further-asked': {
    ka: 'დამატებითი გამოკითხვა მოითხოვეს',
    en: 'A further interview was asked for',
  },
  'interview.further-approved': {
    ka: 'დამატებითი გამოკითხვა დამტკიცდა',
    en: 'A further interview was approved',
  },
  'episode.asked': {
    ka: 'მოითხოვეს ახალი ეპიზოდის გახსნა',
    en: 'A new episode was asked for',
  },
  'episode.opened': { ka: 'გაიხსნა ახალი ეპიზოდი', en: 'A new episode was opened' },
  'planning.held': { ka: 'დაგეგმვის შეხვედრა ჩატარდა', en: 'The planning meeting was held' },
  'topic.filed': {
    ka: 'უწყებამ გამოკითხვის საკითხები წარადგინა',
    en: 'An agency filed what it needs to be asked',
  },
  'topic.reviewed': {
    ka: 'გამოკითხვის საკითხი განიხილეს',
    en: 'A topic of the interview was reviewed',
  },
  'preparation.done': {
    ka: 'მომზადების საკითხი შესრულდა',
    en: 'A point of the preparation was dealt with',
  },
  'recording.filed': {
    ka: 'ჩანაწერი აღირიცხა',
    en: 'The recording was entered into the ledger',
  },
  'recording.touched': {
    ka: 'ჩანაწერი ნახეს, გადაიღეს ან გადასცეს',
    en: 'The recording was viewed, copied or handed over',
  },
  'recording.asked': {
    ka: 'უწყებამ ჩანაწერი მოითხოვა',
    en: 'An agency asked for the recording',
  },
  'recording.answered': {
    ka: 'ჩანაწერის მოთხოვნას უპასუხეს',
    en: 'The request for the recording was answered',
  },
  'interview.rested': {
    ka: 'გამოკითხვაში შესვენება დაიწყო ან დასრულდა',
    en: 'A break in the interview began or ended',
  },
  'aftercare.recorded': {
    ka: 'ჩაიწერა დახმარება გამოკითხვის შემდეგ',
    en: 'Care after the interview was recorded',
  },
  'resource.changed': { ka: 'რესურსი შეიცვალა', en: 'A resource was changed' },
  'resource.lost': {
    ka: 'რესურსი აღარ არის ხელმისაწვდომი: დაჯავშნა ირღვევა',
    en: 'A resource is lost: a booking breaks',
  },
  'endpoint.created': { ka: 'მისამართი დარეგისტრირდა', en: 'A webhook endpoint was registered' },
  'endpoint.deleted': { ka: 'მისამართი წაიშალა', en: 'A webhook endpoint was removed' },
} as const;

export const EventType = z.enum(Object.keys(eventTypes) as [keyof typeof eventTypes]);
export type EventType = z.infer<typeof EventType>;

export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('referral'), id: ReferralId }),
  z.object({ kind: z.literal('case'), id: CaseId }),
  z.object({ kind: z.literal('task'), id: TaskId }),
  z.object({ kind: z.literal('interview'), id: InterviewId }),
  z.object({ kind: z.literal('resource'), id: ResourceId }),
  z.object({ kind: z.literal('agency'), id: AgencyId }),
  z.object({ kind: z.literal('endpoint'), id: z.string() }),
]);
export type Subject = z.infer<typeof Subject>;

/** Related children of a report, by their numbers, the first and the last. */
export const Children = z.strictObject({ from: z.int().min(1), to: z.int().min(1) });
export type Children = z.infer<typeof Children>;

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
  /** A person who has to be reached directly, beside what stands in the feeds. */
  call: Call.optional(),
  deadline: Instant.optional(),
  urgency: Urgency.optional(),
  /** The related children of the report of whom each must now be seen to, by their numbers. */
  children: Children.optional(),
  codes: z.record(Code, z.string().max(200)).optional(),
  policy: PolicyReference.optional(),
});
export type JournalEvent = z.infer<typeof JournalEvent>;
