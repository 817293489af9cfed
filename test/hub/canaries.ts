import type { Violence } from './submissions.ts';

/** Unlike anything the hub writes of its own accord, in a script of the country. */
const word = (name: string): string => `Кенар${name}ყვითელი`;

/** A referral in which every field a person fills says something that is found nowhere else. */
export const sung = {
  kind: 'violence',
  narrative: word('narrative'),
  child: {
    givenName: word('given'),
    familyName: word('family'),
    personalNumber: '98765012344',
    birthDate: '2014-07-29',
    municipality: 'zestaponi',
    whereabouts: {
      address: word('address'),
      school: word('school'),
      childNow: { where: word('now') },
    },
    identity: { known: 'known', description: word('description') },
  },
  safeContact: {
    person: word('contact'),
    phone: '+995 511 987 601',
    when: word('when'),
    never: word('never'),
  },
  forms: ['physical'],
  immediateDanger: 'no',
  allegedPerpetrators: [
    { relation: 'father', name: word('accused'), employer: word('employer'), isGuardian: 'yes' },
  ],
  childsOwnWords: word('said'),
  toldBefore: [word('told')],
  relatedChildren: [
    {
      givenName: word('sibling'),
      familyName: word('siblings'),
      personalNumber: '98765012355',
      role: 'at-home',
    },
  ],
  reporter: {
    mode: 'named',
    name: word('reporter'),
    role: word('role'),
    phone: '+995 511 987 602',
  },
} as const satisfies Violence;

/** What people write about the work. */
export const written = {
  actingPerson: { name: word('acting'), phone: '+995 511 987 603' },
  deputy: { name: word('deputy'), phone: '+995 511 987 604' },
  note: word('note'),
  redirectNote: word('onward'),
  addedNote: word('added'),
  message: word('message'),
};

/** What people write about protecting the child and about its day at the centre. */
export const planned = {
  news: word('news'),
  reason: word('reason'),
  seenBy: { name: word('seer'), phone: '+995 511 987 605' },
  asks: word('asks'),
  answers: word('answers'),
  decision: word('decision'),
  informing: { name: word('informing'), phone: '+995 511 987 607' },
  question: word('question'),
  preparation: word('preparation'),
};

/** Every text that must stay where it belongs. */
export const canaries: readonly string[] = [
  ...new Set([...textsIn(sung), ...textsIn(written), ...textsIn(planned)]),
].filter((text) => /Кенар|98765|987 60|2014-07-29/.test(text));

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A text as it may hide in something larger. */
export function disguises(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const inBase64 = [0, 1, 2].map((shift) => {
    // Only the signs that do not depend on what stands before and behind it.
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return whole.slice(shift === 0 ? 0 : 4, whole.length - 4);
  });
  const texts = [
    ...inBase64,
    ...inBase64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_')),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(text),
    encodeURIComponent(text).toLowerCase(),
    escaped(text),
    escaped(text).toUpperCase().replaceAll('\\U', '\\u'),
  ];
  const wide = Buffer.from(text, 'utf16le');
  return [bytes, wide, Buffer.from(wide).swap16(), ...texts.map((one) => Buffer.from(one))];
}

/** As JSON may write every sign. */
const escaped = (text: string): string =>
  [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** Which canaries sing in what is given, in any disguise. */
export function heard(haystack: Buffer | string): string[] {
  const bytes = Buffer.from(haystack);
  return canaries.filter((text) => disguises(text).some((disguise) => bytes.includes(disguise)));
}

/** Items of the table as bytes: texts as they are, and what is binary both raw and as text. */
export function bytesOf(items: readonly unknown[]): Buffer {
  const binary: Uint8Array[] = [];
  // As it stands in the item: a Buffer turns itself into numbers before `value` is given.
  const replace = function (this: Record<string, unknown>, name: string, value: unknown) {
    const raw = this[name];
    if (!(raw instanceof Uint8Array)) return value;
    binary.push(raw);
    return Buffer.from(raw).toString('base64');
  };
  const text = JSON.stringify(items, replace);
  return Buffer.concat([Buffer.from(text), ...binary]);
}
