import { type Meanings, w } from './meaning.ts';

/** Fields of a resource that mean something else elsewhere, by their place in it. */
const OF_RESOURCE: Meanings = {
  mail: w(
    'სად იგზავნება ადამიანის კალენდრის მოწვევები; ინახება დალუქულად.',
    'Where calendar invitations of a person go; kept sealed.',
  ),
  name: w(
    'თანამშრომლის სახელი ან ოთახის დასახელება; ინახება დაშიფრულად.',
    'The name of a person, or what a room is called; kept sealed.',
  ),
  municipality: w('საიდან გადის გზაზე.', 'Where a person or a vehicle sets out from.'),
  languages: w('ენები, რომლებზეც საუბრობს.', 'Languages it can be had in.'),
  'qualifications.code': w(
    'კოდი სიიდან `qualifications` ან `visitRoles`.',
    'A code of the list `qualifications` or `visitRoles`.',
  ),
  'qualifications.from': w('პირველი დღე, როცა მოქმედებს.', 'The first day on which it is valid.'),
  'qualifications.to': w(
    'ბოლო დღე; თუ აკლია, ვადა არ აქვს.',
    'The last day on which it is valid; absent: without an end.',
  ),
  'availability.exceptions': w(
    'დღეები, როცა სხვა საათები მოქმედებს; საათების გარეშე დღე დახურულია.',
    'Days on which other hours hold; a day without any is closed.',
  ),
  'availability.pattern.from': w('რომელი საათიდან.', 'From what time.'),
  'availability.pattern.to': w('რომელ საათამდე.', 'Until what time.'),
  'availability.exceptions.hours.from': w('რომელი საათიდან.', 'From what time.'),
  'availability.exceptions.hours.to': w('რომელ საათამდე.', 'Until what time.'),
  'availability.leave.from': w('პირველი დღე.', 'The first day.'),
  'availability.leave.to': w('ბოლო დღე, ჩათვლით.', 'The last day, included.'),
  'availability.leave.kind': w(
    '`leave` და `training` დაჯავშნილ დღეს არ იწერება; `sick` და `maintenance` იწერება, და ირღვევა დაჯავშნა.',
    '`leave` and `training` are refused over a booking; `sick` and `maintenance` are taken, and break it.',
  ),
  'availability.onCall.from': w('როდიდან.', 'From when.'),
  'availability.onCall.to': w('როდემდე.', 'Until when.'),
  'buffers.after': w('წუთები შემდეგ.', 'Minutes after.'),
  capacity: w(
    'რამდენ ადამიანს იტევს; ავტომობილში ადგილები.',
    'How many people fit in; of a vehicle its seats.',
  ),
  withdrawnAt: w('როდიდან აღარ იჯავშნება.', 'Since when it is no longer to be booked.'),
  'outside.until': w('რომელ დრომდეა ცნობილი.', 'Until when it is known.'),
};

const SCHEMAS = ['ResourceSubmission', 'ResourceView', 'ResourceLine', 'ResourceChanged'];

const inEach = Object.fromEntries(
  SCHEMAS.flatMap((schema) =>
    Object.entries(OF_RESOURCE).map(([field, meaning]) => [`${schema}.${field}`, meaning]),
  ),
);

/** Fields of the day of a centre. */
const CENTRE_DAY: Meanings = {
  'centreDay.day': w('დღე.', 'The day.'),
  rows: w('ზონები, ოთახები, ადამიანები და ტექნიკა.', 'Zones, rooms, people and devices.'),
  'centreDay.rows.what': w('რა არის ეს.', 'What it is.'),
  'centreDay.rows.kind': w('რა სახის.', 'Of which kind.'),
  'centreDay.rows.name': w('რა ჰქვია.', 'What it is called.'),
  'centreDay.rows.closed': w('რატომ არ არის იმ დღეს.', 'Why it cannot be had that day.'),
  'centreDay.rows.taken': w('დაკავებული დრო.', 'What is taken.'),
  'centreDay.rows.taken.from': w('როდიდან.', 'From when.'),
  'centreDay.rows.taken.to': w('როდემდე.', 'Until when.'),
  'centreDay.rows.taken.state': w(
    '`held` — დროებით, `booked` — დაჯავშნილი, `over` — ჩატარდა.',
    '`held` provisionally, `booked`, or `over`: it was held.',
  ),
  'centreDay.rows.taken.visit': w(
    'მიღება; აკლია, თუ თქვენთვის დახურულია.',
    'The visit; absent where it is closed to you.',
  ),
  'centreDay.rows.taken.expiresAt': w('როდემდეა დაჯავშნილი დროებით.', 'Until when it is held.'),
  'centreDay.visits.expiresAt': w('როდემდეა დაჯავშნილი დროებით.', 'Until when it is held.'),
  'centreDay.visits.parts': w('ნაწილები თავისი დროით.', 'Its parts, each at its time.'),
  elsewhere: w('სხვა სახლში მიმდინარე მიღებისთვის.', 'Lent to a visit in another house.'),
  visits: w('დღის მიღებები და შეხვედრები.', 'The visits and meetings of the day.'),
  'centreDay.visits.preparation': w('რამდენადაა მომზადებული.', 'How far it is prepared.'),
  ready: w('ყველა სავალდებულო საკითხი მოგვარებულია.', 'Every required point is dealt with.'),
  'centreDay.visits.preparation.open': w(
    'რამდენი სავალდებულო საკითხია ღია.',
    'How many required points are open.',
  ),
  movements: w('ვინ მოდის და მიდის, დღის რიგით.', 'Who comes and goes, in the order of the day.'),
  'centreDay.movements.at': w('როდის.', 'When.'),
  way: w('მოდის თუ მიდის.', 'Whether somebody arrives or leaves.'),
  'centreDay.movements.visit': w('მიღება.', 'The visit.'),
  'centreDay.movements.who': w('ვინ, როლით.', 'Who, by role.'),
  'centreDay.movements.name': w('საკუთარი თანამშრომლის სახელი.', 'The name of one of your own.'),
  'centreDay.movements.video': w('შეიძლება ვიდეოთი დაესწროს.', 'May take part by video.'),
  separation: w(
    'მიღებები, რომელთა ბავშვები ერთმანეთს არ უნდა შეხვდნენ.',
    'Visits whose children must not meet.',
  ),
  must: w(
    '`never-there-together` — ერთდროულად არასდროს; `not-meet` — შეხვედრის გარეშე.',
    '`never-there-together`: not in the house at once; `not-meet`: nowhere where they would meet.',
  ),
  kept: w('ასეც არის.', 'It is so.'),
};

/** What the fields of resources and of outside calendars mean. */
export const resourceMeanings: Meanings = {
  ...inEach,
  'listResources.agency': w('ვისი რესურსები.', 'Whose resources.'),
  resourceId: w(
    'რესურსის ნომერი: `res_` და 20 ნიშანი; პირველად მას თავად უწყება ადგენს.',
    'Id of the resource: `res_` and 20 signs, made up by the agency that enters it.',
  ),
  resource: w('რესურსი.', 'The resource.'),
  ...CENTRE_DAY,
  site: w(
    'ცენტრი ან უწყება, სადაც მუშაობს ან დგას.',
    'The centre or agency where it works or stands.',
  ),
  qualifications: w(
    'კვალიფიკაცია ან აკრედიტაცია, თარიღებით.',
    'Qualifications or accreditations, with their dates.',
  ),
  availability: w('როდის არის ხელმისაწვდომი.', 'When it can be had.'),
  pattern: w('ჩვეულებრივი კვირის საათები.', 'Hours of an ordinary week.'),
  date: w('დღე.', 'The day.'),
  hours: w('საათები.', 'Hours.'),
  leave: w('დღეები, როცა არ არის.', 'Days on which it is away.'),
  onCall: w(
    'დრო, როცა გადაუდებელ საქმეზე გამოძახებით მოდის.',
    'Times on call, for what cannot wait.',
  ),
  onHolidays: w('უქმე დღეებშიც მუშაობს.', 'Works on public holidays as well.'),
  buffers: w('თავისუფალი დრო დაჯავშნამდე და შემდეგ.', 'Time kept free around each booking.'),
  before: w('წუთები მანამდე.', 'Minutes before.'),
  observes: w(
    'გამოკითხვის ოთახები, რომლებიც აქედან ჩანს.',
    'The interview rooms that are seen from here.',
  ),
  accessible: w('მისაწვდომია ეტლით.', 'Can be reached in a wheelchair.'),
  withdrawn: w('აღარ იჯავშნება.', 'No longer to be booked.'),
  outside: w('სხვა კალენდრიდან წაკითხული.', 'What was read of an outside calendar.'),
  intervals: w('რამდენი დაკავებული მონაკვეთია.', 'How many busy intervals.'),
  readAt: w('როდის წაიკითხა.', 'When it was read.'),
  closed: w('დღეები, რომლებიც დაიხურა.', 'Days that were closed.'),
  'putResource.opened': w('დღეები, რომლებიც ისევ გაიხსნა.', 'Days that were opened again.'),
  'ResourceChanged.opened': w('დღეები, რომლებიც ისევ გაიხსნა.', 'Days that were opened again.'),
  breaks: w('დაჯავშნები, რომლებიც ასე ვეღარ შედგება.', 'Bookings that cannot stand like this.'),
  interview: w('მიღება.', 'The visit.'),
  booking: w('დაჯავშნა.', 'The booking.'),
  start: w('დასაწყისი.', 'When it begins.'),
  end: w('დასასრული.', 'When it ends.'),
  'BrokenBooking.because': w('რატომ ვეღარ შედგება.', 'Why it cannot stand.'),
  'listBroken.items.because': w('რატომ ვეღარ შედგება.', 'Why it cannot stand.'),
  repairs: w(
    'ვინ ან რა არის იმავე დროს თავისუფალი და ასევე გამოსადეგი.',
    'Who or what is free at the same time, and as able.',
  ),
  standIn: w('შემცვლელი უწყებიდან.', 'From the agency that stands in.'),
  otherTime: w(
    'სხვა არავინაა თავისუფალი: სხვა დრო უნდა მოიძებნოს.',
    'Nobody else is free: another time has to be found.',
  ),
  calendar: w('iCalendar ფაილის ტექსტი.', 'The text of an iCalendar file.'),
  understood: w('რა წაიკითხა ფაილიდან.', 'What was understood of the file.'),
  'putBusyTimes.understood.events': w('მოვლენები.', 'Events.'),
  freeBusy: w('დაკავებულობის ჩანაწერები.', 'Free/busy components.'),
  occurrences: w('ცალკეული შემთხვევები.', 'Single occurrences.'),
  skipped: w('რა გამოტოვა და რატომ.', 'What was left out, and why.'),
  'putBusyTimes.skipped.because': w('მიზეზი, კოდით.', 'The reason, in code.'),
  count: w('რამდენი.', 'How many.'),
  'putBusyTimes.until': w('რომელ დრომდეა ცნობილი.', 'Until when it is known.'),
  'putOutsideCalendar.understood.events': w('მოვლენები.', 'Events.'),
  'putOutsideCalendar.skipped.because': w('მიზეზი, კოდით.', 'The reason, in code.'),
  'putOutsideCalendar.until': w('რომელ დრომდეა ცნობილი.', 'Until when it is known.'),
  'refreshOutsideCalendar.understood.events': w('მოვლენები.', 'Events.'),
  'refreshOutsideCalendar.skipped.because': w('მიზეზი, კოდით.', 'The reason, in code.'),
  'refreshOutsideCalendar.until': w('რომელ დრომდეა ცნობილი.', 'Until when it is known.'),
  'putOutsideCalendar.url': w(
    'კალენდრის https მისამართი; ხშირად საიდუმლოა და დალუქულად ინახება.',
    'The https address of the calendar; it is often secret, and kept sealed.',
  ),
  refreshes: w(
    'მისამართი შენახულია: დაკავებული დრო იქიდან ხელახლა იკითხება.',
    'The address is kept: busy times can be read there again.',
  ),
};
