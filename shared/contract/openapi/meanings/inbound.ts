import { type Meaning, type Meanings, w } from './meaning.ts';

/** What is said alike of a key that was opened, replaced or listed. */
const shown: Meanings = {
  account: w(
    'სისტემის ანგარიში, რომლის სახელითაც ითვლება ყველაფერი, რაც ამ გასაღებით იგზავნება.',
    'The system’s account, on whose behalf everything counts that is sent with this key.',
  ),
  keys: w(
    'რა არის ამ წუთას ძალაში, უახლესი ბოლოს.',
    'What is good at this moment, the newest last.',
  ),
  'keys.number': w('რიგითი ნომერი ამ გასაღებში.', 'Running number within this key.'),
  'keys.until': w(
    'როდემდეა ძალაში: უფრო ახალმა შეცვალა.',
    'Until when it is good: a newer one has taken its place.',
  ),
};

const ofOperations = (...operations: readonly string[]): Record<string, Meaning> =>
  Object.fromEntries(
    operations.flatMap((operation) =>
      Object.entries(shown).map(([field, meaning]) => [`${operation}.${field}`, meaning]),
    ),
  );

/** What the fields mean by which partners send to the hub. */
export const inboundMeanings: Meanings = {
  ...ofOperations('createInboundKey', 'rotateInboundKey', 'InboundKeyView'),
  keyId: w('გასაღების ნომერი.', 'Id of the key.'),
  scheme: w(
    'ხელმოწერის წესი: `v1` HMAC-SHA256 საერთო საიდუმლოთი, `v1a` Ed25519.',
    'How it is signed: `v1` is HMAC-SHA256 with a shared secret, `v1a` Ed25519.',
  ),
  publicKey: w(
    'Ed25519 წყვილის საჯარო ნახევარი: `whpk_` და 32 ბაიტი base64-ით. პირადი ნახევარი თქვენთან რჩება.',
    'The public half of an Ed25519 pair: `whpk_` and 32 bytes in base64. The private half stays with you.',
  ),
  overlapDays: w(
    'რამდენ დღეს დარჩეს ძველი ახლის გვერდით ძალაში, 0-დან 7-მდე; გამჟღავნებულისთვის 0.',
    'For how many days the old one stays good beside the new, 0 to 7; 0 for one that became known.',
  ),
  'receiveWebhook.agency': w('თქვენი უწყება.', 'Your own agency.'),
  'InboundMessage.type': w('რა იგზავნება.', 'What is sent.'),
  'InboundMessage.timestamp': w(
    'როდის მოხდა თქვენს სისტემაში; ჰაბი საკუთარ საათს ეყრდნობა.',
    'When it happened in your system; the hub goes by its own clock.',
  ),
  'InboundMessage.data': w(
    'იგივე შინაარსი, რაც შესაბამის მოთხოვნას აქვს.',
    'The same content as the endpoint of that name takes.',
  ),
  'InboundMessage.data.task': w('ამოცანის ნომერი.', 'Id of the task.'),
  'InboundMessage.data.version': w(
    'წაკითხული ამოცანის ვერსია: ნაბიჯი შესრულდება მხოლოდ მაშინ, თუ ამასობაში სხვას არ შეუცვლია.',
    'Version of the task you read: the step is taken only if nobody changed it meanwhile.',
  ),
};
