import type { Decision, Kept } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { isOver, type Referral } from '../referral/referral.ts';
import { countFrom, ruleFor } from './retention.ts';

interface Ending {
  readonly at: string;
  readonly by: { readonly sub: string; readonly agency: Referral['agency'] };
}

const isEnded = (kept: Kept): kept is Referral => kept.what === 'referral' && isOver(kept);

/**
 * With the decision that ends a referral its time begins to count, where it counts from then. A
 * withdrawn consent makes it no shorter: what was recorded lawfully is kept like everything else.
 */
export function withRetention(decision: Decision, { at, by }: Ending, edition: Edition): Decision {
  const counted = decision.kept
    .filter(isEnded)
    .filter((referral) => ruleFor(referral, edition).from === 'closed')
    .map((referral) => countFrom({ referral, earlier: undefined, since: at, at, by }, edition));
  return { ...decision, kept: [...decision.kept, ...counted] };
}
