import { type Meanings, w } from './meaning.ts';

const dates = w('თარიღები და თითოეულზე შესაძლო დასაწყისები.', 'Dates, with the starts on each.');
const starts = w('რამდენი დასაწყისია შესაძლებელი.', 'How many starts there are.');
const first = w('პირველი მათგანი.', 'The first of them.');
const says = w('იგივე ერთი წინადადებით.', 'The same as one sentence.');
const there = w('გზა იქით.', 'The way there.');
const back = w('უკანა გზა.', 'The way back.');

/** What the fields mean with which a time is sought and found. */
export const slotMeanings: Meanings = {
  'findSlots.from': w(
    'ამ დროიდან; წარსული არ შეიძლება. თუ არ არის, ახლა.',
    'From then on; not in the past. Absent: from now.',
  ),
  'findSlots.to': w(
    'ამ დრომდე უნდა დაიწყოს; 90 დღემდე.',
    'It begins before then; at most 90 days ahead.',
  ),
  'findSlots.limit': w('რამდენი დრო ბრუნდება.', 'How many times are answered.'),
  'findSlots.purpose': w(
    '`visit`: მიღება მთლიანად; `planning-meeting`: დაგეგმვის შეხვედრა.',
    '`visit`: the visit with all its parts; `planning-meeting`: the meeting before it.',
  ),
  'findSlots.standIns': w(
    'შეიძლება თუ არა სხვა უწყების შემცვლელი.',
    'Whether people of an agency that stands in may be taken.',
  ),
  'findSlots.video': w(
    'შეიძლება თუ არა ვიდეოკავშირით დასწრება, სადაც როლი ამის საშუალებას იძლევა.',
    'Whether those may take part by video whose role allows it.',
  ),
  'findSlots.onCall': w(
    'ითვლება თუ არა მორიგეობის დრო; თუ არ არის, მხოლოდ უმკაცრესი ვადისას.',
    'Whether time on call counts; absent: only under the strictest deadline.',
  ),
  'findSlots.items.start': w(
    'ბავშვის მოსვლა ან შეხვედრის დასაწყისი.',
    'Arrival of the child, or start of the meeting.',
  ),
  'findSlots.items.end': w(
    'ბავშვის წასვლა ან შეხვედრის დასასრული.',
    'Departure of the child, or end of the meeting.',
  ),
  'findSlots.items.parts': w('ნაწილები თავისი დროით.', 'The parts at their times.'),
  'findSlots.items.parts.part': w('რომელი ნაწილი.', 'Which part.'),
  'findSlots.items.people': w('ვინ რომელ როლს ასრულებს.', 'Who fills each role.'),
  'findSlots.items.people.name': w(
    'სახელი; ხედავს მისი უწყება და შემთხვევის წამყვანი.',
    'The name; for the person’s own agency and the unit that leads the case.',
  ),
  'findSlots.items.people.standIn': w(
    'სხვა უწყებიდანაა, შემცვლელი.',
    'Of another agency that stands in.',
  ),
  'findSlots.items.people.video': w('ვიდეოკავშირით ესწრება.', 'Takes part by video.'),
  'findSlots.items.people.travel': w('როდის არის გზაში.', 'When the person is on the road.'),
  'findSlots.items.people.travel.there': there,
  'findSlots.items.people.travel.back': back,
  'findSlots.items.absent': w(
    'არასავალდებულო როლები, რომელთა შემსრულებელი ამ დროს თავისუფალი არ არის.',
    'Roles that may stay empty and do.',
  ),
  'findSlots.items.rooms': w('ოთახები და ჩამწერები.', 'Rooms and recorders.'),
  'findSlots.items.transport': w(
    'ბავშვის მგზავრობა; არ არის, თუ ახლოს ცხოვრობს.',
    'How the child travels; absent for one that lives near.',
  ),
  'findSlots.items.transport.vehicle': w('ავტომობილის ნომერი.', 'Id of the vehicle.'),
  'findSlots.items.transport.minutes': w('წუთები ერთი მიმართულებით.', 'Minutes one way.'),
  'findSlots.items.transport.there': there,
  'findSlots.items.transport.back': back,
  'findSlots.items.inTime': w(
    'გამოკითხვა ვადამდე იწყება.',
    'The interview begins before its deadline.',
  ),
  'findSlots.items.confirms': w(
    'უწყებები, რომლებმაც უნდა დაადასტურონ.',
    'Agencies that must confirm.',
  ),
  'findSlots.items.confirms.roles': w('რა როლებზე პასუხობს.', 'The roles it answers for.'),
  'findSlots.items.score': w(
    'რაც მეტი, მით უკეთესი; ტოლია `why`-ს ქულების ჯამისა.',
    'Higher is better; the sum of the points in `why`.',
  ),
  'findSlots.items.why': w('რატომ არის ამ ადგილზე.', 'Why it ranks where it does.'),
  'findSlots.items.why.points': w(
    'რამდენს მატებს ან აკლებს.',
    'What it adds to the score or takes away.',
  ),
  'findSlots.items.validUntil': w(
    'როდემდე შეიძლება მისი დროებით დაჯავშნა.',
    'Until when it may be held.',
  ),
  'findSlots.dueAt': w('გამოკითხვის ვადა.', 'The deadline of the interview.'),
  'findSlots.blockers': w(
    'თუ დრო არ არის: უმცირესი ჯგუფები იმისა, რაც ხელს უშლის.',
    'Where there is no time: the smallest sets of what prevents one.',
  ),
  'findSlots.blockers.codes': w(
    'როლები, ოთახები და წესები, რომლებიც ერთად უშლის ხელს.',
    'Roles, rooms and rules that together prevent it.',
  ),
  'findSlots.blockers.says': says,
  'findSlots.blockers.count': starts,
  'findSlots.blockers.first': first,
  'findSlots.blockers.dates': dates,
  'findSlots.blockers.dates.starts': starts,
  'findSlots.blockers.helps': w('რა უშველის.', 'What would help.'),
  'findSlots.blockers.helps.says': says,
  'findSlots.blockers.helps.count': starts,
  'findSlots.blockers.helps.first': first,
  'findSlots.blockers.helps.dates': dates,
  'findSlots.blockers.helps.dates.starts': starts,
  'findSlots.helps': w('რა უშველის ყველაფერს ერთად.', 'What would help against all of them.'),
  'findSlots.helps.says': says,
  'findSlots.helps.count': starts,
  'findSlots.helps.first': first,
  'findSlots.helps.dates': dates,
  'findSlots.helps.dates.starts': starts,
  'waitForSlot.reason': w(
    'რატომ; კოდი სიიდან `waitingReasons`.',
    'Why; a code of `waitingReasons`.',
  ),
  'waitForSlot.next': w(
    'როდის ნახავენ ხელახლა, ყველაზე გვიან.',
    'When it is tried again at the latest.',
  ),
  'waitForSlot.unreachableSince': w(
    'რა დროიდან აღარ არის ვადამდე თავისუფალი დრო.',
    'Since when no time is free before the deadline.',
  ),
};
