import { type Meanings, w } from './meaning.ts';

/** What the fields of the directory mean. */
export const directoryMeanings: Meanings = {
  areas: w(
    'მუნიციპალიტეტები, რეგიონები (`GE-IM`), ან მთელი ქვეყანა (`GE`).',
    'Municipalities, regions (`GE-IM`), or the whole country (`GE`).',
  ),
  'AgencyView.duty': w('პასუხობს ნებისმიერ დროს.', 'Answers at any hour.'),
  duty: w('ვინ მორიგეობს.', 'Who takes duty.'),
  account: w(
    'ანგარიში, რომლითაც ეს ადამიანი სისტემაში შედის.',
    'The account with which this person signs in.',
  ),
  region: w('რეგიონი.', 'The region.'),
  occupied: w('ოკუპირებული: უწყება იქ ვერ მოქმედებს.', 'Occupied: no agency can act there.'),
  title: w('სათაური.', 'The title.'),
  domains: w('ფორმის ნაწილები.', 'The parts of the form.'),
  domain: w('ფორმის ნაწილი.', 'The part of the form.'),
  question: w('კითხვა.', 'The question.'),
  danger: w('პასუხი `yes` ნიშნავს საფრთხეს ახლა.', 'A `yes` means danger now.'),
};
