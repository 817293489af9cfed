import { type Meanings, w } from './meaning.ts';

const SIZE = w('რამდენი ჩანაწერი იყო მაშინ ჟურნალში.', 'How many entries the journal had then.');
const PATH = w(
  'მტკიცების ანაბეჭდები რიგით, RFC 9162-ის მიხედვით.',
  'The hashes of the proof in their order, by RFC 9162.',
);

/** What the fields of the journal’s heads and proofs mean. */
export const journalMeanings: Meanings = {
  'HeadView.id': w(
    'ჯამის ნომერი: მისი შინაარსის ანაბეჭდი.',
    'Id of the head: a hash of what it says.',
  ),
  headId: w('ჯამის ნომერი.', 'Id of the head.'),
  'HeadView.size': SIZE,
  'HeadView.root': w(
    'ყველა ჩანაწერის საერთო ანაბეჭდი (მერკლის ხის ფესვი), თექვსმეტობითად.',
    'The hash of all entries together (root of the Merkle tree), in hexadecimal.',
  ),
  'HeadView.at': w('როდის მოეწერა ხელი.', 'When it was signed.'),
  'HeadView.key': w('რომელი გასაღებით.', 'With which key.'),
  'HeadView.signature': w(
    'ხელმოწერა (Ed25519), თექვსმეტობითად.',
    'The signature (Ed25519), in hexadecimal.',
  ),
  'HeadView.publicKey': w(
    'ღია გასაღები, რომლითაც ხელმოწერა მოწმდება.',
    'The public key by which the signature is checked.',
  ),
  'listHeads.before': w('მხოლოდ ამ ზომაზე მცირე ჯამები.', 'Only heads below this size.'),
  'proveConsistency.from': w('ადრინდელი ზომა.', 'The earlier size.'),
  'proveConsistency.to': w('გვიანდელი ზომა.', 'The later size.'),
  'proveConsistency.path': PATH,
  'proveInclusion.sequence': w('ნომერი თქვენს ლენტაში.', 'The number in your feed.'),
  'proveInclusion.size': w(
    'ჟურნალის რომელ ზომაში; თუ არ არის, — ახლანდელში.',
    'In the journal of which size; without it, as it is now.',
  ),
  'proveInclusion.event': w('მოვლენის ნომერი.', 'Id of the event.'),
  'proveInclusion.index': w(
    'ადგილი ჟურნალში, ნულიდან დათვლილი.',
    'Its place in the journal, counted from 0.',
  ),
  'proveInclusion.leaf': w(
    'ჩანაწერის ანაბეჭდი; გასაღების გარეშე შინაარსს არ ამხელს.',
    'The hash of the entry; without its key it tells nothing of what it says.',
  ),
  'proveInclusion.path': PATH,
  'exportJournal.head': w(
    'რომელ ჯამამდე; თუ არ არის, — უახლესამდე.',
    'Up to which head; without it, the newest.',
  ),
  'exportJournal.from': w(
    'რომელი ჯამის ზომის შემდეგ იწყება; 0 — დასაწყისიდან.',
    'After the size of which head it begins; 0 is the beginning.',
  ),
  'exportJournal.at': w('შემდეგი გვერდის პირველი ჩანაწერი.', 'First entry of a later page.'),
  'exportJournal.lines': w(
    'ფაილის სტრიქონები; ჩაწერეთ ზუსტად ისე, როგორც მოვიდა.',
    'Lines of the file; write them exactly as they came.',
  ),
};
