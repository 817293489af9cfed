import { type Meanings, w } from './meaning.ts';

/** What the fields of events in the feed and in webhooks mean. */
export const eventMeanings: Meanings = {
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
};
