import { type Meanings, w } from './meaning.ts';

/** Gaps of duty, units in numbers, and what of the pack a lawyer still has to confirm. */
export const oversightMeanings: Meanings = {
  'listDutyGaps.items.from': w('საიდან არავინ მორიგეობს.', 'From when nobody is on duty.'),
  'listDutyGaps.items.to': w(
    'როდემდე; არ არის, თუ შემდეგ აღარაფერია დაგეგმილი.',
    'Until when; absent where nothing is planned any more.',
  ),
  'listDutyGaps.items.found': w(
    'წინასწარ, გრაფიკიდან („ahead“), თუ სასწრაფო საქმის მოსვლისას („now“).',
    'Ahead, by the roster (`ahead`), or when urgent work came (`now`).',
  ),
  ladder: w('ვის მიმართავს ჰაბი, საფეხურებად.', 'Whom the hub turns to, rung by rung.'),
  'listUnanswered.items.ladder.at': w('როდის.', 'When.'),
  'listUnanswered.items.ladder.role': w('ვის.', 'Whom.'),
  way: w('რა გზით.', 'By which way.'),
  passed: w('ამ საფეხურმა უკვე ჩაიარა.', 'This rung is behind it.'),
  toldAt: w('როდის ეცნობა უწყებას და ზედამხედველობას.', 'When agency and oversight were told.'),
  'listUnits.week': w(
    'კვირის ნებისმიერი დღე; თუ არ არის, მიმდინარე კვირა.',
    'Any day of the week asked for; absent: the week going on.',
  ),
  'listUnits.kind': w('მხოლოდ ასეთი უწყებები.', 'Only agencies of this kind.'),
  'listUnits.after': w('წინა გვერდის ბოლო უწყება.', 'The last agency of the page before.'),
  'listUnits.from': w('კვირის დასაწყისი.', 'When the week began.'),
  'listUnits.to': w('სად მთავრდება ათვლა: კვირის ბოლო ან ახლა.', 'Its end, or now.'),
  'listUnits.items.received': w(
    'ამოცანები, რომლებიც ამ კვირაში მოვიდა.',
    'Tasks that came within the week.',
  ),
  'listUnits.items.accepted': w(
    'მათგან, რამდენზე აიღო უწყების თანამშრომელმა პასუხისმგებლობა.',
    'Of those, how many a person of the unit took on.',
  ),
  inTime: w(
    'მათგან, რამდენს უპასუხა ადამიანმა ვადაში, თანხმობით ან უარით.',
    'Of those, how many a person answered by the deadline, with yes or no.',
  ),
  medianMinutes: w(
    'ამოცანიდან პასუხამდე: შუა მნიშვნელობა წუთებში.',
    'From the task to the answer: the median, in minutes.',
  ),
  'listUnits.items.open': w('რამდენი ამოცანაა ახლა ღია.', 'How many tasks are open now.'),
  'listUnits.items.overdue': w('მათგან, რამდენის ვადა გავიდა.', 'Of those, how many are overdue.'),
  'listUnits.items.unanswered': w(
    'შეტყობინებები, რომელთა ამოცანაც აქ ჯერ არავის აუღია.',
    'Referrals with work here that nobody has taken on yet.',
  ),
  cut: w('იმაზე მეტი იყო, ვიდრე დაითვალა.', 'There was more than was counted.'),
  misses: w(
    'საქმე, რომელიც წესის დანიშნულებით არ წავიდა.',
    'Work that did not go where a rule had sent it.',
  ),
  how: w(
    'მორიგემ აირჩია („by-hand“), სხვას გადაეცა („redirected“) თუ კომპეტენციის გამო უარი ითქვა („not-competent“).',
    'Chosen by the duty desk (`by-hand`), handed on (`redirected`), or refused as not theirs (`not-competent`).',
  ),
  'listUnits.items.misses.rule': w(
    'წესი, რომელმაც ამოცანა მისცა.',
    'The rule that had asked for it.',
  ),
  'listUnits.items.misses.kind': w('რა საქმეა.', 'Which work.'),
  'listUnits.items.misses.tasks': w('რამდენი ასეთი.', 'How many of them.'),
  'listOwedChecks.edition': w('წესების პაკეტის გამოცემა.', 'The edition of the policy pack.'),
  'listOwedChecks.since': w(
    'როდიდან მოქმედებს ეს გამოცემა.',
    'From when this edition is in force.',
  ),
  'listOwedChecks.items.file': w('პაკეტის რომელი ნაწილი.', 'Which part of the pack.'),
  item: w('რომელი ჩანაწერი მასში.', 'Which item in it.'),
  check: w('რა უნდა შეამოწმოს იურისტმა.', 'What a lawyer has to check.'),
  'listOwedChecks.items.source': w('წყარო, რომელსაც ეყრდნობა.', 'The source it rests on.'),
};
