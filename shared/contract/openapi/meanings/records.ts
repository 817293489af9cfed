import { type Meanings, w } from './meaning.ts';

/** What the fields of every record mean. */
export const recordMeanings: Meanings = {
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
};
