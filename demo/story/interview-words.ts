import type { Said } from '../stage/tale.ts';

export const title: Said = {
  ka: '4. ერთი ბავშვი, ერთი გამოკითხვა',
  en: '4. One child, one interview',
};

/** What people write down on the way. */
export const notes = {
  first: {
    ka: 'ვმოქმედებთ: ბავშვს დღესვე ვნახავთ. მეტს ნუ ჰკითხავთ.',
    en: 'We are acting: the child is seen today. Please ask it nothing more.',
  },
  second: { ka: 'ბავშვი ნანახია და დაცულია.', en: 'The child was seen and is protected.' },
  seen: {
    ka: 'ბავშვი მარტო ვნახეთ; დედა ყველაფერს იცავს, მეზობელი სახლში ვერ შედის',
    en: 'the child was seen alone; the mother protects it, the neighbour is kept out',
  },
  speaker: {
    ka: 'დედა ბავშვს იცავს და მეზობელთან კავშირი არ აქვს',
    en: 'the mother protects the child and has no tie to the neighbour',
  },
  decision: {
    ka: 'დედა ბავშვს სკოლაში თავად მიჰყავს',
    en: 'the mother takes the child to school herself',
  },
  leading: { ka: 'ხომ მეზობელი იყო?', en: 'It was the neighbour, wasn’t it?' },
  safe: { ka: 'სეიფი, სართული 2', en: 'safe, second floor' },
  renewed: { ka: 'გეგმა ძალაშია, დედა სახლშია', en: 'the plan holds, the mother is at home' },
  necessity: {
    ka: 'გამოძიებას კიდევ ერთხელ სურს მოსმენა',
    en: 'the investigation would like to hear it once more',
  },
} as const;

const list = (lines: readonly string[]): string => lines.map((line) => `\n· ${line}`).join('');

export const childIsSeen = ({ sleeps, review }: { sleeps: string; review: string }): Said => ({
  ka: `ბავშვი ნანახია. ღამეს ატარებს: ${sleeps}; გადაიხედება: ${review}`,
  en: `the child was seen. It sleeps: ${sleeps}; to be reviewed by ${review}`,
});

export const motherSpeaks = (): Said => ({
  ka: 'გადაწყდა: ბავშვს დედა წარმოადგენს, როგორც კანონიერი წარმომადგენელი',
  en: 'it is decided that the mother speaks for the child, as its legal representative',
});

interface Opened {
  readonly due: string;
  readonly because: readonly string[];
  readonly site: string;
  readonly parts: readonly string[];
  readonly roles: readonly string[];
}

export const policeOpens = ({ due, because, site, parts, roles }: Opened): Said => ({
  ka: `ხსნის მიღების გეგმას. გამოკითხვის ვადა: ${due} (${because.join('; ')}); ადგილი: ${site}; რიგი: ${parts.join(', ')}; აუცილებელი მონაწილეები:${list(roles)}`,
  en: `opens the visit. The interview is due by ${due} (${because.join('; ')}); at: ${site}; in this order: ${parts.join(', ')}; required:${list(roles)}`,
});

interface Refused {
  readonly title: string;
  readonly instead: string;
}

export const secondIsRefused = ({ title: said, instead }: Refused): Said => ({
  ka: `იმავე ბავშვზე მეორე გეგმის გახსნა ვერ ხერხდება: „${said}“ ${instead}`,
  en: `a second visit of the same child cannot be opened: “${said}” ${instead}`,
});

interface Proposed {
  readonly of: string;
  readonly times: readonly {
    readonly at: string;
    readonly why: readonly string[];
    readonly score: number;
  }[];
}

export const timesAreProposed = ({ of, times }: Proposed): Said => {
  const lines = list(times.map(({ at, why, score }) => `${at} — ${score}: ${why.join(', ')}`));
  return {
    ka: `შესაძლო დროები (${of}), საუკეთესო პირველია:${lines}`,
    en: `possible times (${of}), best first:${lines}`,
  };
};

interface Held {
  readonly at: string;
  readonly until: string;
  readonly takes: number;
}

export const timeIsHeld = ({ at, until, takes }: Held): Said => ({
  ka: `დროებით ჯავშნის ${at}: ${takes} ადამიანი, ოთახი და მოწყობილობა ერთი ჩანაწერით; დასტურს ელოდება ${until}-მდე`,
  en: `holds ${at}: ${takes} people, rooms and devices in one transaction; it waits for confirmations until ${until}`,
});

export const prosecutorDeclines = ({ reason }: { readonly reason: string }): Said => ({
  ka: `უარს ამბობს: „${reason}“. დრო რჩება, კოლეგას ეკითხებიან`,
  en: `declines: “${reason}”. The time stands, a colleague is asked`,
});

interface Confirmed {
  readonly at: string;
  readonly agencies: readonly string[];
}

export const allConfirm = ({ at, agencies }: Confirmed): Said => ({
  ka: `ყველამ დაადასტურა, ${at} დაჯავშნილია:${list(agencies)}`,
  en: `all have confirmed, ${at} is booked:${list(agencies)}`,
});

export const calendarSaysNothing = ({ shown }: { readonly shown: readonly string[] }): Said => ({
  ka: `გამომკითხავის კალენდარში სხვა არაფერი წერია:${list(shown)}`,
  en: `in the interviewer’s calendar stands this and nothing else:${list(shown)}`,
});

interface Planned {
  readonly form: string;
  readonly consequence: string;
  readonly agenda: readonly string[];
}

export const planningIsHeld = ({ form, consequence, agenda }: Planned): Said => ({
  ka: `დაგეგმვის შეხვედრა ჩატარდა. პროკურორი ირჩევს: ${form}. ${consequence}${list(agenda)}`,
  en: `the planning meeting is held. The prosecutor chooses: ${form}. ${consequence}${list(agenda)}`,
});

interface Filed {
  readonly topics: readonly string[];
  readonly leading: readonly string[];
}

export const everybodyFiles = ({ topics, leading }: Filed): Said => ({
  ka: `სამი უწყების საკითხები ერთ გეგმად იქცა: ${topics.join(', ')}. მონიშნულია: ${leading.join(', ')}`,
  en: `the topics of three agencies are one plan: ${topics.join(', ')}. Flagged: ${leading.join(', ')}`,
});

export const centreKnowsNothing = ({
  changes,
  reads,
}: {
  changes: number;
  reads: number;
}): Said => ({
  ka: `გამომკითხავმა იცის ბავშვის საჭიროებები და არა ის, რაც ბავშვმა თქვა; დასტური: ${changes} ცვლილება, ${reads} წაკითხვა`,
  en: `the interviewer knows the child’s needs and nothing of what it said; proven by ${changes} change and ${reads} reads`,
});

export const motherConsents = (): Said => ({
  ka: 'წერს დედის თანხმობას; 14 წლამდე ბავშვის გამოკითხვა მის გარეშე არ იწყება',
  en: 'records the mother’s consent; without it no interview of a child under 14 begins',
});

export const everythingIsPrepared = ({ points }: { readonly points: readonly string[] }): Said => ({
  ka: `ყველაფერი მზადაა:${list(points)}`,
  en: `everything is prepared:${list(points)}`,
});

export const interviewIsHeld = ({ from, present }: { from: string; present: number }): Said => ({
  ka: `გამოკითხვა ჩატარდა: დაიწყო ${from}, ${present} როლი, ერთი შესვენება დამკვირვებლების კითხვებისთვის`,
  en: `the interview is held: from ${from}, ${present} roles, one break for the observers’ questions`,
});

export const recordingIsFiled = ({
  entries,
  sha256,
}: {
  entries: number;
  sha256: string;
}): Said => ({
  ka: `ჩანაწერი აღირიცხა (${sha256}…), ${entries} ჩანაწერიანი ჟურნალი უწყვეტია: ბავშვს აღარავინ ჰკითხავს`,
  en: `the recording is entered (${sha256}…), the ledger of ${entries} entries is whole: nobody asks the child again`,
});

export const childLeaves = ({ owed }: { readonly owed: readonly string[] }): Said => ({
  ka: `ბავშვი მიდის: უსაფრთხოება განახლდა, თვითდაზიანების რისკი შეფასდა, იცის, ვის დაურეკოს. შემდეგ:${list(owed)}`,
  en: `the child leaves: its safety was renewed, self-harm screened, it knows whom to call. Owed now:${list(owed)}`,
});

export const onceIsEnough = ({
  used,
  covered,
}: {
  readonly used: Refused;
  readonly covered: Refused;
}): Said => ({
  ka: `კიდევ ერთხელ უნდა გამოკითხოს: „${used.title}“ ${used.instead}\nდამატებით, იმავე საკითხზე: „${covered.title}“`,
  en: `wants to interview once more: “${used.title}” ${used.instead}\nas a further one, on the same topic: “${covered.title}”`,
});

export const therapyIsOffered = ({ lines }: { readonly lines: readonly string[] }): Said => ({
  ka: `დახმარება გამოკითხვის შემდეგ:${list(lines)}`,
  en: `care after the interview:${list(lines)}`,
});

interface Answered {
  readonly result: string;
  readonly topics: readonly string[];
  readonly recordings: number;
}

export const everyAgencyIsAnswered = ({ result, topics, recordings }: Answered): Said => ({
  ka: `კითხულობს შედეგს: ${result}; ჩანაწერი: ${recordings}; საკითხები:${list(topics)}`,
  en: `reads what came of it: ${result}; recordings: ${recordings}; its topics:${list(topics)}`,
});
