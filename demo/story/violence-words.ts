import type { Said } from '../stage/tale.ts';

export const title: Said = {
  ka: '1. სავარაუდო ძალადობა ბავშვზე',
  en: '1. Suspected violence against a child',
};

/** What people write on their tasks and to the school. */
export const notes = {
  safety: {
    ka: 'გიორგი სკოლაშია, ბავშვს პირადად ნახულობს',
    en: 'Giorgi is at the school and sees the child in person',
  },
  first: {
    ka: 'სოციალური მუშაკი სკოლაშია, ბავშვი მასთან რჩება.',
    en: 'The social worker is at the school; the child stays with him.',
  },
  body: { ka: 'ბავშვი კლინიკაშია', en: 'the child is at the clinic' },
  justice: { ka: 'დაიწყო რეაგირება, ფორმის გარეშე', en: 'response begun, without uniform' },
  bodyDone: {
    ka: 'დახმარება გაწეულია, კვალი შენახულია',
    en: 'care given, traces kept',
  },
  safetyDone: {
    ka: 'ბავშვი ბებიასთანაა, გამოცემულია შემაკავებელი ორდერი',
    en: 'the child is with its grandmother; a restraining order is issued',
  },
  justiceDone: { ka: 'შეტყობინება რეგისტრირებულია', en: 'the report is registered' },
  interviewDone: {
    ka: 'ოთახი და ინტერვიუერი მზადაა',
    en: 'room and interviewer are ready',
  },
  mindDone: {
    ka: 'ბავშვი ფსიქოლოგთან დადის',
    en: 'the child sees a psychologist',
  },
  outcome: {
    ka: 'ბავშვი უსაფრთხოდაა და სკოლაში ბრუნდება.',
    en: 'The child is safe and comes back to school.',
  },
} as const;

export const strangerIsRefused = ({ status, title }: { status: number; title: string }): Said => ({
  ka: `ამ შემთხვევასთან კავშირი არ აქვს; იმავე მისამართზე იღებს ${status}: „${title}“`,
  en: `has no part in this; asks for the same address and gets ${status}: “${title}”`,
});

export const accountStaysClosed = (): Said => ({
  ka: 'ცენტრს ბავშვის მონათხრობი არ ეჩვენება: ვინც გამოკითხავს, წინასწარ არ უნდა იცოდეს',
  en: 'the centre is not shown the account: whoever interviews must not know it beforehand',
});

interface Worked {
  readonly id: string;
  readonly worker: string;
  readonly deputy: string;
}

export const caseHasWorker = ({ id, worker, deputy }: Worked): Said => ({
  ka: `შემთხვევა ${id}: წარმართავს ${worker}; ცვლის ${deputy}`,
  en: `the case ${id} has its worker: ${worker}; deputy: ${deputy}`,
});

export const opensCase = ({ id, lead }: { readonly id: string; readonly lead: string }): Said => ({
  ka: `გახსნილია შემთხვევა ${id}; წარმართავს ${lead}`,
  en: `the case ${id} is open; it is led by: ${lead}`,
});

export const caseIsClosed = ({ id }: { readonly id: string }): Said => ({
  ka: `შემთხვევა ${id} დახურულია; არც ერთი ვადა აღარ ითვლება`,
  en: `the case ${id} is closed; none of its clocks runs`,
});

interface Refused {
  readonly title: string;
  readonly named: readonly { readonly pointer: string; readonly words: string }[];
}

export const closingIsRefused = ({ title, named }: Refused): Said => {
  const list = named.map(({ pointer, words }) => `\n· ${words} (${pointer})`).join('');
  return {
    ka: `ცდილობს ნაადრევად დახურვას: 409, „${title}“${list}`,
    en: `tries to close too early: 409, “${title}”${list}`,
  };
};
