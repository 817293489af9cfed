import type * as z from 'zod';
import type { Words } from '../common.ts';

type Meaning = z.infer<typeof Words>;
const w = (ka: string, en: string): Meaning => ({ ka, en });

/** What the fields of emergency looks, of the journal of access and of incidents mean. */
export const privacyMeanings: Readonly<Record<string, Meaning>> = {
  'breakGlass.record': w('შემთხვევის ან შეტყობინების ნომერი.', 'Id of a case or a referral.'),
  'breakGlass.reason': w(
    'რატომ გჭირდებათ ეს ჩანაწერი ახლავე, საკუთარი სიტყვებით; სულ მცირე 30 ნიშანი.',
    'Why you need this record at once, in your own words; at least 30 characters.',
  ),
  'TicketView.record': w('რომელ ჩანაწერს ეხება.', 'Which record it opens.'),
  'TicketView.reads': w('რა ნახა ამ წვდომით.', 'What was read by it.'),
  'TicketView.reads.record': w('რომელი ჩანაწერი ნახა.', 'Which record was read.'),
  'TicketView.reads.what': w('რა მოქმედებით.', 'By which action.'),
  'TicketView.until': w('რა დრომდე მოქმედებს.', 'Until when it opens the record.'),
  'TicketView.state': w('მოქმედებს, გაუქმდა თუ დასრულდა.', 'Open, revoked or ended.'),
  'TicketView.reason': w('მიზეზი, თავისივე სიტყვებით.', 'The reason, in the person’s own words.'),
  'TicketView.review.reason': w('რატომ ასე შეფასდა.', 'Why it was found so.'),
  'reviewTicket.reason': w('რატომ ასე შეფასდა.', 'Why it was found so.'),
  reviewBy: w('რა დრომდე უნდა განიხილოს მეორე ადამიანმა.', 'By when a second person looks at it.'),
  review: w('რა დაასკვნა მეორე ადამიანმა.', 'What a second person found.'),
  finding: w('გამართლებული იყო თუ არა.', 'Whether it was justified.'),
  revoked: w('ვინ და როდის დაასრულა ვადამდე.', 'Who ended it before its time, and when.'),
  verb: w(
    'რა მოხდა: კანონის შვიდი ზმნიდან ერთ-ერთი.',
    'What happened: one of the seven verbs of the law.',
  ),
  why: w(
    'რომელი წესით, რა მიზნით და რა საფუძვლით.',
    'By which rule, for what, on which legal basis.',
  ),
  ticket: w('საგანგებო წვდომა, რომლითაც ნახა.', 'The emergency look by which it was read.'),
};
