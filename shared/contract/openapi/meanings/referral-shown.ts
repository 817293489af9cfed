import { type Meanings, w } from './meaning.ts';

/** What the fields of a referral as it is shown mean. */
export const shownMeanings: Meanings = {
  receiptNumber: w(
    'ნომერი, რომლითაც ადამიანები საუბრობენ.',
    'The number as people say and write it.',
  ),
  submittedAt: w('როდის გაიგზავნა.', 'When it was submitted.'),
  nextSteps: w(
    'რა გააკეთოთ და რა არა, სანამ ვინმე მოვა.',
    'What to do, and what not to do, until somebody comes.',
  ),
  lead: w('უწყება, რომელიც წარმართავს.', 'The agency that leads.'),
  case: w('ბავშვის შემთხვევა.', 'The child’s case.'),
  work: w('რა კეთდება.', 'What is being done.'),
  feedback: w('უკუკავშირი შემტყობინებელს.', 'Feedback to the referrer.'),
  number: w('რიგითი ნომერი.', 'Running number.'),
  stage: w('პირველი თუ საბოლოო.', 'First feedback, or the outcome.'),
  from: w('ვისგან.', 'From whom.'),
  message: w('სათქმელი.', 'The message.'),
  acknowledgedAt: w('როდის დადასტურდა.', 'When it was acknowledged.'),
  contact: w('უსაფრთხო კონტაქტი.', 'The safe contact.'),
  concern: w('რა სახის წუხილია.', 'What the worry is about.'),
  'childs-own-words': w('ბავშვის სიტყვები.', 'The child’s own words.'),
  medical: w('დაზიანება და საჭიროებები.', 'Injury and needs.'),
  family: w('სხვა ბავშვები.', 'Other children.'),
};
