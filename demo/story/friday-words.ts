import type { Said } from '../stage/tale.ts';

export const title: Said = {
  ka: '3. პარასკევის საღამო',
  en: '3. The Friday evening',
};

/** What people write down that evening. */
export const notes = {
  director: {
    ka: 'მასწავლებელმა გადააჭარბა, სკოლა ამას თავად მოაგვარებს.',
    en: 'The teacher exaggerated; the school will settle this itself.',
  },
  entryRefused: {
    ka: 'მამა კარს არ აღებს, ბავშვი ისმის',
    en: 'the father does not open; the child can be heard',
  },
  seen: {
    ka: 'ბავშვი ნანახია მარტო; კრიზისულ ცენტრში გადავიყვანეთ',
    en: 'the child was seen alone and taken to the crisis centre',
  },
  reviewed: {
    ka: 'უქმე დღეს: ბავშვი კრიზისულ ცენტრშია, ორდერი მოქმედებს',
    en: 'on the day of rest: the child is at the crisis centre, the order stands',
  },
  considered: {
    ka: 'განცხადება წავიკითხე; დაცვას არ ცვლის',
    en: 'I have read the statement; it changes nothing in the protection',
  },
  speaker: {
    ka: 'კანონიერი წარმომადგენელი თავად არის სავარაუდო მოძალადე',
    en: 'the legal representative is himself the alleged perpetrator',
  },
  waiver: {
    ka: 'ბავშვი ფსიქოლოგს სკოლაში უკვე ხვდება',
    en: 'the child sees a psychologist at school already',
  },
  entered: { ka: 'კარი გააღეს, ბავშვი უსაფრთხოდაა', en: 'the door was opened, the child is safe' },
  ground: { ka: 'სამართლებრივი საფუძველი არსებობს', en: 'there is a legal ground' },
  body: { ka: 'ბავშვი გასინჯულია', en: 'the child was examined' },
  registered: { ka: 'შეტყობინება რეგისტრირებულია', en: 'the report is registered' },
  safe: { ka: 'გადაწყვეტილება ძალაშია', en: 'the decision stands' },
  statementRead: { ka: 'ორივემ წაიკითხა', en: 'both have read it' },
  first: { ka: 'ბავშვი დღესვე ვნახეთ.', en: 'We saw the child tonight.' },
  outcome: {
    ka: 'ბავშვი უსაფრთხოდაა; მადლობა, რომ შეგვატყობინეთ.',
    en: 'The child is safe; thank you for telling us.',
  },
} as const;

export const weekendBegins = ({ holiday }: { readonly holiday: string | undefined }): Said => ({
  ka: holiday
    ? `სამუშაო კვირა მთავრდება; ორშაბათი უქმეა (${holiday}). უსაფრთხოების ვადები მაინც ითვლება`
    : 'სამუშაო კვირა მთავრდება; უსაფრთხოების ვადები მაინც ითვლება',
  en: holiday
    ? `the working week ends, and Monday is a holiday (${holiday}). The clocks of safety run on`
    : 'the working week ends; the clocks of safety run on',
});

interface Rang {
  readonly rang: readonly { readonly by: string; readonly to: string; readonly text: string }[];
}
const calls = (rang: Rang['rang']): string =>
  rang.map(({ by, to, text }) => `\n· ${by} → ${to}: ${text.replaceAll('\n', ' ')}`).join('');

export const phoneRings = ({ rang }: Rang): Said => ({
  ka: `მორიგეებს მაშინვე ეცნობა: ნომერი და სად დარეკონ, სხვა არაფერი${calls(rang)}`,
  en: `the people on duty are told at once: the number and where to call, nothing else${calls(rang)}`,
});

export const machineFetches = ({ due }: { readonly due: string }): Said => ({
  ka: `სისტემამ ამოცანა ჩამოტვირთა; ეს მიღება არ არის, ვადა ითვლება: ${due}`,
  en: `its system has fetched the task; that is no receipt, and the clock runs on: due ${due}`,
});

export const ladderClimbs = ({ rang }: Rang): Said => ({
  ka: `15 წუთი გავიდა და ადამიანს არ მიუღია: შემდეგი საფეხური${calls(rang)}`,
  en: `15 minutes have passed and no person has received it: the next rungs${calls(rang)}`,
});

export const withdrawalIsRefused = ({ title: said, instead }: Refused): Said => ({
  ka: `დირექტორი შეტყობინების გამოთხოვას ცდილობს: „${said}“ ${instead}`,
  en: `the head of the school tries to withdraw it: “${said}” ${instead}`,
});

interface Refused {
  readonly title: string;
  readonly instead: string;
}

export const stopsNothing = ({ running }: { readonly running: number }): Said => ({
  ka: `განცხადება „შეცდომაა“ მიიღეს და ორი ადამიანი განიხილავს; ყველა ვადა ისევ ითვლება (${running})`,
  en: `its statement “a mistake” is taken down for two people to consider; every clock runs on (${running})`,
});

export const familyIsShielded = ({ title: said, instead }: Refused): Said => ({
  ka: `მამას, რომელიც კანონიერი წარმომადგენელია, გამოძახება ვერ გაეგზავნება: „${said}“ ${instead}`,
  en: `no summons can go to the father, the legal representative: “${said}” ${instead}`,
});

export const entryIsRefused = ({ opened }: { readonly opened: readonly string[] }): Said => ({
  ka: `ბავშვი ვერ ნახეს: შესვლაზე უარი თქვეს. მაშინვე გახსნილია: ${opened.join(', ')}`,
  en: `the child could not be seen: entry was refused. Opened at once: ${opened.join(', ')}`,
});

export const oversightSees = ({ lines }: { readonly lines: readonly string[] }): Said => ({
  ka: `ვისთვისაც ჯერ არავის უპასუხია:${lines.map((line) => `\n· ${line}`).join('')}`,
  en: `those nobody has answered for yet:${lines.map((line) => `\n· ${line}`).join('')}`,
});

interface Decided {
  readonly sleeps: string;
  readonly measures: readonly string[];
  readonly review: string;
}

export const decidesSafety = ({ sleeps, measures, review }: Decided): Said => ({
  ka: `ბავშვი ნანახია. ღამეს ატარებს: ${sleeps}; ${measures.join(', ')}; გადაიხედება: ${review}`,
  en: `the child was seen. It sleeps: ${sleeps}; ${measures.join(', ')}; to be reviewed by ${review}`,
});

export const openBeforeEnd = ({ named }: { readonly named: readonly string[] }): Said => ({
  ka: `რა აკლია დახურვას:${named.map((one) => `\n· ${one}`).join('')}`,
  en: `what still stands in the way of closing:${named.map((one) => `\n· ${one}`).join('')}`,
});

export const secondPersonWaives = ({ refused, by }: { refused: string; by: string }): Said => ({
  ka: `ფსიქიკური ჯანმრთელობის მიმართულება: მთხოვნელი თავად ვერ ადასტურებს („${refused}“); ადასტურებს ${by}`,
  en: `the mind track: who asked cannot confirm it (“${refused}”); it is confirmed by ${by}`,
});

export const twoConsider = ({ people }: { readonly people: readonly string[] }): Said => ({
  ka: `განცხადება განიხილეს: ${people.join(', ')}`,
  en: `the statement was considered by ${people.join(' and ')}`,
});
