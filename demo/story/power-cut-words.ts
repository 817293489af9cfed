import type { Said } from '../stage/tale.ts';

export const title: Said = {
  ka: '5. საღამო, როცა მუნიციპალიტეტის სისტემა დუმდა',
  en: '5. The evening on which the municipality’s system was silent',
};

/** What people write down on the way. */
export const notes = {
  first: {
    ka: 'ვმოქმედებთ, ბავშვი თბილ ადგილას იქნება.',
    en: 'We are acting: the child will be warm tonight.',
  },
  asked: { ka: 'ამაღამ თბილი ოთახი, ორ ადამიანზე', en: 'a warm room tonight, for two' },
  done: {
    ka: 'ბავშვი და ბებია თბილ ოთახში არიან',
    en: 'the child and the grandmother are in a warm room',
  },
  withdrawn: { ka: 'ოჯახს სხვა დახმარება აქვს.', en: 'The family has other help.' },
} as const;

const list = (lines: readonly string[]): string => lines.map((line) => `\n· ${line}`).join('');

export const dutyIsNamed = ({ who }: { readonly who: string }): Said => ({
  ka: `მორიგე დასახელებულია: ${who}`,
  en: `names who is on duty: ${who}`,
});

export const systemIsProved = ({
  endpoint,
  state,
}: {
  readonly endpoint: string;
  readonly state: string;
}): Said => ({
  ka: `სისტემა დარეგისტრირდა (${endpoint}) და დაადასტურა, რომ მისამართი მისია: ${state}`,
  en: `its system is registered (${endpoint}) and has proved that the address is its own: ${state}`,
});

interface Tested {
  readonly status?: number | undefined;
  readonly milliseconds: number;
}

export const systemIsTested = ({ status, milliseconds }: Tested): Said => ({
  ka: `საცდელი ვებჰუკი: პასუხი ${status}, ${milliseconds} მწმ`,
  en: `a test webhook: answered ${status} in ${milliseconds} ms`,
});

export const keyIsReplaced = ({ signing }: { readonly signing: number }): Said => ({
  ka: `გასაღები შეიცვალა; ორი დღე ${signing} გასაღები აწერს ხელს, რომ არაფერი დაიკარგოს`,
  en: `takes a new key; for two days ${signing} keys sign, so that nothing is lost in between`,
});

export const bothKeysSign = ({ signatures }: { readonly signatures: number }): Said => ({
  ka: `ვებჰუკს ${signatures} ხელმოწერა აქვს; სისტემა ახლით ამოწმებს`,
  en: `the webhook carries ${signatures} signatures; the system verifies by the new key`,
});

export const powerFails = (): Said => ({
  ka: 'შუქი გაითიშა: სისტემა ყველას უკან აბრუნებს (503)',
  en: 'the power fails: its system sends everybody away (503)',
});

interface Asked {
  readonly work: string;
  readonly how: string;
  readonly due: string;
}

export const unitAsks = ({ work, how, due }: Asked): Said => ({
  ka: `სთხოვს მუნიციპალიტეტს: „${work}“ (${how}; ადამიანმა უნდა მიიღოს: ${due})`,
  en: `asks the municipality: “${work}” (${how}; a person must have received it by ${due})`,
});

interface Attempts {
  readonly answers: readonly string[];
  readonly next: string;
}

export const systemDoesNotTake = ({ answers, next }: Attempts): Said => ({
  ka: `ვებჰუკი ვერ ჩაბარდა: ${answers.join(', ')}; შემდეგი ცდა: ${next}`,
  en: `the webhook was not taken: ${answers.join(', ')}; the next try: ${next}`,
});

interface Rang {
  readonly rang: readonly { readonly by: string; readonly to: string; readonly text: string }[];
}

const calls = ({ rang }: Rang): string =>
  list(rang.map(({ by, to, text }) => `${by} → ${to}: ${text.replaceAll('\n', ' · ')}`));

export const personIsTold = (told: Rang): Said => ({
  ka: `მანქანა დუმს, ადამიანი — არა: მორიგეს მაშინვე ეცნობა${calls(told)}`,
  en: `the machine is silent, so a person is told at once${calls(told)}`,
});

export const personIsCalled = (told: Rang): Said => ({
  ka: `არც სისტემამ წაიკითხა და არც ადამიანმა: მორიგეს ურეკავენ${calls(told)}`,
  en: `neither a system nor a person has read it: the person on duty is called${calls(told)}`,
});

export const powerIsBack = (): Said => ({
  ka: 'შუქი მოვიდა, სისტემა ისევ მუშაობს',
  en: 'the power is back, its system works again',
});

interface Arrived {
  readonly entries: number;
  readonly sentAway: number;
}

export const everythingArrived = ({ entries, sentAway }: Arrived): Said => ({
  ka: `${sentAway} უარყოფილი ცდის შემდეგ ლენტის ${entries} ჩანაწერიდან ყოველი მოვიდა, ერთხელ, თითო საქმეში რიგით`,
  en: `after ${sentAway} tries in vain each of the ${entries} entries of its feed has come, once, in order for each subject`,
});

export const serviceIsProved = ({ lines }: { readonly lines: readonly string[] }): Said => ({
  ka: `ჩაბარების დასტური, წლების შემდეგაც წასაკითხი:${list(lines)}`,
  en: `proof of service, to be read in years as well:${list(lines)}`,
});

interface Compared {
  readonly day: string;
  readonly count: number;
  readonly lost: string;
}

export const daysAreEqual = ({ day, count, lost }: Compared): Said => ({
  ka: `${day}: ორივე მხარეს ${count} ჩანაწერი და ერთი და იგივე ანაბეჭდი აქვს\n· განზრახ გამოტოვებულს ჰაბი სახელით ასახელებს: ${lost}`,
  en: `${day}: both sides hold ${count} entries and the same hash\n· one left out on purpose is named by the hub: ${lost}`,
});

export const systemReports = ({ status }: { readonly status: string }): Said => ({
  ka: `სისტემა თავად ატყობინებს ხელმოწერილი ვებჰუკით: ${status}`,
  en: `its system reports by a signed webhook of its own: ${status}`,
});

export const copyIsHarmless = ({ status }: { readonly status: number }): Said => ({
  ka: `იგივე ვებჰუკი მეორედ იგივე პასუხს იღებს (${status}); შეცვლილი ასლი — 401`,
  en: `the same webhook a second time gets the same answer (${status}); a changed copy gets 401`,
});

export const familyWithdraws = (): Said => ({
  ka: 'ოჯახმა თანხმობა გამოიხმო: შეტყობინება უკან მიაქვს',
  en: 'the family withdraws its consent: the referral is taken back',
});

export const recallArrives = ({ due }: { readonly due: string }): Said => ({
  ka: `მოვიდა ხელმოწერილი გამოთხოვა; პასუხის ვადა: ${due}`,
  en: `a signed recall has come, to be answered by ${due}`,
});

export const recallIsAnswered = ({ status }: { readonly status: string }): Said => ({
  ka: `პასუხი: ${status}; ღია გამოთხოვა აღარ არის`,
  en: `answers: ${status}; no recall is open any more`,
});
