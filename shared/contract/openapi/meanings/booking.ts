import { type Meanings, w } from './meaning.ts';

/** What the fields of bookings mean. */
export const bookingMeanings: Meanings = {
  interviewId: w('გამოკითხვის ნომერი.', 'Id of the interview.'),
  bookingId: w('ჯავშნის ნომერი.', 'Id of the booking.'),
  slot: w(
    'შემოთავაზებული დრო ისე, როგორც ძიებამ დააბრუნა; ხელმოწერილია და მხოლოდ თქვენთვის მოქმედებს.',
    'A proposed time as the search gave it; signed, and valid for you alone.',
  ),
  breach: w(
    'რატომ ტარდება ვადის შემდეგ; კოდი სიიდან `breachReasons`.',
    'Why it is held after its deadline; a code of `breachReasons`.',
  ),
  'BookingView.id': w('ჯავშნის ნომერი.', 'Id of the booking.'),
  'BookingView.interview': w('რომელ გამოკითხვას ეკუთვნის.', 'The interview it belongs to.'),
  'BookingView.purpose': w(
    '`visit`: მიღება მთლიანად; `planning-meeting`: დაგეგმვის შეხვედრა.',
    '`visit`: the visit with all its parts; `planning-meeting`: the meeting before it.',
  ),
  'BookingView.state': w('ჯავშნის მდგომარეობა.', 'The state of the booking.'),
  'BookingView.start': w(
    'ბავშვის მოსვლა ან შეხვედრის დასაწყისი.',
    'Arrival of the child, or start of the meeting.',
  ),
  'BookingView.end': w(
    'ბავშვის წასვლა ან შეხვედრის დასასრული.',
    'Departure of the child, or end of the meeting.',
  ),
  'BookingView.site': w('სად.', 'Where.'),
  'BookingView.parts': w(
    'მიღების ნაწილები თავისი დროით.',
    'The parts of the visit at their times.',
  ),
  'BookingView.parts.part': w('რომელი ნაწილი.', 'Which part.'),
  'BookingView.parts.start': w('დასაწყისი.', 'Its start.'),
  'BookingView.parts.end': w('დასასრული.', 'Its end.'),
  'BookingView.agencies': w(
    'ვინ უნდა დაადასტუროს და რა უპასუხა.',
    'Who has to confirm, and what each has answered.',
  ),
  'BookingView.agencies.roles': w('რა როლებზე პასუხობს.', 'The roles it answers for.'),
  'BookingView.agencies.state': w(
    '`asked`: პასუხს ველით; `confirmed`: დაადასტურა; `declined`: ვერ ესწრება.',
    '`asked`: an answer is awaited; `confirmed`; `declined`.',
  ),
  'BookingView.agencies.at': w('როდის უპასუხა.', 'When it answered.'),
  'BookingView.takes': w(
    'ადამიანები, ოთახები და მოწყობილობა, რომლებიც ამ დროით დაკავებულია; სახელების გარეშე.',
    'The people, rooms and devices it takes; without names.',
  ),
  'BookingView.takes.resource': w('რესურსის ნომერი.', 'Id of the resource.'),
  'BookingView.takes.as': w('როლი ან ოთახის სახეობა.', 'The role, or the kind of room.'),
  'BookingView.takes.day': w('დღე, ადგილობრივი დროით.', 'The day, by local time.'),
  'BookingView.takes.from': w('დან, ადგილობრივი დროით.', 'From, by local time.'),
  'BookingView.takes.to': w('მდე, ადგილობრივი დროით.', 'To, by local time.'),
  'BookingView.heldAt': w('როდის დაიკავეს.', 'When it was held.'),
  'BookingView.heldBy': w('რომელმა უწყებამ დაიკავა.', 'Which agency held it.'),
  'BookingView.expiresAt': w(
    'როდემდე უნდა დაადასტუროს ყველამ; მერე დრო თავისუფალია.',
    'Until when all have to confirm; after it the time is free.',
  ),
  'BookingView.bookedAt': w('როდის დაადასტურა ბოლომ.', 'When the last one confirmed.'),
  'BookingView.endedAt': w('როდის დასრულდა ჯავშანი.', 'When the booking was over.'),
  'BookingView.reason': w('რატომ დასრულდა.', 'Why it is over.'),
  'BookingView.breach': w('რატომ ტარდება ვადის შემდეგ.', 'Why it is held after its deadline.'),
  'BookingView.sequence': w(
    'კალენდრის ჩანაწერის რიგი: ყოველი ახალი დრო უფრო დიდია.',
    'Sequence of the calendar entry: each new time has a higher one.',
  ),
  'declineBooking.reason': w(
    'რატომ; კოდი სიიდან `declineReasons`.',
    'Why; a code of `declineReasons`.',
  ),
  'declineBooking.roles': w(
    'რომელ როლებს ვერ ასრულებს; თუ არ არის, ყველას.',
    'The roles it cannot fill; absent: all it answers for.',
  ),
  'declineBooking.alternative': w(
    'როდის შეძლებდა, ან `nobody`, თუ არავინ ჰყავს.',
    'When it could instead; `nobody` where it has nobody at all.',
  ),
  'declineBooking.alternative.from': w('დან.', 'From.'),
  'declineBooking.alternative.to': w('მდე.', 'To.'),
  'cancelBooking.reason': w(
    'რატომ; კოდი სიიდან `cancelReasons`.',
    'Why; a code of `cancelReasons`.',
  ),
  'recordNoShow.who': w(
    'ვინ არ მოვიდა: როლის კოდი ან `child`.',
    'Who did not come: the code of a role, or `child`.',
  ),
  'recordNoShow.note': w('შენიშვნა; ინახება დალუქულად.', 'A note; kept sealed.'),
};
