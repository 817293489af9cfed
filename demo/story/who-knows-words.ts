import type { Said } from '../stage/tale.ts';

export const title: Said = {
  ka: '6. ვინ რა შეიძლება იცოდეს',
  en: '6. Who may know what',
};

/** What people write down on the way. */
export const notes = {
  tooShort: { ka: 'სასწრაფოა', en: 'it is urgent' },
  reason: {
    ka: 'პატრული მისამართზეა, გოგონა კარს არ აღებს, უნდა ვიცოდეთ, ვინ უნდა დავიცვათ.',
    en: 'A patrol stands at the door, the girl does not open, and we must know whom to protect.',
  },
  review: {
    ka: 'გამოძახება რეესტრშია, სხვა გზა იმ ღამით არ იყო.',
    en: 'The call-out is in the register, and there was no other way that night.',
  },
} as const;

const list = (lines: readonly string[]): string => lines.map((line) => `\n· ${line}`).join('');

export const schoolAsksFirst = (
  agencies: readonly { readonly name: string; readonly groups: number }[],
): Said => ({
  ka: `გაგზავნამდე კითხულობს, ვინ რას დაინახავს; ვინაობა არავის ეჩვენება${list(agencies.map(({ name, groups }) => `${name}: მონაცემთა ${groups} ჯგუფი`))}`,
  en: `asks before sending who would see what; the teacher is shown to nobody${list(agencies.map(({ name, groups }) => `${name}: ${groups} groups of fields`))}`,
});

export const policeAskWhy = ({
  says,
  opened,
}: {
  readonly says: string;
  readonly opened: readonly string[];
}): Said => ({
  ka: `კითხულობს, რატომ ხედავს იმას, რასაც ხედავს, და რატომ არა — ავტორს${list([...opened, says])}`,
  en: `asks why it sees what it sees, and why not who reported${list([...opened, says])}`,
});

export const patrolIsRefused = ({ title: words }: { readonly title: string }): Said => ({
  ka: `ღამით პატრულს ამ ბავშვის შესახებ ცნობა სჭირდება, საქმეში მონაწილე არ არის, პასუხი 404: „${words}“`,
  en: `at night a patrol needs to know of this child, has no part in the case and gets 404: “${words}”`,
});

interface Broken {
  readonly refused: string;
  readonly until: string;
  readonly told: number;
}
export const patrolBreaksGlass = ({ refused, until, told }: Broken): Said => ({
  ka: `ორსიტყვიანი მიზეზი არ მიიღება („${refused}“); ნამდვილი მიზეზით ჩანაწერი ღიაა ${until}-მდე\n· წამყვანის მორიგეს მაშინვე ეცნობა (${told}); ტელეფონი დეტალს არ ამბობს`,
  en: `a reason of two words is refused (“${refused}”); with a real one the record is open until ${until}\n· the lead’s duty desk is told at once (${told}); the telephone gives no detail`,
});

export const patrolReads = (groups: readonly string[]): Said => ({
  ka: `ხედავს მხოლოდ იმას, რაც საფრთხისას სჭირდება: ${groups.join(', ')}`,
  en: `reads what the emergency needs and no more: ${groups.join(', ')}`,
});

export const leadEndsIt = ({ label }: { readonly label: string }): Said => ({
  ka: `საგანგებო წვდომას ასრულებს: ${label}; მომდევნო წაკითხვა უკვე 404-ია`,
  en: `ends the emergency look: ${label}; the next reading is a 404 again`,
});

export const secondPersonReviews = ({ label }: { readonly label: string }): Said => ({
  ka: `მეორე ადამიანი განიხილავს: ${label}`,
  en: `a second person reviews it: ${label}`,
});

interface Looked {
  readonly at: string;
  readonly agency: string | undefined;
  readonly action: string;
  readonly says: string | undefined;
  readonly glass: boolean;
}
export const leadSeesWhoLooked = (items: readonly Looked[]): Said => {
  const lines = items
    .filter(({ says }) => says !== undefined)
    .slice(0, 4)
    .map(({ at, agency = '…', says, glass }) => `${at} ${agency}${glass ? ' ⚠' : ''}: ${says}`);
  return {
    ka: `ხედავს, ვინ ნახა ბავშვის საქმე და რატომ${list(lines)}`,
    en: `sees who looked at the child’s case, and why${list(lines)}`,
  };
};

export const journalIsTakenOut = ({
  lines,
  size,
}: {
  readonly lines: readonly string[];
  readonly size: number;
}): Said => ({
  ka: `ჟურნალის ჯამს ხელს აწერს (${size} ჩანაწერი) და ჟურნალი ფაილად გააქვს: ${lines.length} სტრიქონი`,
  en: `has the head of the journal signed (${size} entries) and takes the journal out: ${lines.length} lines`,
});

export const journalIsChecked = (words: string): Said => ({
  ka: `ამოწმებს ჰაბის გარეშე: ${words}`,
  en: `checks it without the hub: ${words}`,
});

export const journalBetraysTampering = (words: string): Said => ({
  ka: `ერთ სტრიქონს განზრახ ამოიღებს: ${words}`,
  en: `leaves one line out on purpose: ${words}`,
});
