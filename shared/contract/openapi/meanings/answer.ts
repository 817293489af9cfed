import { type Meanings, w } from './meaning.ts';

/** What the fields of answers to whoever referred mean. */
export const answerMeanings: Meanings = {
  proposed: w('წამყვანის თანხმობას ელოდება.', 'Waits for the lead’s release.'),
  offered: w(
    'რა შესთავაზეს ოჯახს; კოდები სიიდან `offers`.',
    'What the family was offered; codes of the list `offers`.',
  ),
  takenUp: w(
    'მიიღო თუ არა ოჯახმა; კოდი სიიდან `takenUp`.',
    'Whether the family took it up; a code of the list `takenUp`.',
  ),
  loopClosedAt: w(
    'როდის დაასრულა ზედამხედველმა დადასტურების მოლოდინი.',
    'When a supervisor ended the wait for an acknowledgement.',
  ),
  exceptions: w(
    'კანონიერი საფუძვლები, რომლითაც უკუკავშირი არ იგზავნება.',
    'Lawful exceptions from feedback.',
  ),
  stages: w('რომელი პასუხისგან ათავისუფლებს.', 'From which answers it frees.'),
  closing: w(
    'როგორ დაიხურა; მხოლოდ მათთვის, ვინც მუშაობს.',
    'How it was closed: for those who work on it.',
  ),
  comesBackUntil: w(
    'არ იმოქმედეს: ამ დღემდე ახალი შეტყობინება გადაწყვეტილებას ისევ გამოაჩენს.',
    'Nothing was done: a new report until this day brings the decision back into view.',
  ),
  how: w('როგორ; კოდი სიიდან `contactWays`.', 'How; a code of the list `contactWays`.'),
  'ClosingView.contact': w(
    'როდის და როგორ ესაუბრნენ შეტყობინების ავტორს.',
    'When and how whoever referred was spoken with.',
  ),
  askedAt: w('როდის იკითხეს.', 'When it was asked.'),
  answerBy: w(
    'როდემდე სურთ პასუხი; ბავშვის დაცვა მას არ ელოდება.',
    'By when an answer is hoped for; protection does not wait for it.',
  ),
  answeredAt: w('როდის უპასუხეს.', 'When it was answered.'),
  reminder: w('რა არ უნდა გააკეთოთ პასუხისთვის.', 'What not to do in order to answer.'),
  'QuestionView.question': w(
    'შეკითხვა შეტყობინების ავტორს; ბავშვს არ უსვამენ.',
    'The question to whoever referred; never put to the child.',
  ),
  'QuestionView.answer': w(
    'რაც შეტყობინების ავტორმა უკვე იცის.',
    'What whoever referred knows already.',
  ),
  text: w('თქვენი სიტყვებით.', 'In your own words.'),
  considerations: w('რა დაასკვნეს, ვინც განიხილა.', 'What those who considered it concluded.'),
  considered: w(
    'ვინც განიხილა, რიგით; ორი სხვადასხვა ადამიანი.',
    'Those who considered it, in order; two different people.',
  ),
  pausedSince: w('როდიდან ისვენებს ათვლა.', 'Since when the clock rests.'),
  pausedUntil: w(
    'როდის განახლდება თავისით, არა უგვიანეს.',
    'When it goes on by itself at the latest.',
  ),
};
