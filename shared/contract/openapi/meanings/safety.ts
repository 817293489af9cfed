import { type Meanings, w } from './meaning.ts';

/** What the fields of safety decisions and waivers mean. */
export const safetyMeanings: Meanings = {
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
};
