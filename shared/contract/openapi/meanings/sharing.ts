import { type Meanings, w } from './meaning.ts';

/** What the fields of consents and of the preview mean. */
export const sharingMeanings: Meanings = {
  purposes: w('რისთვის შეიძლება გაზიარება.', 'What it may be shared for.'),
  evidence: w('რით დასტურდება თანხმობა.', 'How the consent is evidenced.'),
  givenOn: w('როდის გაიცა თანხმობა.', 'When the consent was given.'),
  withdrawn: w('როდის და ვინ გამოიხმო.', 'When it was withdrawn, and by whom.'),
  recall: w(
    'გამოთხოვის ნომერი, თუ თანხმობის საფუძველზე უკვე რამე გაზიარდა.',
    'Number of the recall, where something had been shared on it.',
  ),
  stays: w(
    'ვინ ინახავს ცნობებს თანხმობის გარეშეც და რა საფუძვლით.',
    'Who keeps what it was told all the same, and on what basis.',
  ),
  law: w('კანონი, რომელსაც ეფუძნება.', 'The law it rests on.'),
  consents: w('რაზე დათანხმდა ოჯახი.', 'What the family consented to.'),
  overrides: w(
    'თანხმობის გარეშე გაზიარების გადაწყვეტილებები.',
    'Decisions to share without consent.',
  ),
  resting: w(
    'უწყებები, რომელთა მუშაობა თანხმობას ეფუძნება.',
    'Agencies whose work rests on consent.',
  ),
  missing: w('თანხმობა არ არის.', 'There is no consent.'),
  words: w('მიზეზი სიტყვებით; ინახება დაფარულად.', 'The reason in words; kept sealed.'),
  days: w('რამდენ დღეს მოქმედებს.', 'For how many days it holds.'),
  decidedAt: w('როდის გადაწყდა.', 'When it was decided.'),
  agencies: w('ვის დაევალებოდა მოქმედება.', 'Who would be asked to act.'),
  leads: w('უძღვება საქმეს.', 'It would lead.'),
  before: w(
    'რას ხედავს უწყება, სანამ იქ ვინმე აიღებს.',
    'What the agency sees before a person there has accepted.',
  ),
  after: w('რას ხედავს მას შემდეგ.', 'What it sees from then on.'),
  hidden: w('რა იფარება და რომელი წესით.', 'What stays hidden, and by which rule.'),
  notes: w('რა უნდა იცოდეთ გაგზავნამდე.', 'What to know before it is sent.'),
  closedBy: w('წესი, რომელიც ფარავს.', 'The rule that hides it.'),
  identities: w(
    'ვისი ვინაობა ვერ შედარდა: დასახელებული პირი ან მუშაკი პირადი ნომრის გარეშე.',
    'Whose identity could not be compared: a named person, or the worker, without a personal number.',
  ),
  personsWithoutNumber: w(
    'რამდენ დასახელებულ პირს არ აქვს პირადი ნომერი.',
    'How many of the named persons have no personal number.',
  ),
  you: w(
    'არის თუ არა თქვენი პირადი ნომერი ცნობილი და შედარებული.',
    'Whether your own personal number is known and was compared.',
  ),
  says: w('წესი სიტყვებით.', 'The rule in words.'),
};
