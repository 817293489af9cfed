import { type Meanings, w } from './meaning.ts';

/** What the fields of the day at the centre mean, before, during and after the interview. */
export const visitMeanings: Meanings = {
  interviewId: w('მიღების ნომერი.', 'Id of the visit.'),
  decided: w(
    'დაგეგმვის შეხვედრის გადაწყვეტილებები, მათი რიგით.',
    'Of a planning meeting: what was decided, in the order of its decisions.',
  ),
  wording: w(
    'კითხვა იმ სიტყვებით, რომლითაც დაისმება.',
    'A question in the words in which it will be asked.',
  ),

  // Planning meeting
  heldAt: w('როდის ჩატარდა შეხვედრა.', 'When the meeting was held.'),
  attendance: w('ვინ ესწრებოდა: უწყება და როლი.', 'Who attended: agency and role.'),
  agenda: w('განხილული საკითხები.', 'The points that were talked about.'),
  decisions: w('გადაწყვეტილებები.', 'What was decided.'),
  item: w('რომელ საკითხს ეხება.', 'Which point it is about.'),
  informs: w(
    'ვინ აცნობს ბავშვსა და ოჯახს: ამოცანა დასახელებული პირისთვის.',
    'Who informs child and family: the task of a named person.',
  ),
  'holdPlanning.informs.person': w('ვინ აცნობს, სახელით.', 'Who informs them, by name.'),

  // Plan of questions
  topics: w('საკითხები.', 'The topics.'),
  topic: w('საკითხი, სიიდან `interviewTopics`.', 'A topic of the list `interviewTopics`.'),
  nothing: w('უწყებას არაფერი სჭირდება.', 'The agency needs nothing to be asked.'),
  agencies: w('რომელ უწყებებს სჭირდება.', 'The agencies that need it.'),
  questions: w('კითხვები.', 'The questions.'),
  filings: w(
    'ვინ წარადგინა; ერთი და იგივე კითხვა ერთხელ იკითხება.',
    'Who filed it; the same question is asked once.',
  ),
  leading: w(
    'ნიშნები, რომ კითხვა პასუხს კარნახობს; წყვეტს ადამიანი.',
    'Signs that the question suggests its answer; a person decides.',
  ),
  review: w('რა გადაწყვიტა გამომკითხავმა.', 'What the interviewer decided on it.'),
  decision: w(
    'რჩება, სხვაგვარად ითქმის ან მოიხსნება.',
    'It stays, is said otherwise, or is dropped.',
  ),
  nothingFrom: w('ვის არაფერი სჭირდება.', 'Agencies that need nothing to be asked.'),
  missingFrom: w('ვის ჯერ არაფერი უთქვამს.', 'Agencies that have said nothing yet.'),

  // What is visible when
  permits: w(
    'რა შეიძლება იცოდეს გამომკითხავმა წინასწარ.',
    'What the interviewer may know beforehand.',
  ),
  changes: w('როდის რა გახდა ხილული.', 'When what became visible.'),
  groups: w('ველების ჯგუფები.', 'The groups of fields.'),
  reads: w('რა წაიკითხა გამომკითხავის მხარემ.', 'What the interviewer’s side read.'),
  'visibility.reads.what': w('რა მოქმედებით.', 'By which action.'),
  'permitTopics.reads.what': w('რა მოქმედებით.', 'By which action.'),
  conflictNames: w(
    'სავარაუდო მოძალადეთა სახელები ინტერესთა კონფლიქტის შესამოწმებლად; სხვა არაფერი.',
    'Names of alleged perpetrators for the check of conflicts; nothing else of them.',
  ),

  // Preparation
  points: w('საკითხები.', 'The points.'),
  required: w('აუცილებელია ბავშვის შესვლამდე.', 'Has to be dealt with before the child enters.'),
  ready: w('ყველა აუცილებელი საკითხი მოგვარებულია.', 'Every required point was dealt with.'),
  done: w('შესრულდა.', 'It was done.'),
  notDone: w('რატომ არ შესრულდა.', 'Why it was not done.'),
  devices: w('შემოწმებული ჩამწერები.', 'The recorders that were tested.'),

  // The interview itself
  present: w('ვინ ესწრება, როლის მიხედვით.', 'Who is present, by role.'),
  video: w('ვიდეოკავშირით.', 'By video.'),
  sameNameChecked: w(
    'ადამიანმა შეამოწმა: მხოლოდ სახელი ემთხვევა სავარაუდო მოძალადისას.',
    'A person has looked: only the name is that of an alleged perpetrator.',
  ),
  withoutMeeting: w(
    'გადაუდებლობის მიზეზი, თუ შეხვედრა არ ჩატარებულა.',
    'The emergency in which no meeting was held.',
  ),
  sessions: w('გამოკითხვის დღეები.', 'The sittings.'),
  begin: w('შესვენება იწყება.', 'The break begins.'),
  collectsQuestions: w(
    'ამ შესვენებაზე დამკვირვებლების კითხვები იკრიბება.',
    'In this break the observers’ questions are collected.',
  ),
  covered: w('გარკვეული საკითხების ნომრები.', 'Numbers of the topics that were covered.'),
  notAsked: w('რა არ იკითხა და რატომ.', 'What was not asked, and why.'),

  // Ledger
  content: w(
    'რა არის: დედანი, ასლი, ოქმი, თარგმანი.',
    'What it is: original, copy, protocol, translation.',
  ),
  seconds: w('ხანგრძლივობა წამებში.', 'Length in seconds.'),
  device: w('ჩამწერის აღნიშვნა.', 'What stands on the recorder.'),
  place: w('სად ინახება.', 'Where it is kept.'),
  history: w('ყველაფერი, რაც მასზე აღირიცხა.', 'All that was entered about it.'),
  use: w('ნახვა, ასლი ან გადაცემა.', 'Viewing, copying or handing over.'),
  purpose: w('რისთვის.', 'What for.'),
  who: w('ვინ ნახა ან ვისთან არის.', 'Who viewed it, or has it.'),
  request: w('მოთხოვნის ნომერი ჟურნალში.', 'Number of the request in the ledger.'),
  previous: w('წინა ჩანაწერის ანაბეჭდი.', 'Fingerprint of the entry before it.'),
  entries: w('რამდენი ჩანაწერია ჟურნალში.', 'How many entries the ledger has.'),
  whole: w('ჟურნალი მთლიანია.', 'The ledger is whole.'),
  broken: w('სად არ ემთხვევა.', 'Where it does not fit.'),
  recordings: w('რისი მოთხოვნაც შეიძლება.', 'What can be asked for.'),

  // Afterwards
  person: w('ვის შეუძლია ბავშვს დაურეკოს.', 'Whom the child may call.'),
  followUp: w('როდის ნახავენ ხელახლა.', 'When somebody looks again.'),
  followUps: w('შემდგომი თარიღები.', 'The dates to come.'),
  openBeforeLeaving: w('რა აკლია ბავშვის წასვლამდე.', 'What is missing before the child leaves.'),
  owed: w('რა არის შესასრულებელი და როდემდე.', 'What is owed, and by when.'),
  clock: w('ვადა.', 'The deadline.'),
  leftAt: w('როდის წავიდა ბავშვი.', 'When the child left.'),
  reasons: w('რა არ გაკეთდა და რატომ.', 'What was not done, and why.'),
};
