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
  'SubjectAccessView.record': w('რომელ ჩანაწერს ეხება.', 'Which record it is about.'),
  'askSubjectAccess.record': w('რომელ ჩანაწერს ეხება.', 'Which record it is about.'),
  'askSubjectAccess.subject': w('ვის მონაცემებს ითხოვენ.', 'Whose data are asked for.'),
  'SubjectAccessView.subject': w('ვის მონაცემებს ითხოვენ.', 'Whose data are asked for.'),
  'askSubjectAccess.name': w('ვინ ითხოვს, სახელით.', 'Who asks, by name.'),
  'SubjectAccessView.name': w('ვინ ითხოვს, სახელით.', 'Who asks, by name.'),
  'SubjectAccessView.because': w(
    'რატომ წყვეტს ორი ადამიანი; ცარიელია, თუ მანქანას პასუხი შეუძლია.',
    'Why two people decide; empty where a machine may answer.',
  ),
  'SubjectAccessView.state': w('ელოდება, გაიცემა თუ უარი ეთქვა.', 'Waits, released or refused.'),
  requester: w(
    'ვინ ითხოვს: თავად პირი თუ მისთვის სხვა.',
    'Who asks: the person or somebody for it.',
  ),
  ties: w(
    'როგორ არის დაკავშირებული სავარაუდო მოძალადესთან; უცნობი ნიშნავს „დიახ“-ს.',
    'How whoever asks stands to an accused; unknown counts as yes.',
  ),
  'askSubjectAccess.through': w(
    'ვინ მოიტანა მოთხოვნა, თუ სხვამ.',
    'Who brought the request, if somebody else did.',
  ),
  'askSubjectAccess.through.name': w('სახელი.', 'By name.'),
  accused: w('თავად არის სავარაუდო მოძალადე.', 'Is accused.'),
  decideBy: w('რა დრომდე უნდა გადაწყდეს.', 'By when it must be decided.'),
  votes: w(
    'ვინ რა გადაწყვიტა; გასაცემად ორივე მხარეა საჭირო.',
    'Who decided what; both sides are needed to release.',
  ),
  side: w('ოფიცერი თუ წამყვანი.', 'The officer or the lead.'),
  verdict: w('გაიცეს თუ უარი ეთქვას.', 'Release or refuse.'),
  'decideSubjectAccess.reason': w('რატომ.', 'Why.'),
  headings: w('სათაურები ორივე ენაზე.', 'Headings in both languages.'),
  known: w(
    'რა არის ცნობილი; სხვა ადამიანები დაფარულია.',
    'What is known; other people are hidden.',
  ),
  recipients: w('ვის გადაეცა.', 'Who was told.'),
  looks: w('რომელმა უწყებამ და როდის ნახა.', 'Which agency looked, and when.'),
  on: w('რომელ დღეს.', 'On which day.'),
  purposes: w('რა მიზნით.', 'For which purposes.'),
  bases: w('რა სამართლებრივი საფუძვლით.', 'On which legal bases.'),
  'SubjectPackView.text': w(
    'იგივე დასაბეჭდად, ორივე ენაზე.',
    'The same to print, in both languages.',
  ),
  'reportIncident.from': w('რა დროიდან.', 'From when on.'),
  'reportIncident.to': w('რა დრომდე.', 'Until when.'),
  'IncidentView.scope.from': w('რა დროიდან.', 'From when on.'),
  'IncidentView.scope.to': w('რა დრომდე.', 'Until when.'),
  scope: w(
    'რა მოწმდება: დრო და, თუ მითითებულია, ანგარიშები, უწყებები, ფუნქციები ან ჩანაწერები.',
    'What is looked at: a stretch of time and, where named, accounts, agencies, functions or records.',
  ),
  accounts: w('რომელი ანგარიშები.', 'Which accounts.'),
  functions: w('ჰაბის რომელი ნაწილები.', 'Which parts of the hub.'),
  records: w('რომელი ჩანაწერები, ან რამდენი.', 'Which records, or how many.'),
  noticedAt: w(
    'როდის გახდა ცნობილი; აქედან მიდის ვადა.',
    'When it was noticed: from then the time runs.',
  ),
  notifyBy: w(
    'რა დრომდე უნდა ეცნობოს საზედამხედველო ორგანოს.',
    'By when the supervisory authority must be told.',
  ),
  notifiedAt: w('როდის ეცნობა.', 'When it was told.'),
  'reportIncident.note': w('რა მოხდა.', 'What happened.'),
  'IncidentView.note': w('რა მოხდა.', 'What happened.'),
  progress: w(
    'ჟურნალის რამდენი მონაკვეთია ნანახი და რამდენი ჩანაწერი.',
    'How many stretches of the journal were looked through, and how many entries.',
  ),
  done: w('ნანახია.', 'Looked through.'),
  of: w('სულ.', 'In all.'),
  entries: w('ჟურნალის რამდენი ჩანაწერი.', 'How many entries of the journal.'),
  'IncidentView.totals.children': w('რამდენი ბავშვის.', 'How many children.'),
  'IncidentView.totals.categories.group': w('მონაცემთა ჯგუფი.', 'The field group.'),
  'IncidentView.totals.categories.children': w('რამდენი ბავშვის.', 'Of how many children.'),
  'IncidentView.totals.leads.children': w(
    'რამდენი ბავშვის გამო.',
    'On account of how many children.',
  ),
  'AccessLine.action': w('რა მოქმედებით ნახა.', 'By which action it was read.'),
  totals: w(
    'რას შეეხო, რიცხვებში; ჩნდება, როცა ყველაფერი დათვლილია.',
    'What it touched, in numbers; there when all is counted.',
  ),
  lists: w(
    'სიების გვერდები: პირადი მონაცემები მათში არ არის.',
    'Pages of lists: nothing personal is in them.',
  ),
  categories: w(
    'რომელი მონაცემები: რამდენი ჩანაწერის და ბავშვის.',
    'Which data: of how many records and children.',
  ),
  leads: w(
    'ვინ წარმართავს და ვის უნდა ეცნობოს, რამდენი ბავშვის გამო.',
    'Who leads and must be told, on account of how many children.',
  ),
  reads: w('რამდენჯერ ნახა.', 'How often it looked.'),
  child: w('შემთხვევა ან, თუ არ არის, შეტყობინება.', 'The case or, without one, the referral.'),
  slice: w('რომელი ნაწილი, 0-დან.', 'Which part, from 0.'),
  recordedAt: w('როდის აღირიცხა.', 'When it was recorded.'),
  ticket: w('საგანგებო წვდომა, რომლითაც ნახა.', 'The emergency look by which it was read.'),
};
