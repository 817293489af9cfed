import type * as z from 'zod';
import type { Words } from '../common.ts';
import { bookingMeanings } from './booking-meanings.ts';
import { calendarMeanings } from './calendar-meanings.ts';
import { endpointMeanings } from './endpoint-meanings.ts';
import { feedMeanings } from './feed-meanings.ts';
import { inboundMeanings } from './inbound-meanings.ts';
import { interviewMeanings } from './interview-meanings.ts';
import { journalMeanings } from './journal-meanings.ts';
import { oversightMeanings } from './oversight-meanings.ts';
import { peopleMeanings } from './people-meanings.ts';
import { privacyMeanings } from './privacy-meanings.ts';
import { protectionMeanings } from './protection-meanings.ts';
import { recallMeanings } from './recall-meanings.ts';
import { resourceMeanings } from './resource-meanings.ts';
import { retentionMeanings } from './retention-meanings.ts';
import { serviceMeanings } from './service-meanings.ts';
import { sharingMeanings } from './sharing-meanings.ts';
import { slotMeanings } from './slot-meanings.ts';
import { visitMeanings } from './visit-meanings.ts';

type Meaning = z.infer<typeof Words>;
const w = (ka: string, en: string): Meaning => ({ ka, en });

/**
 * What each field means, by its name; a field that means something else in one schema stands as
 * `Schema.field`, and an inner one as `Schema.outer.field`.
 */
export const meanings: Readonly<Record<string, Meaning>> = {
  ...privacyMeanings,
  ...bookingMeanings,
  ...calendarMeanings,
  ...feedMeanings,
  ...endpointMeanings,
  ...inboundMeanings,
  ...journalMeanings,
  ...interviewMeanings,
  ...slotMeanings,
  ...resourceMeanings,
  ...visitMeanings,
  ...peopleMeanings,
  ...oversightMeanings,
  ...recallMeanings,
  ...retentionMeanings,
  ...serviceMeanings,
  ...protectionMeanings,
  ...sharingMeanings,

  // Records
  id: w('ჩანაწერის ნომერი.', 'Id of the record.'),
  version: w('ჩანაწერის ვერსია: იგივე, რაც `ETag`.', 'Version of the record: the same as `ETag`.'),
  links: w('მისამართები, საიდანაც დანარჩენი იკითხება.', 'Paths from which the rest is read.'),
  items: w('ჩანაწერები.', 'The entries.'),
  next: w(
    'შემდეგი გვერდის მისამართი; ბოლო გვერდზე არ არის.',
    'Path of the next page; absent on the last.',
  ),
  limit: w('რამდენი ჩანაწერი დაბრუნდეს.', 'How many entries to answer.'),
  cursor: w('ადგილი სიაში; მხოლოდ `next`-იდან.', 'Place in the list; taken from `next` only.'),
  code: w('კოდი, ყველა ენაზე ერთი.', 'The code, the same in every language.'),
  label: w('წარწერა მოთხოვნილ ენაზე.', 'The label, in the language asked for.'),
  ka: w('ქართულად.', 'In Georgian.'),
  en: w('ინგლისურად.', 'In English.'),
  name: w('სახელი.', 'Name.'),
  kind: w('სახეობა.', 'The kind.'),
  status: w('მდგომარეობა.', 'The status.'),
  state: w('მდგომარეობა.', 'The state.'),
  at: w('როდის.', 'When.'),
  agency: w('უწყება.', 'The agency.'),
  subject: w('რას ეხება: სახეობა და ნომერი.', 'What it is about: its kind and id.'),
  shownBy: w('წვდომის წესი, რომლითაც ეს გამოჩნდა.', 'The access rule by which this much is shown.'),
  details: w(
    'რაც თქვენთვისაა გახსნილი; დანარჩენი აქ არ არის.',
    'What is open to you; the rest is absent.',
  ),
  url: w('https მისამართი თქვენს სისტემაში.', 'An https address in your system.'),
  lang: w('გვერდის ენა.', 'Language of the page.'),
  policy: w('წესების კრებული, რომლითაც გადაწყდა.', 'The policy pack by which it was decided.'),
  pack: w('წესების კრებული.', 'The policy pack.'),
  edition: w('მისი გამოცემა.', 'Its edition.'),
  sha256: w('მისი შინაარსის ანაბეჭდი.', 'Fingerprint of its content.'),
  openCentres: w(
    'ცენტრები, რომლებიც ამ ჰაბმა გახსნილად გამოაცხადა.',
    'Centres this hub declared open against the pack.',
  ),

  // Referral as it is sent
  child: w('ბავშვი; სავარაუდო მსხვერპლი.', 'The child; the alleged victim.'),
  givenName: w('სახელი, ნებისმიერი დამწერლობით.', 'Given name, in any script.'),
  familyName: w('გვარი, ნებისმიერი დამწერლობით.', 'Family name, in any script.'),
  personalNumber: w('პირადი ნომერი, 11 ციფრი.', 'Personal number, 11 digits.'),
  birthDate: w('დაბადების თარიღი.', 'Date of birth.'),
  ageYears: w('ასაკი წლებში, თუ თარიღი უცნობია.', 'Age in years, where the date is not known.'),
  sex: w('სქესი.', 'Sex.'),
  languages: w('ენები, რომლებზეც ბავშვი ლაპარაკობს.', 'Languages the child speaks.'),
  needs: w(
    'რა სჭირდება ბავშვს; კოდები სიიდან `needs`.',
    'What the child needs; codes of the list `needs`.',
  ),
  municipality: w(
    'მუნიციპალიტეტი სიიდან, ან `unknown`.',
    'A municipality of the list, or `unknown`.',
  ),
  whereabouts: w('სად ცხოვრობს და სად არის ბავშვი.', 'Where the child lives and can be found.'),
  address: w('მისამართი.', 'Address.'),
  school: w('სკოლა ან ბაღი.', 'School or kindergarten.'),
  childNow: w(
    'სად არის ბავშვი ახლა: დახმარება წასვლამდე უნდა მივიდეს.',
    'Where the child is now: help must come before it leaves.',
  ),
  where: w('სად.', 'Where.'),
  until: w('როდემდე დარჩება იქ.', 'Until when it stays there.'),
  'ReferralReceipt.nextSteps.until': w('დრო, რომელიც ტექსტშია.', 'The time in the words.'),
  identity: w('რამდენადაა ცნობილი, ვინ არის ბავშვი.', 'How far it is known who the child is.'),
  known: w('რამდენადაა ცნობილი.', 'How far it is known.'),
  description: w('აღწერა, როცა სახელი უცნობია.', 'A description, where the name is not known.'),
  expectedMonth: w('მოსალოდნელი თვე, `YYYY-MM`.', 'Month of the expected birth, `YYYY-MM`.'),
  sameSchool: w('სწავლობს თუ არა იმავე სკოლაში.', 'Whether it goes to the same school.'),
  origin: w(
    'შეტყობინება, რომლიდანაც ჰაბმა ეს შექმნა.',
    'The referral out of which the hub made this one.',
  ),
  stated: w(
    'რა ითქვა ახალი; რაც არ თქმულა, აქ არ არის.',
    'What was newly stated; what was not said is absent.',
  ),
  became: w(
    'ძალადობის შეტყობინება, რომელიც ამ ცნობიდან შეიქმნა.',
    'The violence referral that this news has become.',
  ),
  'AdditionReceipt.number': w(
    'ცნობის რიგითი ნომერი ამ შეტყობინებაში.',
    'Number of the addition within the referral.',
  ),
  relatedChildren: w('სხვა ბავშვები და მათი როლი.', 'Other children, and their role.'),
  role: w('როლი.', 'Role.'),
  reporter: w('ვინ გვატყობინებს.', 'Who tells.'),
  mode: w(
    'სახელით, დაფარულად, ანონიმურად, ან თავად ბავშვი.',
    'By name, masked, anonymous, or the child itself.',
  ),
  phone: w('ტელეფონი.', 'Telephone.'),
  onBehalfOf: w('ვისი სახელით.', 'On whose behalf.'),
  mayBeTold: w('შეიძლება თუ არა მას ეცნობოს.', 'Whether that agency may be told.'),
  channel: w('როგორ მოვიდა: ფორმა, ტელეფონი, სისტემა.', 'How it came: form, phone, system.'),
  narrative: w(
    'რა გაწუხებთ, თქვენი სიტყვებით; ერთი წინადადებაც კმარა.',
    'What worries you, in your own words; one sentence is enough.',
  ),
  narrativeLanguage: w('რა ენაზეა დაწერილი.', 'The language it is written in.'),
  childsOwnWords: w(
    'ბავშვის სიტყვები, სიტყვასიტყვით; ბავშვს ამისთვის არაფერს ეკითხებიან.',
    'The child’s words, word for word; nobody asks the child for them.',
  ),
  safeContact: w(
    'ზრდასრული, რომელსაც უსაფრთხოდ შეიძლება დაურეკონ.',
    'The adult who may safely be called.',
  ),
  person: w('ვინ.', 'Who.'),
  language: w('ენა.', 'Language.'),
  when: w('როდის შეიძლება დარეკვა.', 'When to call.'),
  never: w('როდის არავითარ შემთხვევაში.', 'When never to call.'),
  forms: w(
    'ძალადობის ფორმები; კოდები სიიდან `forms`.',
    'Forms of violence; codes of the list `forms`.',
  ),
  immediateDanger: w(
    'საფრთხე ახლა; `unsure` ითვლება `yes`-ად, სანამ ადამიანი არ ნახავს.',
    'Danger now; `unsure` counts as `yes` until a person has looked.',
  ),
  lastIncidentAt: w(
    'ბოლოს როდის მოხდა: თარიღი, დრო, ან ორივე სიზუსტით.',
    'When it last happened: a date, an instant, or either with its precision.',
  ),
  precision: w('რამდენად ზუსტად.', 'How exactly.'),
  allegedPerpetrators: w('სავარაუდო მოძალადეები.', 'Those alleged to have done it.'),
  relation: w(
    'ვინ არის ბავშვისთვის; კოდი სიიდან `relations`.',
    'Who it is to the child; a code of the list `relations`.',
  ),
  livesWithChild: w('ცხოვრობს თუ არა ბავშვთან.', 'Lives with the child.'),
  isGuardian: w('არის თუ არა კანონიერი წარმომადგენელი.', 'Is the child’s legal representative.'),
  employer: w(
    'სად მუშაობს: უწყება ან მისი სახეობა. ის უწყება საერთო ანგარიშით არაფერს მიიღებს.',
    'Where the person works: an agency or a kind of agency. That agency then gets nothing through its common account.',
  ),
  under18: w('არასრულწლოვანია თუ არა.', 'Is under eighteen.'),
  dangerToVisitors: w('საშიშია თუ არა მიმსვლელისთვის.', 'Is a danger to those who visit.'),
  injuryVisible: w('ჩანს თუ არა დაზიანება.', 'Whether an injury can be seen.'),
  selfHarmRisk: w(
    'იზიანებს თუ არა ბავშვი თავს ან ლაპარაკობს ამაზე.',
    'Whether the child harms itself or speaks of it.',
  ),
  toldBefore: w(
    'ვის უკვე უამბო ბავშვმა; თავად ბავშვს ამას არ ეკითხებიან.',
    'Whom the child has told already; never asked of the child.',
  ),
  instrument: w('შევსებული ფორმა და მისი ვერსია.', 'The form that was filled in, and its version.'),
  indicators: w('ფორმის კითხვები და პასუხები.', 'The form’s indicators.'),
  answer: w('პასუხი.', 'The answer.'),
  evidence: w('რას ეყრდნობა პასუხი.', 'What the answer rests on.'),
  worry: w(
    'თქვენი წუხილი, 0-დან 3-მდე: აწევს ყურადღებას, არასოდეს დაწევს.',
    'Your own worry, 0 to 3: it can raise attention, never lower it.',
  ),
  consent: w(
    'ოჯახის თანხმობა, ან რატომ არ უკითხავთ.',
    'The family’s consent, or why it was not asked.',
  ),
  by: w('ვინ.', 'By whom.'),
  on: w('რომელ დღეს.', 'On which day.'),
  reason: w('მიზეზის კოდი სიიდან.', 'Code of the reason, from its list.'),

  // Referral as it is shown
  receiptNumber: w(
    'ნომერი, რომლითაც ადამიანები საუბრობენ.',
    'The number as people say and write it.',
  ),
  submittedAt: w('როდის გაიგზავნა.', 'When it was submitted.'),
  nextSteps: w(
    'რა გააკეთოთ და რა არა, სანამ ვინმე მოვა.',
    'What to do, and what not to do, until somebody comes.',
  ),
  lead: w('უწყება, რომელიც წარმართავს.', 'The agency that leads.'),
  case: w('ბავშვის შემთხვევა.', 'The child’s case.'),
  work: w('რა კეთდება.', 'What is being done.'),
  feedback: w('უკუკავშირი შემტყობინებელს.', 'Feedback to the referrer.'),
  number: w('რიგითი ნომერი.', 'Running number.'),
  stage: w('პირველი თუ საბოლოო.', 'First feedback, or the outcome.'),
  from: w('ვისგან.', 'From whom.'),
  message: w('სათქმელი.', 'The message.'),
  acknowledgedAt: w('როდის დადასტურდა.', 'When it was acknowledged.'),
  contact: w('უსაფრთხო კონტაქტი.', 'The safe contact.'),
  concern: w('რა სახის წუხილია.', 'What the worry is about.'),
  'childs-own-words': w('ბავშვის სიტყვები.', 'The child’s own words.'),
  medical: w('დაზიანება და საჭიროებები.', 'Injury and needs.'),
  family: w('სხვა ბავშვები.', 'Other children.'),

  // Routing
  referral: w('შეტყობინება.', 'The referral.'),
  referrals: w('შეტყობინებები.', 'The referrals.'),
  level: w('დონე.', 'The level.'),
  tasks: w('ამოცანები.', 'The tasks.'),
  task: w('ამოცანა.', 'The task.'),
  rule: w('წესი, რომელმაც ასე გადაწყვიტა.', 'The rule that decided so.'),
  why: w('რატომ.', 'Why.'),

  // Access
  record: w(
    'ჩანაწერის ნომერი: შეტყობინება, შემთხვევა, ამოცანა ან მიღება.',
    'Id of the record: a referral, case, task or visit.',
  ),
  decision: w(
    '`allow`: ყველა ჯგუფი ღიაა; `allow-limited`: ღიაა მხოლოდ ჩამოთვლილი; `deny`: არ შეუძლია.',
    '`allow`: every field group is open; `allow-limited`: only those listed; `deny`: it may not.',
  ),
  rules: w(
    'წესები, რომლებმაც გადაწყვიტა; ცარიელია, თუ მოქმედებას არც ერთი წესი არ უშვებს.',
    'The rules that decided; none where no rule allows it.',
  ),
  group: w('მონაცემთა ჯგუფი.', 'The group of fields.'),
  'explainAccess.action': w('მოქმედება, რომელზეც კითხულობთ.', 'The action you ask about.'),
  actions: w(
    'მოქმედებები, რომლებსაც წესები ამ ჩანაწერზე უშვებს.',
    'The actions that the rules allow with this record.',
  ),
  'AccessExplained.action': w('მოქმედება.', 'The action.'),
  says: w('რას ამბობს წესი.', 'What the rule says.'),
  purpose: w('რას ემსახურება წესი.', 'What the rule serves.'),
  relations: w('რა კავშირი აქვს ანგარიშს ჩანაწერთან.', 'How the account stands to the record.'),
  open: w('ჩანს თუ არა ჯგუფი.', 'Whether the group is shown.'),
  closedBy: w('წესი, რომელმაც ჯგუფი დახურა.', 'The rule that closed the group.'),

  // Task and case
  taskId: w('ამოცანის ნომერი.', 'Id of the task.'),
  referralId: w('შეტყობინების ნომერი.', 'Id of the referral.'),
  caseId: w('შემთხვევის ნომერი.', 'Id of the case.'),
  endpointId: w('მისამართის ნომერი.', 'Id of the endpoint.'),
  track: w(
    'მიმართულება: უსაფრთხოება, სამართალი, სხეული, სული, მხარდაჭერა.',
    'The track: safety, justice, body, mind, support.',
  ),
  urgency: w('რამდენად სასწრაფოა.', 'How urgent.'),
  createdAt: w('როდის შეიქმნა.', 'When it was made.'),
  deadline: w('ბოლო ვადა.', 'The deadline.'),
  instructions: w('რა უნდა და რა არ უნდა გაკეთდეს.', 'What to do and what not to do.'),
  outcome: w('შედეგის კოდი სიიდან `outcomes`.', 'Code of the outcome, from the list `outcomes`.'),
  relatedChild: w(
    'რომელ სხვა ბავშვს ეხება: რიგითი ნომერი შეტყობინებაში, სახელის გარეშე.',
    'Which other child of the report it is about: by number, never by name.',
  ),
  about: w(
    'ამოცანა, რომელზეც ეროვნულმა მორიგემ უნდა გადაწყვიტოს.',
    'The task over which the national desk has to decide.',
  ),
  handedOverAt: w('როდის დაელაპარაკა ორი ერთეული ერთმანეთს.', 'When the two units talked.'),
  persons: w('ვინ ილაპარაკა ორივე ერთეულიდან.', 'Who talked, of both units.'),
  'MoveView.number': w('გადასვლის რიგითი ნომერი.', 'Number of the move within the case.'),
  'MoveView.from': w('ერთეული, რომელიც მანამდე წარმართავდა.', 'The unit that led before.'),
  'MoveView.to': w(
    'ერთეული, რომელსაც მიმართეს; არ არის, სანამ ადგილი უცნობია.',
    'The unit that is asked; absent while nobody knows the place.',
  ),
  'moveCase.to': w(
    'მუნიციპალიტეტი, მეურვეობის ორგანოს ერთეული, ან `unknown`, თუ ადგილი უცნობია.',
    'A municipality, a guardianship unit, or `unknown` where nobody knows the place.',
  ),
  'moveCase.since': w('როდიდან.', 'Since when.'),
  'moveCase.source': w(
    'საიდან არის ცნობილი; კოდი სიიდან `moveSources`.',
    'How it is known; a code of `moveSources`.',
  ),
  'MoveView.since': w('როდიდან.', 'Since when.'),
  'MoveView.source': w('საიდან არის ცნობილი.', 'How it is known.'),
  redirectedFrom: w('ამოცანა, საიდანაც გადმომისამართდა.', 'The task it was redirected from.'),
  offeredTo: w('ამოცანა, რომელიც სხვა უწყებას შესთავაზეს.', 'The task offered to another agency.'),
  replacedBy: w('ამოცანა, რომელმაც შეცვალა.', 'The task that replaced it.'),
  actingPerson: w('ვინ იმოქმედებს, სახელით.', 'Who acts, by name.'),
  deputy: w('ვინ ცვლის.', 'Who stands in.'),
  note: w('შენიშვნა.', 'A note.'),
  to: w('სად გადადის.', 'Where it goes.'),
  openedAt: w('როდის გაიხსნა.', 'When it was opened.'),
  worker: w('შემთხვევის სოციალური მუშაკი.', 'The social worker of the case.'),

  // Safety decisions and waivers
  result: w('ნანახია თუ ვერ ნახეს.', 'Whether the child was seen.'),
  current: w(
    'ჯერ მოქმედებს: არც გადახედვა დაგვიანებულა, არც ზომის ვადა გასულა.',
    'It still counts: neither its review nor a measure of it is overdue.',
  ),
  childSeenAt: w('როდის ნახეს ბავშვი პირადად.', 'When the child was seen in person.'),
  seenBy: w('ვინ ნახა, სახელით.', 'Who saw the child, by name.'),
  seenAlone: w(
    'ნახეს თუ არა ბავშვი ცალკე, სავარაუდო მოძალადის გარეშე.',
    'Whether the child was seen alone, without the alleged perpetrator.',
  ),
  sleepsTonight: w(
    'სად რჩება ბავშვი ამაღამ; კოდი სიიდან `sleepsTonight`.',
    'Where the child sleeps tonight; a code of the list `sleepsTonight`.',
  ),
  measures: w(
    'რა იცავს ბავშვს; კოდები სიიდან `measures`, `none` მარტო დგას.',
    'What protects the child; codes of the list `measures`, `none` stands alone.',
  ),
  against: w(
    'ვის წინააღმდეგ: სავარაუდო მოძალადის ნომერი ან სიტყვებით.',
    'Against whom: the number of an alleged perpetrator, or in words.',
  ),
  measure: w('რომელი ზომა, 0-დან.', 'Which measure, from 0.'),
  who: w('ვინ, სიტყვებით.', 'Who, in words.'),
  perpetrator: w('სავარაუდო მოძალადის ნომერი.', 'Number of the alleged perpetrator.'),
  validUntil: w('როდემდე მოქმედებს; ვადად ითვლება.', 'Until when it holds; becomes a deadline.'),
  siblingsChecked: w(
    'შემოწმდა თუ არა სხვა ბავშვების უსაფრთხოება; `none`, თუ არ არიან.',
    'Whether the other children’s safety was checked; `none` where there are none.',
  ),
  reviewBy: w(
    'როდემდე იხილება ხელახლა; ვადად ითვლება.',
    'By when it is looked at again; becomes a deadline.',
  ),
  notSeen: w(
    'რატომ ვერ ნახეს; კოდი სიიდან `notSeenReasons`: პოლიცია და პროკურატურა მაშინვე ერთვებიან.',
    'Why not seen; a code of the list `notSeenReasons`: police and prosecutor act at once.',
  ),
  triedAt: w('როდის სცადეს.', 'When it was tried.'),
  opened: w('ამოცანები, რომლებიც მაშინვე გაიხსნა.', 'The tasks that were opened at once.'),
  tracks: w(
    'ოთხი მიმართულება და რომელი რა მდგომარეობაშია.',
    'The four tracks, and how each stands.',
  ),
  askedBy: w('ვინ მოითხოვა, სახელით.', 'Who asked, by name.'),
  confirmed: w('როდის და რომელ უწყებაში დადასტურდა.', 'When it was confirmed, and where.'),
  holds: w(
    'დადასტურებულია და მის შემდეგ ახალი არაფერი მოსულა.',
    'Confirmed, and nothing has come since that it does not cover.',
  ),
  instead: w('რა უნდა გაკეთდეს.', 'What to do about it.'),
  'decideSafety.reason': w('რატომ გადაწყდა ასე, სიტყვებით.', 'Why it was decided so, in words.'),
  'decideSafety.where': w(
    'სად ნახეს; კოდი სიიდან `childNowPlaces`.',
    'Where it was seen; a code of the list `childNowPlaces`.',
  ),

  // Clocks and events
  holder: w('ვის ევალება.', 'Who has to act.'),
  startedAt: w('როდის დაიწყო ათვლა.', 'When the count began.'),
  dueAt: w('როდის იწურება.', 'When it is due.'),
  endedAt: w('როდის დასრულდა.', 'When it ended.'),
  guardsChild: w(
    'იცავს ბავშვს: ითვლება დღე-ღამე და არ ჩერდება.',
    'Guards a child: counted day and night, never paused.',
  ),
  points: w('როდის შეახსენებს ჰაბი და ვის.', 'When the hub speaks up, and to whom.'),
  silent: w(
    'უხმოდ ჩაიარა: უწყების სისტემას ან თანამშრომელს ამოცანა უკვე ჰქონდა.',
    'Passed without a word: a system or a person of the agency had the task already.',
  ),
  what: w('რა ხდება ამ დროს.', 'What happens then.'),
  because: w('რატომ სწორედ მაშინ.', 'Why due just then.'),
  type: w('მოვლენის სახეობა.', 'Type of the event.'),
  codes: w('კოდები, რომლებიც ახლავს.', 'Codes that go with it.'),

  // Feed and webhooks
  after: w('რომელი ნომრის შემდეგ.', 'The number after which to read.'),
  sequence: w('რიგითი ნომერი ლენტაში, გამოტოვების გარეშე.', 'Number in the feed, without a gap.'),
  last: w('ლენტის ბოლო ნომერი.', 'The feed’s last number.'),
  events: w('რომელ მოვლენებზე; `*` ყველა.', 'Which events; `*` is all of them.'),
  secret: w(
    'ხელმოწერის გასაღები; მხოლოდ ერთხელ ჩანს.',
    'The secret for signatures; shown once only.',
  ),
  event: w('მოვლენის ნომერი.', 'Id of the event.'),
  attempts: w('ცდები.', 'The tries.'),
  error: w('რატომ ვერ მივიდა.', 'Why it did not arrive.'),
  milliseconds: w('რამდენ ხანში, მილიწამებში.', 'How long it took, in milliseconds.'),
  nextAttemptAt: w('როდის იქნება შემდეგი ცდა.', 'When the next try is.'),
  timestamp: w('როდის მოხდა.', 'When it happened.'),
  data: w('ნომრები და ვადები; მეტი არასდროს.', 'Ids and deadlines; never more.'),
  link: w('სად იკითხება დეტალები.', 'Where the details are read.'),

  // Directory
  areas: w(
    'მუნიციპალიტეტები, რეგიონები (`GE-IM`), ან მთელი ქვეყანა (`GE`).',
    'Municipalities, regions (`GE-IM`), or the whole country (`GE`).',
  ),
  'AgencyView.duty': w('პასუხობს ნებისმიერ დროს.', 'Answers at any hour.'),
  duty: w('ვინ მორიგეობს.', 'Who takes duty.'),
  account: w(
    'ანგარიში, რომლითაც ეს ადამიანი სისტემაში შედის.',
    'The account with which this person signs in.',
  ),
  region: w('რეგიონი.', 'The region.'),
  occupied: w('ოკუპირებული: უწყება იქ ვერ მოქმედებს.', 'Occupied: no agency can act there.'),
  title: w('სათაური.', 'The title.'),
  domains: w('ფორმის ნაწილები.', 'The parts of the form.'),
  domain: w('ფორმის ნაწილი.', 'The part of the form.'),
  question: w('კითხვა.', 'The question.'),
  danger: w('პასუხი `yes` ნიშნავს საფრთხეს ახლა.', 'A `yes` means danger now.'),

  // Answers to whoever referred
  proposed: w('წამყვანის თანხმობას ელოდება.', 'Waits for the lead’s release.'),
  offered: w(
    'რა შესთავაზეს ოჯახს; კოდები სიიდან `offers`.',
    'What the family was offered; codes of the list `offers`.',
  ),
  takenUp: w(
    'მიიღო თუ არა ოჯახმა; კოდი სიიდან `takenUp`.',
    'Whether the family took it up; a code of the list `takenUp`.',
  ),
  loopClosedAt: w(
    'როდის დაასრულა ზედამხედველმა დადასტურების მოლოდინი.',
    'When a supervisor ended the wait for an acknowledgement.',
  ),
  exceptions: w(
    'კანონიერი საფუძვლები, რომლითაც უკუკავშირი არ იგზავნება.',
    'Lawful exceptions from feedback.',
  ),
  stages: w('რომელი პასუხისგან ათავისუფლებს.', 'From which answers it frees.'),
  closing: w(
    'როგორ დაიხურა; მხოლოდ მათთვის, ვინც მუშაობს.',
    'How it was closed: for those who work on it.',
  ),
  comesBackUntil: w(
    'არ იმოქმედეს: ამ დღემდე ახალი შეტყობინება გადაწყვეტილებას ისევ გამოაჩენს.',
    'Nothing was done: a new report until this day brings the decision back into view.',
  ),
  how: w('როგორ; კოდი სიიდან `contactWays`.', 'How; a code of the list `contactWays`.'),
  'ClosingView.contact': w(
    'როდის და როგორ ესაუბრნენ შეტყობინების ავტორს.',
    'When and how whoever referred was spoken with.',
  ),
  askedAt: w('როდის იკითხეს.', 'When it was asked.'),
  answerBy: w(
    'როდემდე სურთ პასუხი; ბავშვის დაცვა მას არ ელოდება.',
    'By when an answer is hoped for; protection does not wait for it.',
  ),
  answeredAt: w('როდის უპასუხეს.', 'When it was answered.'),
  reminder: w('რა არ უნდა გააკეთოთ პასუხისთვის.', 'What not to do in order to answer.'),
  'QuestionView.question': w(
    'შეკითხვა შეტყობინების ავტორს; ბავშვს არ უსვამენ.',
    'The question to whoever referred; never put to the child.',
  ),
  'QuestionView.answer': w(
    'რაც შეტყობინების ავტორმა უკვე იცის.',
    'What whoever referred knows already.',
  ),
  text: w('თქვენი სიტყვებით.', 'In your own words.'),
  considerations: w('რა დაასკვნეს, ვინც განიხილა.', 'What those who considered it concluded.'),
  considered: w(
    'ვინც განიხილა, რიგით; ორი სხვადასხვა ადამიანი.',
    'Those who considered it, in order; two different people.',
  ),
  pausedSince: w('როდიდან ისვენებს ათვლა.', 'Since when the clock rests.'),
  pausedUntil: w(
    'როდის განახლდება თავისით, არა უგვიანეს.',
    'When it goes on by itself at the latest.',
  ),

  // Problem documents
  detail: w('რა გააკეთოთ ამის ნაცვლად.', 'What to do instead.'),
  instance: w('ამ მოთხოვნის ნომერი, დახმარებისთვის.', 'Id of this call, for support.'),
  errors: w('თითოეული მიზეზი თავისი ადგილით.', 'Each cause with its place.'),
  pointer: w(
    'ველი, როგორც JSON pointer, ან ჩანაწერის ნომერი.',
    'The field as a JSON pointer, or the id of a record.',
  ),

  // Where the name means something else
  'Problem.type': w(
    'უარის სახეობა, უცვლელი მისამართი; პროგრამამ ეს შეადაროს.',
    'The refusal as a URI that never changes; programs compare this.',
  ),
  'Problem.title': w('რა მოხდა.', 'What was refused.'),
  'Problem.status': w('HTTP სტატუსი.', 'The HTTP status.'),
  'ClockView.name': w(
    'ათვლის სახელი; კოდი სიიდან `clocks`.',
    'Its name; a code of the list `clocks`.',
  ),
  'ClockView.subject': w('რას ეხება.', 'What it is about.'),
  'ReferralView.details.identity': w('ვინ არის ბავშვი.', 'Who the child is.'),
  'TaskView.details.identity': w('ვინ არის ბავშვი.', 'Who the child is.'),
  'ReferralView.municipality': w('ბავშვის მუნიციპალიტეტი.', 'The child’s municipality.'),
  'TaskView.next': w('შესაძლო შემდეგი ნაბიჯები.', 'The steps possible from here.'),
  'TaskView.work': w('ვინ მუშაობს და რა ჩაინიშნა.', 'Who works on it, and what was noted.'),
  'TaskTransition.to': w('მდგომარეობა, რომელშიც გადადის.', 'The status it moves to.'),
  'WebhookPayload.type': w('რა მოხდა.', 'What happened.'),

  // Duty and oversight
  people: w(
    'ვინ მორიგეობს; მორიგეობა ადგილს ამ სიაში მიუთითებს.',
    'The people on duty; shifts point to their places in this list.',
  ),
  head: w('უწყების ხელმძღვანელი.', 'Who heads the agency.'),
  mail: w('ელფოსტა.', 'E-mail address.'),
  shifts: w('მორიგეობები.', 'The shifts.'),
  'Reachable.name': w('სახელი და გვარი.', 'Name.'),
  'DutyPerson.deputy': w(
    'ვინ ჩაანაცვლებს, თუ არ პასუხობს.',
    'Who stands in where this person does not answer.',
  ),
  'RosterView.shifts.from': w('როდიდან.', 'From when.'),
  'RosterView.shifts.to': w(
    'როდემდე; ეს წამი უკვე შემდეგისაა.',
    'Until when; that instant is the next one’s.',
  ),
  'RosterSubmission.shifts.from': w('როდიდან.', 'From when.'),
  'RosterSubmission.shifts.to': w(
    'როდემდე; ეს წამი უკვე შემდეგისაა.',
    'Until when; that instant is the next one’s.',
  ),
  'RosterView.shifts.person': w('ადგილი სიაში, 0-დან.', 'Place in the list, counted from 0.'),
  'RosterSubmission.shifts.person': w('ადგილი სიაში, 0-დან.', 'Place in the list, counted from 0.'),
  car: w('მანქანა, უწყების საკუთარი აღნიშვნით.', 'The car, by the agency’s own name for it.'),
  desk: w(
    'განყოფილების მორიგე ნომერი; არა ვინმეს პირადი.',
    'The number of the duty desk itself, nobody’s own.',
  ),
  gaps: w(
    'უახლოესი დრო, როცა მორიგე არ არის: ამაზე დღესვე უნდა იზრუნოთ.',
    'Near times without anybody on duty: to be seen to today.',
  ),
  'RosterView.gaps.from': w('როდიდან არავინაა.', 'From when there is nobody.'),
  'RosterView.gaps.to': w(
    'როდემდე; თუ არ ჩანს, შემდეგ აღარავინ წერია.',
    'Until when; absent where nobody is planned after it.',
  ),
  receipt: w('შეტყობინების ნომერი, როგორც მას ამბობენ.', 'The receipt number, as people say it.'),
  awaited: w('რას ელოდება ბავშვი.', 'What the child waits for.'),
  since: w('როდიდან.', 'Since when.'),
  overdue: w('ვადა უკვე გავიდა.', 'The deadline has passed.'),
  called: w('ვინ გამოიძახეს ბოლოს.', 'Who was called last.'),
  list: w('სია; კოდი სიიდან `watchedLists`.', 'The list; a code of `watchedLists`.'),
  'checkWatched.finding': w(
    'რა დადგინდა: წესრიგშია (`in-order`) თუ უწყებასთან განიხილეს (`taken-up`).',
    'What came of it: all is well (`in-order`), or it was taken up with the agency (`taken-up`).',
  ),
  'checkWatched.checked': w(
    'როდის შეამოწმეს და რა დადგინდა.',
    'When somebody looked, and with what result.',
  ),
  agencyId: w('უწყების ნომერი.', 'Id of the agency.'),
  delivery: w(
    'სამი სხვადასხვა ფაქტი: სისტემას ეცნობა, წაიკითხეს, მიიღო ადამიანმა.',
    'Three facts: a system was told, it was read, a person received it.',
  ),
  deliveredAt: w(
    'როდის მიიღო სისტემამ ვებჰუკი; ვადას არ აჩერებს.',
    'When a system took the webhook; stops no clock.',
  ),
  fetchedAt: w(
    'როდის წაიკითხა უწყებამ პირველად; ვადას არ აჩერებს.',
    'When the agency first read it; stops no clock.',
  ),
  receivedAt: w('როდის მიიღო ადამიანმა.', 'When a person received it.'),

  // The abuser inside, and who may be reached
  'PerpetratorView.perpetrator': w('სავარაუდო მოძალადე.', 'The alleged perpetrator.'),
  corrects: w(
    'შეტყობინების რომელ ჩანაწერს ასწორებს; მის ნაცვლად მოქმედებს.',
    'The entry of a report that this one corrects; it counts in its place.',
  ),
  index: w('ადგილი შეტყობინების სიაში, 0-დან.', 'Place in the list of the report, counted from 0.'),
  excludes: w(
    'უწყებები, რომლებსაც ამ ბავშვზე აღარაფერი ეგზავნება.',
    'Agencies that get nothing more about this child.',
  ),
  alreadyWent: w(
    'რაც მათ უკვე გაეგზავნა და ვეღარ დაბრუნდება.',
    'What had already gone to them and cannot be called back.',
  ),
  capacity: w(
    'რა უფლებამოსილებით; კოდი სიიდან `capacities`.',
    'In which capacity; a code of the list `capacities`.',
  ),
  accused: w(
    'თავად არის თუ არა სავარაუდო მოძალადე; უცნობი „დიახ“-ად ითვლება.',
    'Whether this is an alleged perpetrator; unknown counts as yes.',
  ),
  sharesHousehold: w(
    'ცხოვრობს თუ არა სავარაუდო მოძალადესთან; უცნობი „დიახ“-ად ითვლება.',
    'Whether this person lives with an alleged perpetrator; unknown counts as yes.',
  ),
  dependsOnAccused: w(
    'დამოკიდებულია თუ არა სავარაუდო მოძალადეზე; უცნობი „დიახ“-ად ითვლება.',
    'Whether this person depends on an alleged perpetrator; unknown counts as yes.',
  ),
  inHousehold: w(
    'ცხოვრობს თუ არა ბავშვთან ერთად; უცნობი „დიახ“-ად ითვლება.',
    'Whether this person lives with the child; unknown counts as yes.',
  ),
  speaker: w('ვინ წარმოადგენს ბავშვს.', 'Who speaks for the child.'),
  'SpeakerView.current': w('ახლა მოქმედი.', 'In force now.'),
  withdrawnAt: w('როდიდან აღარ არის უსაფრთხო.', 'Since when it is no longer safe.'),
  mayReach: w('შეიძლება თუ არა ახლა დაკავშირება.', 'Whether it may be reached now.'),
  shielded: w(
    'ოჯახი დაცულია: სრულწლოვანებს არაფერი ეგზავნებათ.',
    'The household is shielded: nothing goes to its adults.',
  ),
  contacts: w('საკონტაქტო პირები.', 'The contacts.'),
  notices: w('შეტყობინებები ოჯახისთვის.', 'The notices to the family.'),
  sentAt: w('როდის გაიგზავნა.', 'When it was sent.'),
  notSentBecause: w(
    'რატომ არ გაიგზავნა ავტომატურად; `by-hand`: გადასცემს ადამიანი.',
    'Why it was not sent by machine; `by-hand`: a person passes it on.',
  ),
  declaredBy: w('რომელმა უწყებამ გამოაცხადა.', 'The agency that declared it.'),
  moved: w('ამოცანები, რომლებიც ახლავე გადავიდა.', 'The tasks that went over at once.'),
  more: w(
    'კიდევ რჩება გადასაცემი: რამდენიმე წუთში გადავა.',
    'More is still to go over: it follows within minutes.',
  ),

  // One child, one record
  joinedTo: w(
    'იმავე ბავშვის უფრო ადრინდელი შემთხვევა, რომელშიც მუშაობა გრძელდება.',
    'The older case of the same child, in which work goes on.',
  ),
  joined: w(
    'იმავე ბავშვის სხვა შემთხვევები, ამასთან გაერთიანებული.',
    'Other cases of the same child, joined to this one.',
  ),
  repeats: w(
    'კიდევ რამდენი შეტყობინება მოვიდა ამავე ბავშვზე, რამდენადაც ცნობილია; შეიძლება მეტი იყოს, ვიდრე ჩამოთვლილია.',
    'How many further reports of the same child there are, as far as known; they can be more than are listed.',
  ),
  earlier: w(
    'ადრინდელი შეტყობინებები, რომლებიც შეიძლება იმავე ბავშვს ეხებოდეს; ხედავს მხოლოდ წამყვანი.',
    'Earlier reports that may be about the same child; only the lead sees them.',
  ),
  closedAs: w('რა საფუძვლით დაიხურა.', 'On what ground it was closed.'),
  comesBack: w(
    'მაშინ არაფერი გაკეთებულა: გადაწყვეტილება ხელახლა უნდა განიხილოთ.',
    'Nothing was done then: the decision is looked at again.',
  ),
  joinings: w(
    'პასუხები კითხვაზე, ერთი ბავშვია თუ სხვადასხვა.',
    'Answers to the question whether it is one child.',
  ),
  of: w('შემთხვევა, რომელთანაც პასუხი ინახება.', 'The case with which the answer is kept.'),
  same: w('ერთი და იგივე ბავშვია თუ არა.', 'Whether it is the same child.'),
  undoneAt: w('როდის გაუქმდა.', 'When it was undone.'),
  undoing: w('რატომ გაუქმდა.', 'Why it was undone.'),
  timesToldCount: w(
    'რამდენჯერ მოჰყვა ბავშვი მომხდარს, რამდენადაც ცნობილია; ბავშვს ამას არ ჰკითხავენ.',
    'How often the child has told what happened, as far as known; the child is not asked.',
  ),
  tellings: w('ვის, როდის და რატომ მოუყვა ბავშვმა.', 'To whom, when and why the child told it.'),
  safeWay: w(
    'როგორ და როდის შეიძლება ბავშვს უსაფრთხოდ უპასუხონ, და როგორ არა.',
    'How and when the child may safely be answered, and how not.',
  ),
  // The one interview, and what goes beyond it
  'EpisodeView.number': w('მოთხოვნის ნომერი.', 'Number of the request.'),
  opens: w('რომელი ეპიზოდი იხსნება.', 'Which episode it opens.'),
  side: w('ვინ მოითხოვა: წამყვანმა თუ პროკურორმა.', 'Who asked: the lead or the prosecutor.'),
  episode: w(
    'რომელი ეპიზოდია; თითოეულზე ბავშვი ერთხელ გამოიკითხება.',
    'Which episode it is; in each the child is interviewed once.',
  ),
  'GuardedVisit.place': w(
    'ამ ეპიზოდში მერამდენე გამოკითხვაა.',
    'The how-manieth interview of this episode it is.',
  ),
  'GuardedVisit.further': w(
    'თუ დამატებითი გამოკითხვაა: რატომ და ვინ დაამტკიცა.',
    'Of a further interview: why, and who approved it.',
  ),
  'GuardedVisit.further.after': w('რომელ გამოკითხვას მოსდევს.', 'Which interview it follows.'),
  'GuardedVisit.further.need': w('რატომ არის საჭირო.', 'Why it is needed.'),
  'askFurther.need': w(
    'რატომ არის საჭირო, `furtherNeeds` სიიდან.',
    'Why it is needed, of the list `furtherNeeds`.',
  ),
  necessity: w(
    'წერილობითი დასაბუთება: რატომ არ კმარა ჩანაწერი.',
    'The written necessity: why the recording is not enough.',
  ),
  'GuardedVisit.further.topics': w('რამდენ საკითხს ეხება.', 'How many topics it is about.'),
  'askFurther.topics': w(
    'საკითხები, რომლებზეც ბავშვი ჯერ არ გამოკითხულა.',
    'Topics about which the child has not been asked.',
  ),
  otherInterviewer: w(
    'რატომ ვერ ატარებს იგივე გამომკითხველი.',
    'Why the interviewer of before cannot hold it.',
  ),
  approved: w('რომელმა უწყებამ და როდის დაამტკიცა.', 'Which agency approved it, and when.'),
  goesOn: w(
    'შეწყვეტილი გამოკითხვა, რომელიც გრძელდება.',
    'An interview that was broken off and goes on.',
  ),
  'GuardedVisit.goesOn.until': w(
    'ამ დრომდე გაგრძელებას თანხმობა არ სჭირდება, ბავშვის პასუხის გარდა.',
    'Begun before this, it needs nobody’s approval but the child’s own yes.',
  ),
  childAgreedAt: w(
    'როდის თქვა ბავშვმა, რომ სურს გაგრძელება.',
    'When the child said that it wants to go on.',
  ),
  childAgrees: w('რა თქვა ბავშვმა.', 'What the child said.'),
  'GuardedVisit.order': w('სასამართლოს განჩინება.', 'The court’s order.'),
  'GuardedVisit.order.document': w('დოკუმენტის ნომერი.', 'Number of the document.'),
  'GuardedVisit.order.court': w('რომელმა სასამართლომ გასცა.', 'Which court gave it.'),
  'askFurther.order': w(
    'სასამართლოს განჩინება; მას სხვა უწყების თანხმობა არ სჭირდება.',
    'A court’s order; it needs no other agency’s approval.',
  ),
  'askFurther.order.document': w('დოკუმენტის ნომერი.', 'Number of the document.'),
  'askFurther.order.court': w('რომელმა სასამართლომ გასცა.', 'Which court gave it.'),
  'askFurther.topics.topic': w(
    'საკითხი, `interviewTopics` სიიდან.',
    'The topic, of the list `interviewTopics`.',
  ),
  'askFurther.topics.question': w('რა უნდა ჰკითხონ.', 'What is to be asked.'),
  'GuardedVisit.needs': w(
    'რა აკლია, სანამ დრო დაიჯავშნება; არ არის, თუ არაფერი აკლია.',
    'What is missing before a time may be booked; absent when nothing is.',
  ),
  'closeVisit.document': w(
    'სასამართლოს ახალი დოკუმენტი, თუ გამოკითხვა მან დანიშნა.',
    'The court’s own later document, where it had ordered the interview.',
  ),
  'approveInterview.interviewId': w('გამოკითხვის ნომერი.', 'Id of the interview.'),
  'goOn.interviewId': w('გამოკითხვის ნომერი.', 'Id of the interview.'),
  'closeVisit.interviewId': w('გამოკითხვის ნომერი.', 'Id of the interview.'),
};
