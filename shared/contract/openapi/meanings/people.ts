import { type Meanings, w } from './meaning.ts';

const account = w(
  'ანგარიში, რომლითაც თანამშრომელი შედის; არ არის, სანამ მოწვევა დასადასტურებელია.',
  'The account by which the person signs in; absent while the invitation is to be confirmed.',
);
const roles = w('რისი გაკეთება შეუძლია უწყებაში.', 'What it may do at the agency.');
const areas = w(
  'ტერიტორიები, რომლებითაც შემოიფარგლება; ცარიელი: უწყების ყველა ტერიტორია.',
  'The areas it is limited to; empty: all areas of the agency.',
);
const personalNumber = w(
  'თანამშრომლის პირადი ნომერი. ინახება მხოლოდ მისი კვალი, რომ საკუთარი საქმე ვერ ნახოს.',
  'The person’s own number. Only its hash is kept, so that nobody works on a case about themselves.',
);
const clientId = w('სისტემის იდენტიფიკატორი.', 'Id of the system.');

const ofPerson: Meanings = {
  number: w('რიგითი ნომერი უწყებაში.', 'Running number within the agency.'),
  account,
  state: w('შეთავაზებული, მოწვეული, მოქმედი თუ წასული.', 'Proposed, invited, there, or gone.'),
  name: w('სახელი და გვარი.', 'Name of the person.'),
  mail: w('სამსახურებრივი ელფოსტა.', 'Work address.'),
  roles,
  areas,
  invitedUntil: w(
    'როდემდე შეიძლება მოწვევის მიღება.',
    'Until when the invitation can be taken up.',
  ),
  numberKnown: w(
    'ჰაბმა იცის, არის თუ არა შემთხვევა თავად ამ პირზე.',
    'The hub can tell whether a case is about this very person.',
  ),
  proposal: w(
    'წინადადება, რომელიც მეორე პირმა უნდა დაადასტუროს.',
    'The proposal a second person has to confirm.',
  ),
};
const inHand: Meanings = {
  account: w('ვის ანგარიშზეა.', 'Whose account it is.'),
  name: w('სახელი და გვარი, თუ ცნობილია.', 'Name of the person, where it is known.'),
  open: w('რამდენი ამოცანა აქვს ახლა ხელში.', 'How many tasks are in hand now.'),
  children: w(
    'რამდენ ბავშვს ეხება; თითო ერთხელ ითვლება.',
    'How many children they are about, each counted once.',
  ),
  urgent: w('მათგან გადაუდებელი.', 'Of those: urgent.'),
  dueSoon: w('ვადა ერთ დღეში გადის.', 'The deadline passes within a day.'),
  overdue: w('ვადა უკვე გავიდა.', 'The deadline has passed.'),
  cut: w('მეტია, ვიდრე დაითვალა.', 'There is more than was counted.'),
};
const OPERATIONS = [
  ...['MembershipView', 'ProposalView', 'ClientView', 'takeUpMembership', 'rotateClient'],
  'getMembership',
  ...['PersonView', 'listPeople', 'invitePerson', 'changePerson', 'endSignIns', 'confirmProposal'],
];

/** What the fields of accounts, sign-ins and systems mean. */
export const peopleMeanings: Meanings = {
  ...Object.fromEntries(
    OPERATIONS.flatMap((operation) =>
      Object.entries(ofPerson).map(([field, meaning]) => [`${operation}.${field}`, meaning]),
    ),
  ),
  ...Object.fromEntries(
    ['ownLoad', 'listLoads.items'].flatMap((name) =>
      Object.entries(inHand).map(([field, meaning]) => [`${name}.${field}`, meaning]),
    ),
  ),
  'invitePerson.mail': w(
    'სამსახურებრივი ელფოსტა: იქ მიდის პირველი პაროლი.',
    'Work address: the first password goes there.',
  ),
  personalNumber,
  'removePerson.deputy': w('ვის გადაეცემა სამუშაო.', 'To whom the work goes over.'),
  'removePerson.moved': w('ამოცანები, რომლებიც გადაეცა.', 'The tasks that went over.'),
  'removePerson.more': w('დანარჩენი წუთებში გადაეცემა.', 'The rest goes over within minutes.'),
  resetSecondFactor: w(
    'შემდეგ შესვლაზე ახალი აუთენტიფიკატორი უნდა შეიქმნას.',
    'At the next sign-in a new authenticator has to be set up.',
  ),
  'listProposals.items.kind': w('მოწვევა თუ ცვლილება.', 'An invitation or a change.'),
  proposedBy: w('ვინ შესთავაზა.', 'Who proposed it.'),
  everywhere: w('ყველა მოწყობილობიდან.', 'On every device.'),
  ended: w('რა დასრულდა: ეს შესვლა თუ ყველა.', 'What was ended: this sign-in, or all.'),
  clientId,
  secretId: w('საიდუმლოს იდენტიფიკატორი.', 'Id of the secret.'),
  secrets: w(
    'ერთი, ან ორი, სანამ ახალი ძველს ცვლის.',
    'One, or two while a new one takes the place of the old.',
  ),
  certificates: w(
    'სერტიფიკატების SHA-256, რომელთაგან ერთი უნდა წარადგინოს; ცარიელი: საიდუმლო საკმარისია.',
    'SHA-256 of the certificates of which it must show one; empty: the secret is enough.',
  ),
  'setClientCertificates.certificates': w(
    'სერტიფიკატები PEM ფორმატით, პირადი გასაღების გარეშე.',
    'Certificates in PEM form, without their private keys.',
  ),
};
