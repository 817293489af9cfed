import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import type { Referral } from '../referral/referral.ts';
import { Code } from '../text.ts';
import { Instant, text } from '../time.ts';
import type { RetentionRule } from './rules.ts';

/** By when what a referral's file holds is erased, and by which rule: one for each referral. */
export const Retention = z.object({
  ...part('retention'),
  rule: Code,
  /** From when it counts. */
  since: Instant,
  /** Why it was not erased when its time had come. */
  kept: z.object({ at: Instant, because: z.array(Code) }).optional(),
  erasedAt: Instant.optional(),
});
export type Retention = z.infer<typeof Retention>;

export const RETENTION_NUMBER = 1;
/** The list of the oversight body in which it stands, by when it is erased. */
export const RETENTION_LIST = 'retention';

/** The rule for a kind of referral; the pack has exactly one. */
export function ruleFor({ kind }: Pick<Referral, 'kind'>, { retention }: Edition): RetentionRule {
  const found = retention.rules.find(({ kinds }) => kinds.includes(kind));
  if (!found) throw new Error(`the pack does not say how long ${kind} is kept`);
  return found;
}

/** So many years on in the pack's own calendar day. */
export const after = (since: string, { years }: RetentionRule, { calendar }: Edition): string =>
  text(Temporal.Instant.from(since).toZonedDateTimeISO(calendar.zone).add({ years }).toInstant());

interface Counting {
  readonly referral: Pick<Referral, 'id' | 'file' | 'kind'>;
  readonly earlier: Retention | undefined;
  readonly since: string;
  readonly at: string;
  readonly by: Retention['by'];
}

/** Begins to count; counted anew, it never ends sooner than it was to end before. */
export function countFrom(counting: Counting, edition: Edition): Retention {
  const { referral, earlier, since, at, by } = counting;
  const rule = ruleFor(referral, edition);
  const until = after(since, rule, edition);
  const before = earlier?.deadline ?? until;
  return {
    what: 'retention',
    of: { kind: 'referral', id: referral.id },
    number: RETENTION_NUMBER,
    version: (earlier?.version ?? 0) + 1,
    file: referral.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    rule: rule.id,
    since,
    watched: RETENTION_LIST,
    deadline: [before, until].toSorted()[1],
  };
}
