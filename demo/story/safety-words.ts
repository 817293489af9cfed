import type { Said } from '../stage/tale.ts';

/** What the worker writes of the decision: sealed, and shown only to those who need it. */
export const against = { ka: 'დედის პარტნიორი', en: 'the mother’s partner' } as const;
export const reason = {
  ka: 'ბებია ცალკე ცხოვრობს და ბავშვს იცავს; ორდერი გამოცემულია.',
  en: 'The grandmother lives elsewhere and protects the child; the order is issued.',
} as const;

interface Decided {
  readonly sleeps: string;
  readonly measure: string;
  readonly until: string;
  readonly review: string;
}

export const safetyIsDecided = ({ sleeps, measure, until, review }: Decided): Said => ({
  ka: `უსაფრთხოებაზე გადაწყვეტილება: ბავშვი პირადად ნახეს; ამაღამ: ${sleeps}; ${measure} — ${until}-მდე; ხელახლა იხილება: ${review}`,
  en: `decides on the child’s safety: it was seen in person; tonight: ${sleeps}; ${measure} until ${until}; looked at again by ${review}`,
});
