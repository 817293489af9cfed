import { type Meanings, w } from './meaning.ts';

/** What the fields of recalls mean. */
export const recallMeanings: Meanings = {
  fieldGroups: w(
    'მონაცემთა რომელ ჯგუფებს ეხება; თუ არ არის, ყველას.',
    'Which field groups it concerns; absent: all of them.',
  ),
  correction: w(
    'რა არის სწორი; იხსნება მხოლოდ მათთვის, ვისაც მცდარი აჩვენეს.',
    'What is right now; opened only to those who were shown what was wrong.',
  ),
  advice: w('რას ნიშნავს ეს მიმღებისთვის.', 'What it means for a recipient.'),
  recipients: w(
    'ვისაც ეცნობა და რას უპასუხა; მიმღები მხოლოდ თავისას ხედავს.',
    'Who was told, and what each answers; a recipient sees its own line only.',
  ),
  toldSince: w('როდიდან იცის.', 'Since when it has known.'),
  toldBy: w('როგორ ეცნობა.', 'How it was told.'),
  basis: w('სამართლებრივი საფუძველი, რომლითაც ინახავს.', 'The legal basis on which it is kept.'),
  confirmedAt: w('როდის უპასუხა.', 'When it answered.'),
  openRecalls: w(
    'რამდენ გამოთხოვას არ უპასუხა ყველა მიმღებმა; დახურვას არ აჩერებს.',
    'Recalls that not every recipient has answered; they hold up no closing.',
  ),
  unanswered: w('რამდენს ჯერ არ უპასუხია.', 'How many have not answered yet.'),
  recipient: w('რომელი მიმღები, რიგის მიხედვით.', 'Which recipient, by its place.'),
  part: w(
    'უწყება პასუხობს, პასუხებს ელოდება თუ თვალს ადევნებს.',
    'Whether the agency answers, waits for answers, or watches.',
  ),
};
