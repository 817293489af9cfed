import { type Meanings, w } from './meaning.ts';

/** What the fields of the abuser inside, and of who may be reached mean. */
export const insideMeanings: Meanings = {
  'PerpetratorView.perpetrator': w('სავარაუდო მოძალადე.', 'The alleged perpetrator.'),
  corrects: w(
    'შეტყობინების რომელ ჩანაწერს ასწორებს; მის ნაცვლად მოქმედებს.',
    'The entry of a report that this one corrects; it counts in its place.',
  ),
  index: w('ადგილი შეტყობინების სიაში, 0-დან.', 'Place in the list of the report, counted from 0.'),
  excludes: w(
    'უწყებები, რომლებსაც ამ ბავშვზე აღარაფერი ეგზავნება.',
    'Agencies that get nothing more about this child.',
  ),
  alreadyWent: w(
    'რაც მათ უკვე გაეგზავნა და ვეღარ დაბრუნდება.',
    'What had already gone to them and cannot be called back.',
  ),
  capacity: w(
    'რა უფლებამოსილებით; კოდი სიიდან `capacities`.',
    'In which capacity; a code of the list `capacities`.',
  ),
  accused: w(
    'თავად არის თუ არა სავარაუდო მოძალადე; უცნობი „დიახ“-ად ითვლება.',
    'Whether this is an alleged perpetrator; unknown counts as yes.',
  ),
  sharesHousehold: w(
    'ცხოვრობს თუ არა სავარაუდო მოძალადესთან; უცნობი „დიახ“-ად ითვლება.',
    'Whether this person lives with an alleged perpetrator; unknown counts as yes.',
  ),
  dependsOnAccused: w(
    'დამოკიდებულია თუ არა სავარაუდო მოძალადეზე; უცნობი „დიახ“-ად ითვლება.',
    'Whether this person depends on an alleged perpetrator; unknown counts as yes.',
  ),
  inHousehold: w(
    'ცხოვრობს თუ არა ბავშვთან ერთად; უცნობი „დიახ“-ად ითვლება.',
    'Whether this person lives with the child; unknown counts as yes.',
  ),
  speaker: w('ვინ წარმოადგენს ბავშვს.', 'Who speaks for the child.'),
  'SpeakerView.current': w('ახლა მოქმედი.', 'In force now.'),
  withdrawnAt: w('როდიდან აღარ არის უსაფრთხო.', 'Since when it is no longer safe.'),
  mayReach: w('შეიძლება თუ არა ახლა დაკავშირება.', 'Whether it may be reached now.'),
  shielded: w(
    'ოჯახი დაცულია: სრულწლოვანებს არაფერი ეგზავნებათ.',
    'The household is shielded: nothing goes to its adults.',
  ),
  contacts: w('საკონტაქტო პირები.', 'The contacts.'),
  notices: w('შეტყობინებები ოჯახისთვის.', 'The notices to the family.'),
  sentAt: w('როდის გაიგზავნა.', 'When it was sent.'),
  notSentBecause: w(
    'რატომ არ გაიგზავნა ავტომატურად; `by-hand`: გადასცემს ადამიანი.',
    'Why it was not sent by machine; `by-hand`: a person passes it on.',
  ),
  declaredBy: w('რომელმა უწყებამ გამოაცხადა.', 'The agency that declared it.'),
  moved: w('ამოცანები, რომლებიც ახლავე გადავიდა.', 'The tasks that went over at once.'),
  more: w(
    'კიდევ რჩება გადასაცემი: რამდენიმე წუთში გადავა.',
    'More is still to go over: it follows within minutes.',
  ),
};
