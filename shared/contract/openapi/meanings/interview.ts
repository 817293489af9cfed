import { type Meanings, w } from './meaning.ts';

const facts: Meanings = {
  arrestedAt: w('როდის დააკავეს სავარაუდო მოძალადე.', 'When somebody was arrested.'),
  chargedAt: w('როდის წარედგინა ბრალი.', 'When somebody was charged.'),
  pressureToRetractAt: w(
    'როდის შენიშნეს, რომ ბავშვზე ზეწოლაა, ნათქვამი უარყოს.',
    'When signs were noticed that the child is pressed to retract.',
  ),
  fullAccountAt: w(
    'როდის მოჰყვა ბავშვმა მომხდარი სრულად.',
    'When the child gave a full account to somebody.',
  ),
  forensicOrder: w(
    'გამომძიებლის დადგენილება ექსპერტიზაზე.',
    'The investigator’s order for the forensic examination.',
  ),
  'forensicOrder.document': w('დოკუმენტის ნომერი.', 'Number of the document.'),
  examinedAt: w('როდის ჩატარდა ექსპერტიზა.', 'When the examination was done.'),
  interpreterLanguage: w(
    'ენა, რომლიდანაც ბავშვს უთარგმნიან.',
    'The language the child is interpreted from.',
  ),
};
const under = (schema: string, fields: Meanings) =>
  Object.fromEntries(Object.entries(fields).map(([name, words]) => [`${schema}.${name}`, words]));

const interpreter = w(
  'სად ხედავს ან ისმენს ბავშვი თარჯიმანს: ოთახში თუ ეკრანზე.',
  'Where the child sees or hears the interpreter: in the room or on a screen.',
);
const interpreterFromNear = w(
  'თარჯიმანი ბავშვის მუნიციპალიტეტიდან დაიშვება; საჭიროა მიზეზი.',
  'The interpreter may come from the child’s own municipality; needs a reason.',
);
const interviewerSex = w(
  'გამომკითხავის სქესი, თუ ბავშვი ამას მოითხოვს.',
  'The interviewer’s sex, where the child asks for it as a must.',
);
const companion = w(
  'ბავშვის არჩეული თანმხლები; უარს წერილობითი მიზეზი სჭირდება.',
  'Whom the child chose to bring; a refusal needs a written reason.',
);
const daily = w('ყოველდღე ამ საათებში, ადგილობრივი დროით.', 'Every day at these local hours.');
const days = w(
  'მხოლოდ ამ დღეებში; თუ არ არის, ყოველდღე.',
  'Only on these weekdays; absent: on all.',
);
const when = w('როდის: ერთხელ თუ ყოველდღე.', 'When: once, or every day.');
const wishes = w('ბავშვის სურვილები.', 'What the child would like.');
const forbiddenTimes = w('დრო, როცა ბავშვი ვერ მოვა.', 'Times at which the child cannot come.');

/** What the fields of a visit's plan mean. */
export const interviewMeanings: Meanings = {
  'listVisits.items.case': w(
    'შემთხვევა, თუ ამ უწყებას მისი ნახვა შეუძლია.',
    'The case, where this agency may read it.',
  ),
  'listVisits.items.bookings': w('დროები, რომლებიც ძალაშია.', 'The times that stand.'),
  'listVisits.items.deadline.tier': w(
    'რამდენად სასწრაფოა; 0 ყველაზე მკაცრია.',
    'How soon; 0 is the strictest.',
  ),
  'listVisits.items.bookings.expiresAt': w(
    'როდემდე მოქმედებს დროებითი დაჯავშნა.',
    'Until when the hold lasts.',
  ),
  'listVisits.items.bookings.own': w(
    'რა უპასუხა ამ დროს თქვენმა უწყებამ; თუ არ ჰკითხეს, ველი არ არის.',
    'What the caller’s agency said to it; absent where it is not asked.',
  ),
  'listVisits.items.bookings.waitsFor': w(
    'ვის დადასტურებას ელოდებიან.',
    'Whose confirmation is still to come.',
  ),
  ...under('openInterview', facts),
  ...under('FactsGiven', facts),
  ...under('InterviewView.facts', facts),
  'openInterview.interviewerSex': interviewerSex,
  'openInterview.companion': companion,
  'openInterview.wishes': wishes,
  'openInterview.forbiddenTimes': forbiddenTimes,
  daily,
  days,
  when,
  'planInterview.legalForm': w(
    'გამოკითხვა თუ დაკითხვა მაგისტრატ მოსამართლესთან; ირჩევს მხოლოდ პროკურორი.',
    'Interview, or examination before a magistrate judge; the prosecutor’s alone to choose.',
  ),
  'planInterview.interpreter': interpreter,
  'planInterview.interpreterFromNear': interpreterFromNear,
  'planInterview.interviewerSex': interviewerSex,
  'planInterview.companion': companion,
  'planInterview.companion.wanted': w('თანმხლები პირი.', 'The person chosen.'),
  'planInterview.site': w('სხვა ადგილი; საჭიროა მიზეზი.', 'Another place; needs a reason.'),
  'planInterview.siblings': w(
    'იმავე ოჯახის მეორე ბავშვის მიღება იმავე დღეს.',
    'The visit of another child of the family on the same day.',
  ),
  'planInterview.siblings.with': w('მეორე ბავშვის მიღება.', 'The other child’s visit.'),
  'planInterview.siblings.order': w(
    'მერამდენე შედის ბავშვი.',
    'The place of this child in the order.',
  ),
  'planInterview.reason': w('წერილობითი მიზეზი.', 'The written reason.'),
  'recordConsent.result': w('თანხმობა თუ უარი.', 'Consent or refusal.'),
  'recordConsent.by': w('ვინ თქვა.', 'Who said it.'),
  'recordConsent.capacity': w(
    'რა სტატუსით; კოდები სიიდან `capacities`.',
    'In which capacity; codes of the list `capacities`.',
  ),
  'recordOrder.document': w('სასამართლოს დოკუმენტის ნომერი.', 'Number of the court’s document.'),
  'recordOrder.court': w('რომელმა სასამართლომ გასცა.', 'Which court gave it.'),
  'InterviewView.episode': w('მერამდენე ეპიზოდის.', 'Of which episode of the child.'),
  'InterviewView.place': w(
    'მერამდენე გამოკითხვა ამ ეპიზოდში.',
    'Which interview of the episode it is.',
  ),
  'InterviewView.requestedBy': w('რომელმა უწყებამ გახსნა.', 'Which agency opened it.'),
  'InterviewView.deadline': w('ვადა და მისი მიზეზები.', 'By when it must be held, and why.'),
  'InterviewView.deadline.tier': w('საფეხური; 0 ყველაზე მკაცრია.', 'The tier; 0 is the strictest.'),
  'InterviewView.deadline.breach': w(
    'ვადის გადაცილების ჩაწერილი მიზეზი.',
    'The recorded reason for going past it.',
  ),
  'InterviewView.deadline.unreachableSince': w(
    'როდიდან აღარ არის ვადამდე თავისუფალი დრო.',
    'Since when no time has been free before it.',
  ),
  'InterviewView.legalForm': w('არჩეული სამართლებრივი ფორმა.', 'The legal form that was chosen.'),
  'InterviewView.legalForms': w(
    'რომელი ფორმებია, სანამ პროკურორი აირჩევს.',
    'Which forms there are, until the prosecutor has chosen.',
  ),
  consequence: w('რა მოსდევს ამ ფორმას.', 'What follows from this form.'),
  'InterviewView.ground': w(
    'რა საფუძვლით შეიძლება ბავშვის გამოკითხვა.',
    'On what ground the child may be interviewed.',
  ),
  mayStart: w(
    'ამ საფუძვლით გამოკითხვა შეიძლება დაიწყოს.',
    'On this ground it may begin; planned and held it may be in any case.',
  ),
  'InterviewView.order': w('სასამართლოს ბრძანება.', 'The court’s order.'),
  'InterviewView.order.document': w('დოკუმენტის ნომერი.', 'Number of the document.'),
  'InterviewView.order.court': w('რომელმა სასამართლომ გასცა.', 'Which court gave it.'),
  'InterviewView.site': w('სად.', 'Where.'),
  'InterviewView.site.insteadOf': w('რომელი ცენტრის ნაცვლად.', 'Which centre it stands in for.'),
  travelMinutes: w('რამდენი წუთია გზა ბავშვისთვის.', 'Minutes on the road for the child.'),
  'InterviewView.parts': w('ნაწილები, თანმიმდევრობით.', 'The parts in their order.'),
  'InterviewView.parts.part': w('ნაწილი.', 'The part.'),
  'InterviewView.parts.minutes': w(
    'ხანგრძლივობა წუთებში, შესვენებებით.',
    'Length in minutes, with its breaks.',
  ),
  'InterviewView.parts.breaks': w('რამდენი შესვენებაა.', 'How many breaks.'),
  'InterviewView.medical': w('სამედიცინო ნაწილი.', 'The medical part.'),
  'InterviewView.medical.order': w('გამოკითხვამდე თუ შემდეგ.', 'Before or after the interview.'),
  'InterviewView.medical.by': w('როდემდე უნდა ჩატარდეს.', 'By when it must be done.'),
  'InterviewView.medical.ordered': w('გამომძიებელმა დანიშნა.', 'The investigator has ordered it.'),
  'InterviewView.medical.pulledForward': w(
    'ფანჯარა მიღებამდე იკეტება: წინასწარ უნდა ჩატარდეს.',
    'Its window closes before the visit: it has to be done beforehand.',
  ),
  'InterviewView.roles': w('ვინ უნდა ესწრებოდეს.', 'Who must or may be there.'),
  'InterviewView.roles.parts': w('რომელ ნაწილებში.', 'In which parts.'),
  'InterviewView.roles.place': w('სად იმყოფება.', 'Where this person is.'),
  'InterviewView.roles.required': w('უამისოდ არ ტარდება.', 'Without it nothing is held.'),
  'InterviewView.roles.video': w('შეიძლება ვიდეოთი.', 'May take part by video.'),
  'InterviewView.roles.standIn': w('შეიძლება შემცვლელი.', 'A stand-in may fill it.'),
  'InterviewView.roles.from': w(
    '`resources`: კალენდარში იძებნება; `outside`: იბარებენ.',
    '`resources`: found in calendars; `outside`: is summoned.',
  ),
  'InterviewView.roles.qualification': w('საჭირო კვალიფიკაცია.', 'The qualification it takes.'),
  'InterviewView.roles.languages': w('ენები, რომლებიც უნდა იცოდეს.', 'Languages to be spoken.'),
  'InterviewView.needs': w('რა უნდა მოეწყოს ბავშვისთვის.', 'What is to be arranged for the child.'),
  'InterviewView.language': w('ბავშვის ენა.', 'The child’s language.'),
  'InterviewView.explained': w('რატომ იგეგმება ასე.', 'Why it is planned like this.'),
  'InterviewView.explained.about': w('რას ეხება მიზეზი.', 'What the reason is about.'),
  'InterviewView.siblings': w(
    'იმავე ოჯახის ბავშვები იმავე დღეს.',
    'Children of one family on the same day.',
  ),
  'InterviewView.siblings.group': w('პირველი ბავშვის მიღება.', 'The visit of the first of them.'),
  'InterviewView.siblings.order': w('მერამდენე შედის.', 'The place of this child in the order.'),
  'InterviewView.goesOn.until': w(
    'ამ დრომდე გაგრძელებას თანხმობა არ სჭირდება, ბავშვის პასუხის გარდა.',
    'Begun before this, it needs nobody’s approval but the child’s own yes.',
  ),
  'InterviewView.goesOn.approved.agency': w('რომელმა უწყებამ დაამტკიცა.', 'Which agency approved.'),
  'InterviewView.goesOn.approved.at': w('როდის დაამტკიცა.', 'When it approved.'),
  'InterviewView.unbookable': w(
    'რატომ არ შეიძლება ჯერ დროის დაჯავშნა; თუ არ არის, შეიძლება.',
    'Why no time may be booked yet; absent where one may.',
  ),
  'InterviewView.bookings': w('დაჯავშნები.', 'The bookings.'),
  'InterviewView.bookings.purpose': w(
    'მიღება თუ დაგეგმვის შეხვედრა.',
    'The visit, or the planning meeting.',
  ),
  'InterviewView.bookings.expiresAt': w(
    'როდემდე მოქმედებს დროებითი დაჯავშნა.',
    'Until when the hold lasts.',
  ),
  'InterviewView.bookings.agencies': w('ვინ უნდა დაადასტუროს.', 'Who confirms.'),
  'InterviewView.bookings.agencies.roles': w('რომელ როლებზე.', 'For which roles.'),
  breaksDeadline: w(
    'ვადის შემდეგ იწყება და მიზეზი ჩაწერილი არ არის.',
    'It begins after the deadline, and no reason is on record.',
  ),
  lacks: w(
    'აუცილებელი როლები, რომლებიც გეგმაში დაჯავშნის შემდეგ გაჩნდა.',
    'Required roles that came into the plan after this time was found.',
  ),
  'InterviewView.forbiddenTimes': forbiddenTimes,
  'InterviewView.facts': w('რა თქვეს თავად მიღებაზე.', 'What was said of the visit itself.'),
  'InterviewView.choices': w('რა გადაწყდა დაგეგმვისას.', 'What was decided at planning.'),
  'InterviewView.choices.interpreter': interpreter,
  'InterviewView.choices.interpreterFromNear': interpreterFromNear,
  'InterviewView.choices.companion': companion,
  'InterviewView.choices.interviewerSex': interviewerSex,
  'InterviewView.choices.site': w('არჩეული ადგილი.', 'The place that was chosen.'),
  'InterviewView.consents': w('თანხმობები და უარები.', 'Consents and refusals.'),
  'InterviewView.exceptions': w(
    'რაც ჩვეულებრივისგან განსხვავებულად გადაწყდა.',
    'What was decided against the usual.',
  ),
  'InterviewView.wishes': wishes,
  'ConsentView.valid': w(
    'ითვლება: ვინც თქვა, ბავშვს წარმოადგენს.',
    'It counts: whoever said it represents the child.',
  ),
  'ConsentView.capacity': w('რა სტატუსით.', 'In which capacity.'),
  'ConsentView.result': w('თანხმობა თუ უარი.', 'Consent or refusal.'),
  'ConsentView.by': w('ვინ თქვა.', 'Who said it.'),
  'WishView.account': w('ნაცნობი თანამშრომლის ანგარიში.', 'Account of the worker the child knows.'),
  'listInterviews.items.tier': w('საფეხური; 0 ყველაზე მკაცრია.', 'The tier; 0 is the strictest.'),
  'listInterviews.items.site': w('სად.', 'Where.'),
  'listInterviews.items.place': w('მერამდენე ამ ეპიზოდში.', 'Which of the episode it is.'),
  companion,
  visitReason: w('წერილობითი მიზეზი მიღების გეგმაში.', 'A written reason in the plan of a visit.'),
};
