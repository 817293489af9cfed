import { addressWords } from './address-words.ts';

/** Why an attempt at a webhook did not arrive, and what its owner can do about it. */
const outcomeWords = {
  'not-echoed': {
    label: {
      ka: 'მისამართმა უპასუხა, მაგრამ data.challenge უკან არ დააბრუნა',
      en: 'The address answered, but not with data.challenge',
    },
    instead: {
      ka: 'თუ type არის endpoint.challenged, შეამოწმეთ ხელმოწერა და პასუხში ჩაწერეთ {"challenge": "…"} მიღებული მნიშვნელობით.',
      en: 'When type is endpoint.challenged, verify the signature and answer {"challenge": "…"} with the value you received.',
    },
  },
  redirected: {
    label: { ka: 'მისამართი სხვაგან ამისამართებს', en: 'The address redirects elsewhere' },
    instead: {
      ka: 'გადამისამართებას ჰაბი არ მიჰყვება: მიუთითეთ საბოლოო მისამართი.',
      en: 'The hub follows no redirect: give the address it ends at.',
    },
  },
  gone: {
    label: {
      ka: 'მისამართი ამბობს, რომ აღარ არსებობს (410)',
      en: 'The address says it is gone (410)',
    },
    instead: {
      ka: 'მიუთითეთ ახალი მისამართი ან უპასუხეთ 2xx-ით.',
      en: 'Give another address, or answer 2xx.',
    },
  },
  'not-let-in': {
    label: { ka: 'მისამართმა გამომგზავნი არ შეუშვა', en: 'The address did not let the sender in' },
    instead: {
      ka: 'ჰაბს პაროლი არ აქვს: გამომგზავნს ხელმოწერა ადასტურებს. შეამოწმეთ, რომ სწორ გასაღებს იყენებთ.',
      en: 'The hub has no password: the signature shows who sends. Check that you verify with the right key.',
    },
  },
  'not-taken': {
    label: {
      ka: 'სისტემამ ვებჰუკი არ მიიღო (4xx)',
      en: 'The system did not take the webhook (4xx)',
    },
    instead: {
      ka: 'შეამოწმეთ გზა და ხელმოწერის გადამოწმება; უცნობ მოვლენასაც 2xx-ით უპასუხეთ.',
      en: 'Check the path and how the signature is verified; answer 2xx also to events you do not know.',
    },
  },
  'slowed-down': {
    label: {
      ka: 'სისტემა ითხოვს, უფრო იშვიათად გავუგზავნოთ',
      en: 'The system asks for fewer webhooks',
    },
    instead: {
      ka: 'შეამცირეთ limits ან მიიღეთ მეტი; ჰაბი Retry-After-ს ელოდება.',
      en: 'Lower limits, or take more; the hub waits as Retry-After says.',
    },
  },
  broken: {
    label: { ka: 'სისტემამ შეცდომა დააბრუნა (5xx)', en: 'The system answered with an error (5xx)' },
    instead: {
      ka: 'იხილეთ თქვენი სისტემის ჟურნალი იმავე წამზე; ჯერ უპასუხეთ 2xx-ით, მერე დაამუშავეთ.',
      en: 'See your system’s log at that second; answer 2xx first and work on it afterwards.',
    },
  },
  'timed-out': {
    label: { ka: 'პასუხი 15 წამში არ მოვიდა', en: 'No answer within 15 seconds' },
    instead: {
      ka: 'ჯერ უპასუხეთ 2xx-ით, მერე დაამუშავეთ.',
      en: 'Answer 2xx first and work on it afterwards.',
    },
  },
  'connection-refused': {
    label: { ka: 'ამ მისამართზე არავინ უსმენს', en: 'Nobody listens at this address' },
    instead: {
      ka: 'შეამოწმეთ, რომ სისტემა ჩართულია და პორტი სწორია.',
      en: 'Check that the system runs and that the port is right.',
    },
  },
  'connection-lost': {
    label: { ka: 'კავშირი პასუხამდე გაწყდა', en: 'The connection broke before an answer came' },
    instead: {
      ka: 'შეამოწმეთ სერვერი და მის წინ მდგომი პროქსი.',
      en: 'Check the server, and the proxy in front of it.',
    },
  },
  unreachable: {
    label: { ka: 'მისამართამდე გზა არ არის', en: 'There is no way to the address' },
    instead: {
      ka: 'შეამოწმეთ ქსელი და ქსელის ფილტრი (firewall).',
      en: 'Check the network and its firewall.',
    },
  },
  'certificate-invalid': {
    label: {
      ka: 'სერტიფიკატი ვადაგასულია ან ამ სახელს არ ეკუთვნის',
      en: 'The certificate has run out or is not of this name',
    },
    instead: {
      ka: 'დააყენეთ აღიარებული გამცემის მოქმედი სერტიფიკატი შუალედურ სერტიფიკატებთან ერთად.',
      en: 'Install a valid certificate of a recognised authority, with its intermediate certificates.',
    },
  },
  'tls-failed': {
    label: { ka: 'დაშიფრული კავშირი ვერ დამყარდა', en: 'No encrypted connection came about' },
    instead: {
      ka: 'საჭიროა TLS 1.2 ან უფრო ახალი.',
      en: 'TLS 1.2 or newer is needed.',
    },
  },
  'headers-too-large': {
    label: { ka: 'პასუხის სათაურები ძალიან გრძელია', en: 'The headers of the answer are too long' },
    instead: {
      ka: 'უპასუხეთ მოკლედ: სტატუსი საკმარისია.',
      en: 'Answer briefly: a status is enough.',
    },
  },
  'not-http': {
    label: { ka: 'პასუხი HTTP არ არის', en: 'The answer is not HTTP' },
    instead: {
      ka: 'შეამოწმეთ, რომ ამ პორტზე ვებსერვერი უსმენს.',
      en: 'Check that a web server listens on this port.',
    },
  },
  failed: {
    label: { ka: 'გაგზავნა ვერ მოხერხდა', en: 'It could not be sent' },
    instead: {
      ka: 'სცადეთ ხელახლა; თუ განმეორდა, მოგვწერეთ მოვლენის ნომერი.',
      en: 'Try again; if it stays so, send us the id of the event.',
    },
  },
  ...addressWords,
} as const;

export type Outcome = keyof typeof outcomeWords;

const isOutcome = (code: string): code is Outcome => Object.hasOwn(outcomeWords, code);

const BY_STATUS: readonly (readonly [from: number, to: number, Outcome])[] = [
  [300, 399, 'redirected'],
  [401, 401, 'not-let-in'],
  [403, 403, 'not-let-in'],
  [410, 410, 'gone'],
  [429, 429, 'slowed-down'],
  [400, 499, 'not-taken'],
  [500, 599, 'broken'],
];

interface Ended {
  readonly status?: number | undefined;
  readonly error?: string | undefined;
}

/** What stood in the way of an attempt, by its answer or by why there was none. */
export function outcomeOf({ status, error }: Ended): Outcome {
  if (error !== undefined) return isOutcome(error) ? error : 'failed';
  const found = BY_STATUS.find(([from, to]) => status && status >= from && status <= to);
  return found?.[2] ?? 'failed';
}

/** In words, in both languages. */
export const wordsOf = (outcome: Outcome) => outcomeWords[outcome];
