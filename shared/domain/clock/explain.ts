import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { Lang } from '../labels.ts';
import type { ExplainStep } from './state.ts';

type Step = z.infer<typeof ExplainStep>;

/** How a step reads; `when` puts a civil date or time of its values into words. */
type Phrase = (values: Step['values'], when: (key: string) => string) => string;

const LOCALES = { ka: 'ka-GE', en: 'en-GB' } as const;

/** "Friday 20 November 17:40", or without the time for a date. */
function inWords(civil: string, lang: Lang): string {
  const date = Temporal.PlainDate.from(civil);
  const part = (options: { weekday?: 'long'; month?: 'long' }) =>
    date.toLocaleString(LOCALES[lang], options);
  const day = `${part({ weekday: 'long' })}${lang === 'ka' ? ',' : ''} ${date.day} ${part({ month: 'long' })}`;
  return civil.includes('T') ? `${day} ${civil.slice(11, 16)}` : day;
}

const plural = (amount: string | number | undefined, unit: string) =>
  `${amount} ${unit}${amount === 1 ? '' : 's'}`;

/** What a clock waits for while it rests. */
const PAUSES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ka: { question: 'შეკითხვა შეტყობინების ავტორს', 'on-hold': 'ამოცანა შეჩერებულია' },
  en: { question: 'a question to whoever referred', 'on-hold': 'the task is on hold' },
};

const english: Record<string, Phrase> = {
  starts: (_, when) => `${when('from')} → starts ${when('at')}`,
  'starts-at-once': (_, when) => `${when('from')} → starts at once and runs day and night`,
  holiday: ({ en }, when) => `${when('date')} is a holiday (${en})`,
  weekend: () => 'Saturdays and Sundays do not count',
  'adds-minutes': ({ amount }) => plural(amount, 'minute'),
  'adds-hours': ({ amount }) => plural(amount, 'hour'),
  'adds-working-hours': ({ amount }) => plural(amount, 'working hour'),
  'adds-working-days': ({ amount }) => plural(amount, 'working day'),
  'not-after-child-leaves': (_, when) => `the child leaves ${when('at')}, so it ends before`,
  'not-after-end-of-next-school-day': (_, when) =>
    `the next school day ends ${when('at')}, so it ends by then`,
  'not-after-review-agreed': (_, when) => `whoever decided looks again by ${when('at')}`,
  'not-after-measure-ends': (_, when) => `the measure itself ends ${when('at')}`,
  'not-after-interview-tier': (_, when) => `the facts of the case make it due ${when('at')}`,
  'not-after-traces-fade': (_, when) => `traces can be taken until ${when('at')}`,
  paused: ({ because }, when) =>
    `paused from ${when('from')} to ${when('to')} (${PAUSES.en[String(because)] ?? because})`,
  resting: ({ because }, when) =>
    `paused since ${when('from')} (${PAUSES.en[String(because)] ?? because}), at most until ${when('until')}`,
  due: (_, when) => `due ${when('at')}`,
  reach: (_, when) =>
    `unless a system has taken it or somebody has opened it by ${when('at')}, whoever is on duty is told directly`,
};

const georgian: Record<string, Phrase> = {
  starts: (_, when) => `${when('from')} → ათვლა იწყება: ${when('at')}`,
  'starts-at-once': (_, when) => `${when('from')} → ათვლა მაშინვე იწყება და დღე-ღამე გრძელდება`,
  holiday: ({ ka }, when) => `${when('date')} უქმე დღეა (${ka})`,
  weekend: () => 'შაბათი და კვირა არ ითვლება',
  'adds-minutes': ({ amount }) => `${amount} წუთი`,
  'adds-hours': ({ amount }) => `${amount} საათი`,
  'adds-working-hours': ({ amount }) => `${amount} სამუშაო საათი`,
  'adds-working-days': ({ amount }) => `${amount} სამუშაო დღე`,
  'not-after-child-leaves': (_, when) => `ბავშვი მიდის: ${when('at')}; ვადა მანამდე სრულდება`,
  'not-after-end-of-next-school-day': (_, when) =>
    `მომდევნო სასწავლო დღე მთავრდება: ${when('at')}; ვადა მანამდე სრულდება`,
  'not-after-review-agreed': (_, when) => `გადაწყვეტილება ხელახლა იხილება: ${when('at')}`,
  'not-after-measure-ends': (_, when) => `ზომის ვადა იწურება: ${when('at')}`,
  'not-after-interview-tier': (_, when) => `საქმის გარემოებებით ვადა: ${when('at')}`,
  'not-after-traces-fade': (_, when) => `კვალის აღება შესაძლებელია: ${when('at')}-მდე`,
  paused: ({ because }, when) =>
    `პაუზა: ${when('from')} – ${when('to')} (${PAUSES.ka[String(because)] ?? because})`,
  resting: ({ because }, when) =>
    `პაუზაზეა: ${when('from')}-დან (${PAUSES.ka[String(because)] ?? because}), არა უგვიანეს: ${when('until')}`,
  due: (_, when) => `ვადა: ${when('at')}`,
  reach: (_, when) =>
    `თუ ${when('at')}-მდე უწყების სისტემა ამოცანას არ ჩაიბარებს და არავინ გახსნის, მორიგეს პირდაპირ ეცნობება`,
};

const PHRASES = { ka: georgian, en: english };

/** Why a clock is due when it is, in one sentence. A step of a later version is left out. */
export const explain = (steps: readonly Step[], lang: Lang): string =>
  steps
    .flatMap(({ code, values }) => {
      const when = (key: string) => inWords(String(values[key]), lang);
      return PHRASES[lang][code]?.(values, when) ?? [];
    })
    .join('; ');
