import { type Meanings, w } from './meaning.ts';

/** What the fields of tasks and cases mean. */
export const taskMeanings: Meanings = {
  taskId: w('ამოცანის ნომერი.', 'Id of the task.'),
  referralId: w('შეტყობინების ნომერი.', 'Id of the referral.'),
  caseId: w('შემთხვევის ნომერი.', 'Id of the case.'),
  endpointId: w('მისამართის ნომერი.', 'Id of the endpoint.'),
  track: w(
    'მიმართულება: უსაფრთხოება, სამართალი, სხეული, სული, მხარდაჭერა.',
    'The track: safety, justice, body, mind, support.',
  ),
  urgency: w('რამდენად სასწრაფოა.', 'How urgent.'),
  createdAt: w('როდის შეიქმნა.', 'When it was made.'),
  deadline: w('ბოლო ვადა.', 'The deadline.'),
  instructions: w('რა უნდა და რა არ უნდა გაკეთდეს.', 'What to do and what not to do.'),
  outcome: w('შედეგის კოდი სიიდან `outcomes`.', 'Code of the outcome, from the list `outcomes`.'),
  relatedChild: w(
    'რომელ სხვა ბავშვს ეხება: რიგითი ნომერი შეტყობინებაში, სახელის გარეშე.',
    'Which other child of the report it is about: by number, never by name.',
  ),
  about: w(
    'ამოცანა, რომელზეც ეროვნულმა მორიგემ უნდა გადაწყვიტოს.',
    'The task over which the national desk has to decide.',
  ),
  handedOverAt: w('როდის დაელაპარაკა ორი ერთეული ერთმანეთს.', 'When the two units talked.'),
  persons: w('ვინ ილაპარაკა ორივე ერთეულიდან.', 'Who talked, of both units.'),
  'MoveView.number': w('გადასვლის რიგითი ნომერი.', 'Number of the move within the case.'),
  'MoveView.from': w('ერთეული, რომელიც მანამდე წარმართავდა.', 'The unit that led before.'),
  'MoveView.to': w(
    'ერთეული, რომელსაც მიმართეს; არ არის, სანამ ადგილი უცნობია.',
    'The unit that is asked; absent while nobody knows the place.',
  ),
  'moveCase.to': w(
    'მუნიციპალიტეტი, მეურვეობის ორგანოს ერთეული, ან `unknown`, თუ ადგილი უცნობია.',
    'A municipality, a guardianship unit, or `unknown` where nobody knows the place.',
  ),
  'moveCase.since': w('როდიდან.', 'Since when.'),
  'moveCase.source': w(
    'საიდან არის ცნობილი; კოდი სიიდან `moveSources`.',
    'How it is known; a code of `moveSources`.',
  ),
  'MoveView.since': w('როდიდან.', 'Since when.'),
  'MoveView.source': w('საიდან არის ცნობილი.', 'How it is known.'),
  redirectedFrom: w('ამოცანა, საიდანაც გადმომისამართდა.', 'The task it was redirected from.'),
  offeredTo: w('ამოცანა, რომელიც სხვა უწყებას შესთავაზეს.', 'The task offered to another agency.'),
  replacedBy: w('ამოცანა, რომელმაც შეცვალა.', 'The task that replaced it.'),
  actingPerson: w('ვინ იმოქმედებს, სახელით.', 'Who acts, by name.'),
  deputy: w('ვინ ცვლის.', 'Who stands in.'),
  note: w('შენიშვნა.', 'A note.'),
  to: w('სად გადადის.', 'Where it goes.'),
  openedAt: w('როდის გაიხსნა.', 'When it was opened.'),
  worker: w('შემთხვევის სოციალური მუშაკი.', 'The social worker of the case.'),
};
