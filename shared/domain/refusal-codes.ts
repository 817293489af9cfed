import type { RefusalKind } from './refusal.ts';

interface Words {
  readonly ka: string;
  readonly en: string;
}

interface RefusalText {
  readonly kind: RefusalKind;
  readonly title: Words;
  /** What the reader can do instead. */
  readonly instead: Words;
}

const refusal = (kind: RefusalKind, title: Words, instead: Words): RefusalText => ({
  kind,
  title,
  instead,
});

/** Every "no" of the hub: its kind, what it says and what to do instead, in both languages. */
export const refusals = {
  'body-invalid': refusal(
    'invalid',
    { ka: 'შევსებულ მონაცემებში შეცდომაა', en: 'The data sent has errors' },
    {
      ka: 'შეასწორეთ მითითებული ველები და გააგზავნეთ ხელახლა; ჯერ არაფერი შენახულა.',
      en: 'Correct the fields named below and send again; nothing has been stored yet.',
    },
  ),
  'json-broken': refusal(
    'invalid',
    { ka: 'მოთხოვნა არ იკითხება როგორც JSON', en: 'The request cannot be read as JSON' },
    {
      ka: 'გამოგზავნეთ სწორი JSON, UTF-8 კოდირებით.',
      en: 'Send well-formed JSON in UTF-8.',
    },
  ),
  'query-invalid': refusal(
    'invalid',
    { ka: 'მისამართის პარამეტრი არასწორია', en: 'A parameter of the address is wrong' },
    {
      ka: 'შეასწორეთ მითითებული პარამეტრი.',
      en: 'Correct the parameter named below.',
    },
  ),
  'idempotency-key-missing': refusal(
    'invalid',
    { ka: 'აკლია Idempotency-Key', en: 'Idempotency-Key is missing' },
    {
      ka: 'დაურთეთ ახალი გასაღები ბრჭყალებში; განმეორებისას გამოიყენეთ იგივე.',
      en: 'Send a fresh key in double quotes; use the same one when you repeat the call.',
    },
  ),
  'idempotency-key-reused': refusal(
    'unprocessable',
    { ka: 'ამ გასაღებით სხვა შინაარსი უკვე გაიგზავნა', en: 'This key was used for other content' },
    {
      ka: 'ახალი შინაარსისთვის გამოიყენეთ ახალი გასაღები.',
      en: 'Use a new key for new content.',
    },
  ),
  'still-running': refusal(
    'conflict',
    { ka: 'იგივე მოთხოვნა ჯერ კიდევ სრულდება', en: 'The same call is still running' },
    { ka: 'გაიმეორეთ ერთ წამში.', en: 'Repeat it in a second.' },
  ),
  'not-signed-in': refusal(
    'unauthenticated',
    { ka: 'შესვლა საჭიროა', en: 'Sign-in is needed' },
    {
      ka: 'შედით სისტემაში ან განაახლეთ წვდომის ნიშანი. საფრთხისას დარეკეთ 112-ზე.',
      en: 'Sign in, or renew the access token. In danger call 112.',
    },
  ),
  'not-found': refusal(
    'missing',
    { ka: 'ასეთი ჩანაწერი არ მოიძებნა', en: 'There is no such record' },
    {
      ka: 'გადაამოწმეთ ნომერი; თუ საქმე ბავშვის უსაფრთხოებას ეხება, დარეკეთ მორიგესთან.',
      en: 'Check the number; if a child’s safety is at stake, call the duty desk.',
    },
  ),
  'unknown-municipality': refusal(
    'invalid',
    { ka: 'ასეთი მუნიციპალიტეტი სიაში არ არის', en: 'This municipality is not in the list' },
    {
      ka: 'აირჩიეთ სიიდან ან დატოვეთ „unknown“ და მიუთითეთ, სად არის ბავშვი ახლა.',
      en: 'Choose one from the list, or leave `unknown` and say where the child is now.',
    },
  ),
  'unknown-code': refusal(
    'invalid',
    { ka: 'კოდი სიაში არ არის', en: 'A code is not in its list' },
    {
      ka: 'გამოიყენეთ კოდების სიიდან: /v1/code-lists.',
      en: 'Use a code from the lists at /v1/code-lists.',
    },
  ),
  'unknown-agency': refusal(
    'invalid',
    { ka: 'ასეთი უწყება სიაში არ არის', en: 'This agency is not in the list' },
    { ka: 'აირჩიეთ უწყება სიიდან: /v1/agencies.', en: 'Choose an agency from /v1/agencies.' },
  ),
  'unknown-instrument': refusal(
    'invalid',
    {
      ka: 'ინსტრუმენტის ეს ვერსია არ მოქმედებს',
      en: 'This version of the instrument is not in force',
    },
    {
      ka: 'ჩამოტვირთეთ მოქმედი ფორმა: /v1/instruments.',
      en: 'Fetch the form in force from /v1/instruments.',
    },
  ),
  'place-unknown': refusal(
    'invalid',
    { ka: 'არ ჩანს, სად არის ბავშვი', en: 'Nothing says where the child is' },
    {
      ka: 'მიუთითეთ მუნიციპალიტეტი, მისამართი, სკოლა ან სად არის ბავშვი ახლა.',
      en: 'Give a municipality, an address, a school, or where the child is now.',
    },
  ),
  'call-back-missing': refusal(
    'invalid',
    { ka: 'არ ჩანს, როგორ დაგიკავშირდეთ', en: 'Nothing says how to call back' },
    {
      ka: 'მიუთითეთ ტელეფონი, ან აირჩიეთ ანონიმური შეტყობინება.',
      en: 'Give a phone number, or choose to stay anonymous.',
    },
  ),
  adult: refusal(
    'unprocessable',
    { ka: 'მითითებული პირი სრულწლოვანია', en: 'The person described is an adult' },
    {
      ka: 'ერთად ბავშვებისთვისაა. ძალადობის მსხვერპლს დაეხმარება 116 006 (უფასო, 24 სთ), საფრთხისას 112.',
      en: 'Ertad is for children. Victims of violence get help at 116 006 (free, 24 h), in danger at 112.',
    },
  ),
  'in-the-future': refusal(
    'invalid',
    { ka: 'თარიღი მომავალშია', en: 'A date lies in the future' },
    { ka: 'შეასწორეთ თარიღი.', en: 'Correct the date.' },
  ),
  'if-match-absent': refusal(
    'precondition-absent',
    { ka: 'აკლია If-Match', en: 'If-Match is missing' },
    {
      ka: 'ჯერ წაიკითხეთ ჩანაწერი და გამოგზავნეთ მისი ETag.',
      en: 'Read the record first and send its ETag.',
    },
  ),
  'changed-meanwhile': refusal(
    'stale',
    { ka: 'ჩანაწერი ამასობაში შეიცვალა', en: 'The record has changed meanwhile' },
    {
      ka: 'წაიკითხეთ ხელახლა, ნახეთ ცვლილება და გადაწყვიტეთ.',
      en: 'Read it again, see what changed, and decide again.',
    },
  ),
  busy: refusal(
    'conflict',
    { ka: 'ჩანაწერს ამ წამს სხვა ცვლის', en: 'Somebody else is changing this record right now' },
    { ka: 'გაიმეორეთ იგივე გასაღებით.', en: 'Repeat the call with the same key.' },
  ),
  'transition-not-allowed': refusal(
    'conflict',
    { ka: 'ამ მდგომარეობიდან ეს ნაბიჯი არ არის', en: 'This step is not possible from here' },
    {
      ka: 'იხილეთ შესაძლო ნაბიჯები ჩანაწერის „next“ ველში.',
      en: 'See the possible steps in the record’s `next`.',
    },
  ),
  'acting-person-missing': refusal(
    'invalid',
    { ka: 'არ ჩანს, ვინ მიიღო', en: 'Nobody is named who received or accepted it' },
    {
      ka: 'მიუთითეთ მოქმედი პირი სახელით: მანქანა ბავშვს ვერ იცავს.',
      en: 'Name the acting person: a machine cannot protect a child.',
    },
  ),
  'reason-missing': refusal(
    'invalid',
    { ka: 'აკლია მიზეზის კოდი', en: 'A coded reason is missing' },
    {
      ka: 'დაურთეთ მიზეზი სიიდან; განმარტება შეიძლება ცალკე.',
      en: 'Add a reason from the list; an explanation may go beside it.',
    },
  ),
  'outcome-missing': refusal(
    'invalid',
    { ka: 'აკლია რეაგირების შედეგი', en: 'The result of the response is missing' },
    { ka: 'დაურთეთ შედეგის კოდი.', en: 'Add the code of the outcome.' },
  ),
  'already-offered': refusal(
    'conflict',
    { ka: 'ამოცანა უკვე შეთავაზებულია სხვა უწყებისთვის', en: 'The task has been offered already' },
    {
      ka: 'დაელოდეთ პასუხს, ან წამყვანმა გააუქმოს შეთავაზება და შესთავაზოს სხვას.',
      en: 'Wait for the answer; or let the lead cancel that offer and make another one.',
    },
  ),
  'redirect-to-itself': refusal(
    'conflict',
    { ka: 'ამოცანა უკვე ამ უწყებასთანაა', en: 'The task is with this agency already' },
    { ka: 'აირჩიეთ სხვა უწყება.', en: 'Choose another agency.' },
  ),
  'still-open': refusal(
    'conflict',
    { ka: 'დახურვა ჯერ შეუძლებელია', en: 'It cannot be closed yet' },
    {
      ka: 'ჩამოთვლილი პირობებიდან თითოეული ჯერ ღიაა.',
      en: 'Each condition listed below is still open.',
    },
  ),
  'already-closed': refusal(
    'conflict',
    { ka: 'უკვე დახურულია', en: 'It is closed already' },
    { ka: 'ახალი ამბისთვის შექმენით ახალი შეტყობინება.', en: 'For news, send a new referral.' },
  ),
  'not-routed-yet': refusal(
    'conflict',
    { ka: 'შეტყობინება ჯერ ნაწილდება', en: 'The referral is still being routed' },
    { ka: 'გაიმეორეთ რამდენიმე წამში.', en: 'Repeat in a few seconds.' },
  ),
  'address-not-allowed': refusal(
    'invalid',
    { ka: 'ამ მისამართზე გაგზავნა დაუშვებელია', en: 'Nothing may be sent to this address' },
    {
      ka: 'მიუთითეთ https მისამართი საჯარო ქსელში.',
      en: 'Give an https address on the public internet.',
    },
  ),
  'too-many-endpoints': refusal(
    'conflict',
    {
      ka: 'უწყებას მეტი მისამართი აღარ დაემატება',
      en: 'The agency has all the endpoints it may have',
    },
    { ka: 'ჯერ წაშალეთ ერთ-ერთი.', en: 'Remove one first.' },
  ),
  'body-too-large': refusal(
    'too-large',
    { ka: 'შინაარსი ძალიან დიდია', en: 'The content is too large' },
    { ka: 'შეამოკლეთ ტექსტი.', en: 'Shorten the text.' },
  ),
} satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;
