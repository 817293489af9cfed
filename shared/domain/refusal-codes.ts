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
  'caller-missing': refusal(
    'invalid',
    { ka: 'არ ჩანს, ვინ დარეკა', en: 'It does not say who called' },
    {
      ka: 'ჩაწერეთ, ვინ დარეკა; თუ არ ასახელებს თავს, მიუთითეთ, რომ ანონიმურია: შეტყობინება ამით არ ფერხდება.',
      en: 'Write down who called; a caller who gives no name is sent as anonymous, and the referral goes ahead all the same.',
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
  'safety-decision-missing': refusal(
    'conflict',
    {
      ka: 'ბავშვის უსაფრთხოებაზე მოქმედი გადაწყვეტილება არ არის',
      en: 'There is no current decision on the child’s safety',
    },
    {
      ka: 'ნახეთ ბავშვი პირადად და ჯერ გადაწყვეტილება ჩაწერეთ: /v1/cases/{caseId}/safety-decisions. წესი: უსაფრთხოების შეფასება გადაწყვეტილების გარეშე არ სრულდება.',
      en: 'See the child in person and record the decision first, at /v1/cases/{caseId}/safety-decisions. The rule: an assessment of safety is not done without a decision that still holds.',
    },
  ),
  'seen-before-report': refusal(
    'invalid',
    {
      ka: 'ბავშვი შეტყობინებამდეა ნანახი',
      en: 'The child was seen before it was reported',
    },
    {
      ka: 'ნახეთ ბავშვი შეტყობინების შემდეგ: ადრინდელი შეხვედრა ამ შეშფოთებას არ პასუხობს.',
      en: 'See the child after the report: an earlier meeting does not answer this worry.',
    },
  ),
  'in-the-past': refusal(
    'invalid',
    { ka: 'ვადა უკვე გასულია', en: 'A date to come lies in the past' },
    { ka: 'მიუთითეთ მომავალი დრო.', en: 'Give a time that is still to come.' },
  ),
  'review-too-late': refusal(
    'invalid',
    { ka: 'გადახედვა ძალიან გვიანაა დანიშნული', en: 'The review is set too late' },
    {
      ka: 'დანიშნეთ უფრო ადრე: წესებში ზღვარი იმაზეა დამოკიდებული, სად რჩება ბავშვი ამაღამ და ცხოვრობს თუ არა იქ სავარაუდო მოძალადე.',
      en: 'Set it earlier: the rule’s limit depends on where the child sleeps, and whether an alleged perpetrator lives or may live there.',
    },
  ),
  'measure-incomplete': refusal(
    'invalid',
    { ka: 'ზომა სრულად არ არის აღწერილი', en: 'A measure is not fully described' },
    {
      ka: 'მიუთითეთ, ვის წინააღმდეგაა ზომა და როდემდე მოქმედებს: ვადის გარეშე ჰაბი ვერ შეგახსენებთ.',
      en: 'Say whom the measure is against and until when it holds: without an end the hub cannot remind you.',
    },
  ),
  'measure-too-long': refusal(
    'invalid',
    { ka: 'ზომის ვადა დასაშვებზე გრძელია', en: 'A measure lasts longer than the law allows' },
    {
      ka: 'შეასწორეთ ვადა; შემაკავებელი ორდერი არაუმეტეს ერთი თვისაა.',
      en: 'Correct its end; a restraining order lasts one month at most.',
    },
  ),
  'second-person-needed': refusal(
    'conflict',
    { ka: 'მეორე პირის დადასტურებაა საჭირო', en: 'A second person must confirm it' },
    {
      ka: 'დაადასტუროს წამყვანი ერთეულის ან ზედამხედველობის სხვა ზედამხედველმა, პირადი ანგარიშით; რაც უწყების სისტემამ მოითხოვა, მხოლოდ ზედამხედველობა ადასტურებს.',
      en: 'Let another supervisor of the lead unit or of the oversight body confirm it, by a personal account; what a system asked for, only the oversight body confirms.',
    },
  ),
  'waiver-of-open-task': refusal(
    'conflict',
    { ka: 'ამოცანა ჯერ ღიაა', en: 'A task is still open' },
    {
      ka: 'ჯერ დაასრულეთ ან გააუქმეთ მიზეზის მითითებით, შემდეგ მოითხოვეთ მოხსნა.',
      en: 'Finish it or cancel it with a reason first, then ask for the waiver.',
    },
  ),
  'nothing-to-waive': refusal(
    'conflict',
    { ka: 'მოსახსნელი არაფერია', en: 'There is nothing to waive' },
    {
      ka: 'რა არის ღია, იხილეთ: /v1/referrals/{referralId}/open-conditions.',
      en: 'See what is open at /v1/referrals/{referralId}/open-conditions.',
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
      ka: 'ჩამოთვლილი პირობებიდან თითოეული ჯერ ღიაა; თითოეულთან წერია, რა უნდა გაკეთდეს.',
      en: 'Each condition listed below is still open; each says what to do about it.',
    },
  ),
  'already-joined': refusal(
    'conflict',
    { ka: 'ეს ორი უკვე ერთი ბავშვის შემთხვევაა', en: 'These two are already joined' },
    {
      ka: 'თუ ბავშვი სხვადასხვაა, გააუქმეთ გაერთიანება მიზეზის მითითებით.',
      en: 'If they are different children, undo the joining and give the reason.',
    },
  ),
  'already-undone': refusal(
    'conflict',
    { ka: 'ეს გაერთიანება უკვე გაუქმებულია', en: 'This joining has been undone already' },
    {
      ka: 'თუ მაინც ერთი ბავშვია, უპასუხეთ თავიდან: ჩაწერეთ ახალი გაერთიანება.',
      en: 'If it is one child after all, answer anew with another joining.',
    },
  ),
  'already-closed': refusal(
    'conflict',
    { ka: 'უკვე დახურულია', en: 'It is closed already' },
    {
      ka: 'ახალი ცნობა დაამატეთ ამავე შეტყობინებას (additions): ის ხელახლა გაიხსნება.',
      en: 'Add the news to this referral (additions): it is opened again.',
    },
  ),
  'not-routed-yet': refusal(
    'conflict',
    { ka: 'შეტყობინება ჯერ ნაწილდება', en: 'The referral is still being routed' },
    { ka: 'გაიმეორეთ რამდენიმე წამში.', en: 'Repeat in a few seconds.' },
  ),
  'urgency-unchanged': refusal(
    'conflict',
    { ka: 'გადაუდებლობა უკვე ასეთია', en: 'The task has this urgency already' },
    { ka: 'აირჩიეთ სხვა, ან დატოვეთ, როგორც არის.', en: 'Choose another, or leave it as it is.' },
  ),
  'handover-not-recorded': refusal(
    'conflict',
    {
      ka: 'გადაბარება საუბრის ჩაწერით მთავრდება',
      en: 'Taking over ends with the recorded handover talk',
    },
    {
      ka: 'დაურეკეთ ყოფილ წამყვანს და ჩაწერეთ საუბარი: /v1/cases/{id}/moves/{n}/handover.',
      en: 'Call the former lead and record the talk at /v1/cases/{id}/moves/{n}/handover.',
    },
  ),
  'not-taken-over-yet': refusal(
    'conflict',
    {
      ka: 'ახალ ერთეულში შემთხვევა ჯერ არავის აუღია',
      en: 'Nobody at the new unit has taken the case over yet',
    },
    {
      ka: 'სანამ იქ ადამიანი არ აიღებს, პასუხისმგებელი ყოფილი ერთეულია; დაურეკეთ მორიგეს.',
      en: 'Until a person there accepts, the former unit answers; call the duty desk there.',
    },
  ),
  'already-handed-over': refusal(
    'conflict',
    { ka: 'გადაბარების საუბარი უკვე ჩაწერილია', en: 'The handover talk is recorded already' },
    {
      ka: 'ბავშვი თუ ისევ გადავიდა, ჩაწერეთ ახალი გადასვლა.',
      en: 'If the child has moved again, record a new move.',
    },
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
  'household-shielded': refusal(
    'conflict',
    {
      ka: 'ამ ოჯახის სრულწლოვან წევრს არაფერი ეგზავნება',
      en: 'Nothing goes to an adult of this household',
    },
    {
      ka: 'წესი: სანამ არ არის გადაწყვეტილი, ვინ წარმოადგენს ბავშვს, ან წარმომადგენელი სავარაუდო მოძალადესთან არის დაკავშირებული, ოჯახი დაცულია. მიზეზები ჩამოთვლილია ქვემოთ. გადაწყვიტეთ, ვინ წარმოადგენს ბავშვს, ან დაადასტურეთ საკონტაქტო პირი ამ ოჯახის გარეთ.',
      en: 'Rule: while it is undecided who speaks for the child, or that person is tied to an alleged perpetrator, the household is shielded. The reasons stand below. Decide who speaks for the child, or confirm a contact outside this household.',
    },
  ),
  'no-safe-contact': refusal(
    'conflict',
    {
      ka: 'დადასტურებული უსაფრთხო საკონტაქტო პირი არ არის',
      en: 'There is no confirmed safe contact',
    },
    {
      ka: 'წესი: ოჯახის წევრს მხოლოდ წამყვანის დადასტურებული უსაფრთხო საკონტაქტო პირით უკავშირდებიან. დაადასტურეთ ასეთი პირი, ან ხელახლა დაადასტურეთ, თუ მას შემდეგ სავარაუდო მოძალადე დასახელდა.',
      en: 'Rule: a family is reached only through a safe contact the lead has confirmed. Confirm one; confirm anew if an alleged perpetrator was named since.',
    },
  ),
  'contact-not-safe': refusal(
    'conflict',
    {
      ka: 'ეს პირი უსაფრთხო საკონტაქტო პირად ვერ დადასტურდება',
      en: 'This person cannot be confirmed as a safe contact',
    },
    {
      ka: 'წესი: სავარაუდო მოძალადე, მასთან ერთად მცხოვრები ან მასზე დამოკიდებული პირი უსაფრთხო ვერ იქნება, უცნობი კი „დიახ“-ად ითვლება. მიზეზები ჩამოთვლილია ქვემოთ; შეარჩიეთ სხვა პირი.',
      en: 'Rule: an alleged perpetrator, whoever lives with one and whoever depends on one is never safe, and unknown counts as yes. The reasons stand below; choose somebody else.',
    },
  ),
  'representative-is-worker': refusal(
    'conflict',
    {
      ka: 'საპროცესო წარმომადგენელი შემთხვევის წამყვანი სოციალური მუშაკი ვერ იქნება',
      en: 'The procedural representative cannot be the social worker who leads the case',
    },
    {
      ka: 'წესი: ბავშვის წარმომადგენელი წამყვანისგან დამოუკიდებელია. დაასახელეთ სხვა სპეციალიზებული სოციალური მუშაკი.',
      en: 'Rule: whoever represents the child is independent of the lead. Name another specialised social worker.',
    },
  ),
  'person-missing': refusal(
    'invalid',
    { ka: 'აკლია, ვინ არის ეს პირი', en: 'Who the person is has not been said' },
    {
      ka: 'დაასახელეთ პირი; მხოლოდ `none-yet` არ ასახელებს არავის.',
      en: 'Name the person; only `none-yet` names nobody.',
    },
  ),
  'account-unknown': refusal(
    'unprocessable',
    {
      ka: 'ასეთი ანგარიში უწყების წევრებს შორის არ არის',
      en: 'No member of the agency has this account',
    },
    {
      ka: 'მიუთითეთ ანგარიში, რომლითაც თანამშრომელი სისტემაში შედის, და არა სახელი.',
      en: 'Give the account by which the person signs in, not a name.',
    },
  ),
  'agency-excluded': refusal(
    'conflict',
    {
      ka: 'ეს უწყება ამ შემთხვევაში ვერ მიიღებს მონაწილეობას',
      en: 'This agency cannot take part in this case',
    },
    {
      ka: 'წესი: უწყება, სადაც შესაძლოა სავარაუდო მოძალადე მუშაობდეს, ბავშვის შესახებ არაფერს იღებს. აირჩიეთ სხვა ერთეული ან დარეკეთ ეროვნულ მორიგესთან.',
      en: 'Rule: an agency for which an alleged perpetrator may work gets nothing about the child. Choose another unit, or call the national duty desk.',
    },
  ),
  'body-too-large': refusal(
    'too-large',
    { ka: 'შინაარსი ძალიან დიდია', en: 'The content is too large' },
    { ka: 'შეამოკლეთ ტექსტი.', en: 'Shorten the text.' },
  ),
  'roster-invalid': refusal(
    'invalid',
    { ka: 'მორიგეობის გრაფიკში შეცდომაა', en: 'The duty roster has errors' },
    {
      ka: 'შეასწორეთ მითითებული მორიგეობები: დასასრული დასაწყისის შემდეგაა და ჯერ არ გასულა, ხანგრძლივობა დასაშვებია, ადამიანი სიაშია და ერთსა და იმავე დროს ორჯერ არ წერია.',
      en: 'Correct the shifts named below: each ends after it begins and not in the past, is not too long, names a person of the list, and nobody twice at once.',
    },
  ),
  'not-on-duty': refusal(
    'conflict',
    {
      ka: 'გადაუდებელ ამოცანას მორიგე იღებს, დასახელებული პირი კი ახლა მორიგე არ არის',
      en: 'Urgent work is received by whoever is on duty, and the person named is not on duty now',
    },
    {
      ka: 'დაასახელეთ ახლა მორიგე პირი ან მისი შემცვლელი, ტელეფონით ან ანგარიშით; თუ სხვა მორიგეობს, ჩაწერეთ გრაფიკში (PUT /v1/agencies/{id}/duty): მაშინვე ამოქმედდება.',
      en: 'Name the person on duty or the deputy, by telephone or account; if somebody else is on duty, put that person on the roster (PUT /v1/agencies/{id}/duty): it takes effect at once.',
    },
  ),
  'exception-too-wide': refusal(
    'invalid',
    {
      ka: 'ეს საფუძველი ამ პასუხისგან არ ათავისუფლებს',
      en: 'This exception does not free from that answer',
    },
    {
      ka: 'წესი: თითოეული საფუძველი მხოლოდ მისთვის დაშვებული პასუხისგან ათავისუფლებს. ამოიღეთ მითითებული პასუხი ან აირჩიეთ სხვა საფუძველი.',
      en: 'Rule: each exception frees only from the answers the pack names for it. Leave out the one named below, or choose another exception.',
    },
  ),
  'outcome-is-the-leads': refusal(
    'conflict',
    { ka: 'შედეგს მხოლოდ წამყვანი ერთეული აცნობებს', en: 'Only the lead unit tells the outcome' },
    {
      ka: 'წესი: რა მოჰყვა შეტყობინებას, წამყვანი აცნობებს. თქვენ შეგიძლიათ აცნობოთ, ვინ მოქმედებს (acting, child-seen, need-you); შედეგი ამოცანაში ჩაწერეთ.',
      en: 'Rule: what came of it is the lead’s to tell. You can say who acts (acting, child-seen, need-you); put the outcome into your task.',
    },
  ),
  'offers-with-outcome': refusal(
    'invalid',
    {
      ka: 'შეთავაზებული მხარდაჭერა მხოლოდ შედეგთან ერთად ეცნობება',
      en: 'What was offered is told with the outcome only',
    },
    {
      ka: 'გამოიყენეთ შედეგის კოდი (outcome-…) ან ამოიღეთ offered და takenUp.',
      en: 'Use the code of an outcome (outcome-…), or leave out offered and takenUp.',
    },
  ),
  'head-not-asked-yet': refusal(
    'conflict',
    {
      ka: 'უწყების ხელმძღვანელისთვის ჯერ არ მიუმართავთ',
      en: 'The head of the agency has not been asked yet',
    },
    {
      ka: 'წესი: დადასტურებას ჯერ უწყება, ვადის გასვლისას მისი ხელმძღვანელი იძლევა; მხოლოდ ამის შემდეგ დახურავს ზედამხედველი. ბავშვის დაცვა ამას არ ელოდება.',
      en: 'Rule: the agency owes the acknowledgement, and its head once the time is up; only then may a supervisor close the loop. Protection does not wait for it.',
    },
  ),
  'not-acting-unexplained': refusal(
    'invalid',
    {
      ka: 'უმოქმედობის გადაწყვეტილებას წერილობითი დასაბუთება სჭირდება',
      en: 'A decision not to act needs its reason in words',
    },
    {
      ka: 'წესი: ვინც წყვეტს, რომ ჩარევა საჭირო არ არის, წერს, რატომ. დაურთეთ დასაბუთება (note).',
      en: 'Rule: whoever decides that nothing is to be done writes down why. Add the reason (note).',
    },
  ),
  'referrer-not-contacted': refusal(
    'invalid',
    {
      ka: 'უმოქმედობის გადაწყვეტილებამდე შეტყობინების ავტორს უნდა ესაუბრონ',
      en: 'Before a decision not to act, whoever referred must be spoken with',
    },
    {
      ka: 'მიუთითეთ, როდის და როგორ დაუკავშირდით (contact), ან ჩაწერეთ კანონიერი საფუძველი: POST …/feedback-exceptions.',
      en: 'Say when and how you were in contact (contact), or record a lawful exception: POST …/feedback-exceptions.',
    },
  ),
  'already-answered': refusal(
    'conflict',
    { ka: 'ამ შეკითხვას უკვე უპასუხეს', en: 'This question has been answered already' },
    {
      ka: 'ახალი ამბავი დაამატეთ შეტყობინებას: POST …/additions.',
      en: 'Add news to the referral: POST …/additions.',
    },
  ),
  'violence-not-returned': refusal(
    'conflict',
    {
      ka: 'შეტყობინება ძალადობაზე უკან არ ბრუნდება',
      en: 'A report of violence is not sent back',
    },
    {
      ka: 'წესი: რაც აკლია, სამუშაოს მიზეზია და არა უარისა. ჰკითხეთ შეტყობინების ავტორს (POST …/questions) და განაგრძეთ მოქმედება.',
      en: 'Rule: what is missing is a reason to work, not to send back. Ask whoever referred (POST …/questions) and go on.',
    },
  ),
  'case-not-returned': refusal(
    'conflict',
    {
      ka: 'შეტყობინება უკვე ბავშვის შემთხვევაა და უკან არ ბრუნდება',
      en: 'It has become a child’s case and is not sent back',
    },
    {
      ka: 'წესი: როცა ბავშვს დაცვა სჭირდება, არაფერი ბრუნდება. ჰკითხეთ შეტყობინების ავტორს (POST …/questions) და განაგრძეთ მოქმედება.',
      en: 'Rule: where a child needs protection nothing is sent back. Ask whoever referred (POST …/questions) and go on.',
    },
  ),
  'already-returned': refusal(
    'conflict',
    { ka: 'უკვე დაბრუნებულია დასაზუსტებლად', en: 'It has been sent back already' },
    {
      ka: 'დაელოდეთ პასუხს, ან დასვით კიდევ ერთი შეკითხვა: POST …/questions.',
      en: 'Wait for the answer, or ask one more question: POST …/questions.',
    },
  ),
  'violence-not-withdrawn': refusal(
    'conflict',
    {
      ka: 'შეტყობინება ძალადობაზე უკან ვერ გაიტანება',
      en: 'A report of violence cannot be withdrawn',
    },
    {
      ka: 'წესი: ვერავინ შეაჩერებს ბავშვის დაცვას, შეტყობინების ავტორიც. თუ შეცდომა მოხდა, სხვა ბავშვია ან ზეწოლას განიცდით, დაწერეთ განცხადება (POST …/statements): მას ორი ადამიანი განიხილავს.',
      en: 'Rule: nobody can stop the protection of a child, not even whoever referred. If it was a mistake, the wrong child, or you are put under pressure, make a statement (POST …/statements): two people consider it.',
    },
  ),
  'case-not-withdrawn': refusal(
    'conflict',
    {
      ka: 'შეტყობინება უკვე ბავშვის შემთხვევაა და უკან ვერ გაიტანება',
      en: 'It has become a child’s case and cannot be withdrawn',
    },
    {
      ka: 'წესი: როცა შეფასება საფრთხეზე მიუთითებს, დაცვა თანხმობას არ ელოდება. დაწერეთ განცხადება (POST …/statements): მას ორი ადამიანი განიხილავს.',
      en: 'Rule: where the assessment points to danger, protection waits for no consent. Make a statement (POST …/statements): two people consider it.',
    },
  ),
  'person-needed': refusal(
    'conflict',
    {
      ka: 'ამას ადამიანი წყვეტს თავისი ანგარიშით',
      en: 'A person decides this, by an account of their own',
    },
    {
      ka: 'წესი: განცხადებას ორი ადამიანი განიხილავს; უწყების სისტემის ანგარიშით არ ჩანს, ვინ. შედით საკუთარი ანგარიშით.',
      en: 'Rule: two people consider a statement; the account of an agency’s system does not show who. Sign in with your own account.',
    },
  ),
  'own-statement': refusal(
    'conflict',
    { ka: 'ეს თქვენი განცხადებაა', en: 'This is your own statement' },
    {
      ka: 'წესი: განცხადებას სხვა ორი ადამიანი განიხილავს. სთხოვეთ კოლეგას ან ზედამხედველს.',
      en: 'Rule: two other people consider it. Ask a colleague or a supervisor.',
    },
  ),
  'considered-already': refusal(
    'conflict',
    { ka: 'თქვენ ეს განცხადება უკვე განიხილეთ', en: 'You have considered this statement already' },
    {
      ka: 'წესი: ერთი ადამიანი მარტო არ წყვეტს. მეორედ სხვა ადამიანი განიხილავს: კოლეგა ან ზედამხედველი.',
      en: 'Rule: no one person decides alone. Another person considers it next: a colleague or a supervisor.',
    },
  ),
} satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;
