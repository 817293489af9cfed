import { type Meanings, w } from './meaning.ts';

/** What the fields of calendars mean. */
export const calendarMeanings: Meanings = {
  address: w(
    'კალენდრის პირადი მისამართი; ვისაც ის აქვს, კალენდარს ხედავს.',
    'The private address of a calendar; whoever has it sees the calendar.',
  ),
  'openCalendar.path': w(
    'მისამართი, რომელსაც კალენდრის პროგრამას აძლევთ; მხოლოდ ახლა ჩანს.',
    'The address to give to a calendar program; it is shown this once.',
  ),
  'openCalendar.resource': w('ვისი ან რისი კალენდარია.', 'Whose or what calendar it is.'),
};
