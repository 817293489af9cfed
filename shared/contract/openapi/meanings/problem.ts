import { type Meanings, w } from './meaning.ts';

/** What the fields of problem documents mean. */
export const problemMeanings: Meanings = {
  detail: w('რა გააკეთოთ ამის ნაცვლად.', 'What to do instead.'),
  instance: w('ამ მოთხოვნის ნომერი, დახმარებისთვის.', 'Id of this call, for support.'),
  errors: w('თითოეული მიზეზი თავისი ადგილით.', 'Each cause with its place.'),
  pointer: w(
    'ველი, როგორც JSON pointer, ან ჩანაწერის ნომერი.',
    'The field as a JSON pointer, or the id of a record.',
  ),
};
