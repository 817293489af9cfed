import { type Meanings, w } from './meaning.ts';

/** What the fields of clocks and events mean. */
export const clockMeanings: Meanings = {
  holder: w('ვის ევალება.', 'Who has to act.'),
  startedAt: w('როდის დაიწყო ათვლა.', 'When the count began.'),
  dueAt: w('როდის იწურება.', 'When it is due.'),
  endedAt: w('როდის დასრულდა.', 'When it ended.'),
  guardsChild: w(
    'იცავს ბავშვს: ითვლება დღე-ღამე და არ ჩერდება.',
    'Guards a child: counted day and night, never paused.',
  ),
  points: w('როდის შეახსენებს ჰაბი და ვის.', 'When the hub speaks up, and to whom.'),
  silent: w(
    'უხმოდ ჩაიარა: უწყების სისტემას ან თანამშრომელს ამოცანა უკვე ჰქონდა.',
    'Passed without a word: a system or a person of the agency had the task already.',
  ),
  what: w('რა ხდება ამ დროს.', 'What happens then.'),
  because: w('რატომ სწორედ მაშინ.', 'Why due just then.'),
  type: w('მოვლენის სახეობა.', 'Type of the event.'),
  codes: w('კოდები, რომლებიც ახლავს.', 'Codes that go with it.'),
};
