import { type Meanings, w } from './meaning.ts';

/** What the fields of one child in one record mean. */
export const sameChildMeanings: Meanings = {
  joinedTo: w(
    'იმავე ბავშვის უფრო ადრინდელი შემთხვევა, რომელშიც მუშაობა გრძელდება.',
    'The older case of the same child, in which work goes on.',
  ),
  joined: w(
    'იმავე ბავშვის სხვა შემთხვევები, ამასთან გაერთიანებული.',
    'Other cases of the same child, joined to this one.',
  ),
  repeats: w(
    'კიდევ რამდენი შეტყობინება მოვიდა ამავე ბავშვზე, რამდენადაც ცნობილია; შეიძლება მეტი იყოს, ვიდრე ჩამოთვლილია.',
    'How many further reports of the same child there are, as far as known; they can be more than are listed.',
  ),
  earlier: w(
    'ადრინდელი შეტყობინებები, რომლებიც შეიძლება იმავე ბავშვს ეხებოდეს; ხედავს მხოლოდ წამყვანი.',
    'Earlier reports that may be about the same child; only the lead sees them.',
  ),
  closedAs: w('რა საფუძვლით დაიხურა.', 'On what ground it was closed.'),
  comesBack: w(
    'მაშინ არაფერი გაკეთებულა: გადაწყვეტილება ხელახლა უნდა განიხილოთ.',
    'Nothing was done then: the decision is looked at again.',
  ),
  joinings: w(
    'პასუხები კითხვაზე, ერთი ბავშვია თუ სხვადასხვა.',
    'Answers to the question whether it is one child.',
  ),
  of: w('შემთხვევა, რომელთანაც პასუხი ინახება.', 'The case with which the answer is kept.'),
  same: w('ერთი და იგივე ბავშვია თუ არა.', 'Whether it is the same child.'),
  undoneAt: w('როდის გაუქმდა.', 'When it was undone.'),
  undoing: w('რატომ გაუქმდა.', 'Why it was undone.'),
  timesToldCount: w(
    'რამდენჯერ მოჰყვა ბავშვი მომხდარს, რამდენადაც ცნობილია; ბავშვს ამას არ ჰკითხავენ.',
    'How often the child has told what happened, as far as known; the child is not asked.',
  ),
  tellings: w('ვის, როდის და რატომ მოუყვა ბავშვმა.', 'To whom, when and why the child told it.'),
  safeWay: w(
    'როგორ და როდის შეიძლება ბავშვს უსაფრთხოდ უპასუხონ, და როგორ არა.',
    'How and when the child may safely be answered, and how not.',
  ),
};
