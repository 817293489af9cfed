import type { ReferralId } from '../ids.ts';

/** Of a report: which earlier ones may be about the same child, and about which somebody has said. */
export interface Compares {
  readonly id: ReferralId;
  readonly earlier?: readonly ReferralId[] | undefined;
  readonly compared?: readonly ReferralId[] | undefined;
}

const asks = ({ earlier = [], compared = [] }: Compares): ReferralId[] =>
  earlier.filter((id) => !compared.includes(id));

/**
 * Whether somebody has still to say if another report is about the same child: asked of the child's
 * own reports about others, or of others about them. Reports that are joined already ask nothing.
 */
export function isUnanswered(own: readonly Compares[], others: readonly Compares[]): boolean {
  const ids = new Set<string>(own.map(({ id }) => id));
  const ofOthers = own.some((one) => asks(one).some((id) => !ids.has(id)));
  return ofOthers || others.some((one) => asks(one).some((id) => ids.has(id)));
}
