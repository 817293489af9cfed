import { type Meanings, w } from './meaning.ts';

/** Fields that mean something else in one schema. */
export const otherMeanings: Meanings = {
  'Problem.type': w(
    'უარის სახეობა, უცვლელი მისამართი; პროგრამამ ეს შეადაროს.',
    'The refusal as a URI that never changes; programs compare this.',
  ),
  'Problem.title': w('რა მოხდა.', 'What was refused.'),
  'Problem.status': w('HTTP სტატუსი.', 'The HTTP status.'),
  'ClockView.name': w(
    'ათვლის სახელი; კოდი სიიდან `clocks`.',
    'Its name; a code of the list `clocks`.',
  ),
  'ClockView.subject': w('რას ეხება.', 'What it is about.'),
  'ReferralView.details.identity': w('ვინ არის ბავშვი.', 'Who the child is.'),
  'TaskView.details.identity': w('ვინ არის ბავშვი.', 'Who the child is.'),
  'ReferralView.municipality': w('ბავშვის მუნიციპალიტეტი.', 'The child’s municipality.'),
  'TaskView.next': w('შესაძლო შემდეგი ნაბიჯები.', 'The steps possible from here.'),
  'TaskView.work': w('ვინ მუშაობს და რა ჩაინიშნა.', 'Who works on it, and what was noted.'),
  'TaskTransition.to': w('მდგომარეობა, რომელშიც გადადის.', 'The status it moves to.'),
  'WebhookPayload.type': w('რა მოხდა.', 'What happened.'),
};
