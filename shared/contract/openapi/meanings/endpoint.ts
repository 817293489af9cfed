import { type Meaning, type Meanings, w } from './meaning.ts';

/** What is said alike of an endpoint, wherever it is shown. */
const shown: Meanings = {
  keys: w(
    'რომელი გასაღებები აწერს ხელს ამ წუთას, უახლესი ბოლოს.',
    'The keys that sign at this moment, the newest last.',
  ),
  'keys.number': w('რიგითი ნომერი ამ მისამართში.', 'Running number within this endpoint.'),
  'keys.publicKey': w(
    '`v1a` ხელმოწერის გადასამოწმებელი საჯარო გასაღები, `whpk_…`.',
    'The public key by which `v1a` is verified, `whpk_…`.',
  ),
  'keys.until': w(
    'როდემდე აწერს ხელს ახლის გვერდით; უახლესს არ აქვს.',
    'Until when it signs beside a newer one; the newest has none.',
  ),
  disabled: w('როდის და რატომ გაითიშა.', 'When and why it was switched off.'),
  'disabled.because': w(
    '`owner` თქვენ გათიშეთ; `gone` მისამართმა უპასუხა 410; `failing` დღეების განმავლობაში არ პასუხობდა.',
    '`owner`: you switched it off; `gone`: the address answered 410; `failing`: it did not answer for days.',
  ),
  proof: w(
    'დადასტურდა თუ არა, რომ მისამართი თქვენია.',
    'Whether it was proved that the address is yours.',
  ),
  'proof.provedAt': w(
    'როდის დაბრუნდა data.challenge; მანამდე ნამდვილი არაფერი იგზავნება.',
    'When data.challenge came back; nothing real is sent before.',
  ),
  'proof.tries': w('რამდენჯერ ვიკითხეთ თავად.', 'How often the hub has asked by itself.'),
  'proof.askedAgainAt': w(
    'როდის ვიკითხავთ შემდეგ; თუ აღარ ვკითხულობთ, არ არის: გამოიყენეთ `challenge`.',
    'When it asks next; absent once it has stopped: use `challenge`.',
  ),
};

const operations = [
  ...['createEndpoint', 'changeEndpoint', 'rotateEndpoint', 'getEndpoint', 'challengeEndpoint'],
  ...['disableEndpoint', 'enableEndpoint', 'listEndpoints.items', 'EndpointView'],
];

/** What the fields mean of the log of deliveries and of sending again. */
const deliveryMeanings: Meanings = {
  ...Object.fromEntries(
    ['listDeliveries.items', 'getDelivery', 'replayDelivery', 'DeliveryView'].flatMap((name) => [
      [
        `${name}.attempts.keys`,
        w('რომელმა გასაღებებმა მოაწერა ხელი.', 'The numbers of the keys that signed.'),
      ],
      [
        `${name}.attempts.excerpt`,
        w('რითი იწყებოდა თქვენი სისტემის პასუხი.', 'How the answer of your system began.'),
      ],
    ]),
  ),
  'listDeliveries.subject': w('მხოლოდ ის, რაც ამას ეხება.', 'Only what is about this.'),
  'listDeliveries.type': w('მხოლოდ ეს მოვლენა.', 'Only this event.'),
  'listDeliveries.status': w('მხოლოდ ეს მდგომარეობა.', 'Only this status.'),
  'listDeliveries.from': w('რაც ამ დროიდან მოხდა.', 'What happened from then on.'),
  'listDeliveries.to': w('რაც ამ დრომდე მოხდა.', 'What happened before then.'),
  sequences: w('ნომრების შუალედი, ორივე ჩათვლით.', 'A range of numbers, both included.'),
  times: w('დროის შუალედი: როდის მოხდა.', 'A range of time: when it happened.'),
  neverAttempted: w('ყველაფერი, რაც არასოდეს გაგზავნილა.', 'Everything that was never tried.'),
  replayed: w('რამდენი გაიგზავნება ხელახლა.', 'How many are sent again.'),
  'replayDeliveries.left': w(
    'რამდენი დარჩა; ითვლება მომდევნო ათასამდე გაგზავნაში.',
    'How many are left, counted among up to a thousand further deliveries.',
  ),
  'replayDeliveries.status': w('ყველაფერი ამ მდგომარეობაში.', 'Everything that has this status.'),
  'replayDeliveries.after': w(
    'რომელი ნომრის შემდეგ გაგრძელდეს; პასუხში მხოლოდ მაშინ, თუ შეიძლება კიდევ იყოს.',
    'After which number to go on; in the answer only where there may be more.',
  ),
};

/** What the fields mean of webhook endpoints and what is sent to them. */
export const endpointMeanings: Meanings = {
  ...Object.fromEntries(
    operations.flatMap((operation) =>
      Object.entries(shown).map(([field, meaning]) => [`${operation}.${field}`, meaning]),
    ),
  ),
  perSecond: w(
    'წამში რამდენი ვებჰუკი დაიწყოს უმეტეს.',
    'How many webhooks to begin in a second at most.',
  ),
  atOnce: w('ერთდროულად რამდენი გაიგზავნოს უმეტეს.', 'How many to send at the same time at most.'),
  limits: w('რამდენს უძლებს თქვენი სისტემა.', 'How much your system can bear.'),
  payload: w('შინაარსის ვერსია.', 'Version of the payload.'),
  scheme: w(
    'ხელმოწერის წესი: `v1` HMAC-SHA256 საერთო საიდუმლოთი, `v1a` Ed25519, `both` ორივე.',
    'How it is signed: `v1` is HMAC-SHA256 with a shared secret, `v1a` Ed25519, `both` each of them.',
  ),
  'createEndpoint.contact': contact(),
  'changeEndpoint.contact': contact(),
  'EndpointView.contact': contact(),
  'createEndpoint.description': description(),
  'changeEndpoint.description': description(),
  'EndpointView.description': description(),
  'createEndpoint.secret': w(
    'მოთხოვნაში: თქვენი საკუთარი `v1` საიდუმლო, 24-დან 64-მდე ბაიტი. პასუხში: საიდუმლო, ერთადერთხელ.',
    'In the call: a `v1` secret of your own, 24 to 64 bytes. In the answer: the secret, once only.',
  ),
  'rotateEndpoint.overlapDays': w(
    'რამდენ დღეს აწერდეს ძველი გასაღები ახლის გვერდით ხელს, 0-დან 7-მდე; გამჟღავნებულისთვის 0.',
    'For how many days the old keys sign beside the new, 0 to 7; 0 when one became known.',
  ),
  health: w('როგორ მუშაობს.', 'How it fares.'),
  'getEndpoint.health.waiting': w('რამდენი ელოდება გაგზავნას.', 'How many wait to be sent.'),
  waitingMore: w('ელოდება უფრო მეტი, ვიდრე დაითვალა.', 'More wait than were counted.'),
  nextAt: w('როდის იქნება შემდეგი ცდა.', 'When the next try is due.'),
  failingSince: w('როდიდან აღარ პასუხობს.', 'Since when it has not answered.'),
  lastSuccessAt: w('ბოლოს როდის მიიღო ვებჰუკი.', 'When it last took a webhook.'),
  replays: w('რამდენჯერ გაიგზავნა ხელით ხელახლა.', 'How often it was sent again by hand.'),
  replay: w(
    'რომელი ხელით გაგზავნისაა; პირველ გაგზავნას არ აქვს.',
    'Which sending by hand it belongs to; the first sending has none.',
  ),
  host: w('რომელ სერვერზე გაიგზავნა.', 'The host it was sent to.'),
  ...deliveryMeanings,
  sent: w('რა გაიგზავნა და რა მოხდა.', 'What was sent, and what came of it.'),
  ...ofSent('testEndpoint'),
  ...ofSent('challengeEndpoint.sent'),
};

function contact(): Meaning {
  return w(
    'ვის ვაცნობოთ ელფოსტით ან ტელეფონით, როცა მისამართი არ პასუხობს.',
    'Whom to tell by mail or telephone when the address does not answer.',
  );
}

function description(): Meaning {
  return w('რომელი სისტემაა: 200 ნიშნამდე.', 'Which system it is: up to 200 signs.');
}

/** What is said alike of a test and of a challenge. */
function ofSent(name: string): Record<string, Meaning> {
  return Object.fromEntries(
    Object.entries({
      event: w(
        'გაგზავნილის ნომერი: იგივე, რაც `webhook-id`.',
        'Id of what was sent: the `webhook-id`.',
      ),
      arrived: w('გამოვიდა თუ არა.', 'Whether it worked.'),
      status: w('რა სტატუსით უპასუხა სისტემამ.', 'The status your system answered with.'),
      milliseconds: w('რამდენ ხანს გაგრძელდა.', 'How long it took.'),
      excerpt: w('პასუხის დასაწყისი.', 'The beginning of the answer.'),
      problem: w('რა შეუშალა ხელი და რა უნდა გაკეთდეს.', 'What stood in the way, and what to do.'),
      'problem.code': w('მიზეზის კოდი.', 'The code of the reason.'),
      'problem.label': w('მიზეზი სიტყვებით.', 'The reason in words.'),
      'problem.instead': w('რა უნდა გაკეთდეს.', 'What to do.'),
      headers: w('რა სათაურებით გაიგზავნა.', 'The headers it was sent with.'),
    }).map(([field, meaning]) => [`${name}.${field}`, meaning]),
  );
}
