import { type Meanings, w } from './meaning.ts';

/** What the fields of duty and oversight mean. */
export const dutyMeanings: Meanings = {
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
};
