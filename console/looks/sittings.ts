import type * as z from 'zod';
import type { AccessLine } from '../../shared/contract/access-journal.ts';

export type Look = z.output<typeof AccessLine>;

/** Looks of one account in one go: a page asks for several parts, and each stands in the journal. */
export interface Sitting {
  readonly key: string;
  readonly from: string;
  readonly until: string;
  /** The latest first; at least one. */
  readonly looks: readonly [Look, ...Look[]];
}

/** Whoever did not look for so long, and looks again, came back. */
const APART_MS = 15 * 60_000;

const whoseOf = ({ agency, account, verb, ticket }: Look): string =>
  [agency, account, verb, ticket].join(' ');

/**
 * The looks as people came and went, the latest first, as the hub gives them. What is hidden of an
 * account stays so: the hidden ones count as one.
 */
export function sittings(looks: readonly Look[]): readonly Sitting[] {
  const found = new Map<string, Sitting>();
  const latest = new Map<string, Sitting>();
  for (const look of looks) {
    const whose = whoseOf(look);
    const open = latest.get(whose);
    const goesOn = open && Date.parse(open.from) - Date.parse(look.at) <= APART_MS;
    const sitting: Sitting = goesOn
      ? { ...open, from: look.at, looks: [...open.looks, look] }
      : { key: `${look.at} ${whose}`, from: look.at, until: look.at, looks: [look] };
    latest.set(whose, sitting);
    found.set(sitting.key, sitting);
  }
  return [...found.values()];
}

/** What of the child was shown in all of it. */
export const groupsOf = ({ looks }: Sitting) => [...new Set(looks.flatMap(({ groups }) => groups))];

/** The rules it rests on, each once. */
export const rulesOf = ({ looks }: Sitting) => [
  ...new Map(looks.flatMap(({ why }) => (why ? [[why.rule, why] as const] : []))).values(),
];

/** Two looks may be the same in all that is told: each has its place. Older ones come after. */
export const numbered = (looks: readonly Look[]) => looks.map((look, place) => ({ place, look }));
