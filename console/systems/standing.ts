import type { Endpoint, Health } from './draft.ts';

/** How an endpoint fares, by the name under which the words for it stand. */
export interface Standing {
  readonly code:
    | 'off-owner'
    | 'off-gone'
    | 'off-failing'
    | 'asked'
    | 'in-vain'
    | 'failing'
    | 'waiting'
    | 'works'
    | 'new';
  /** As notices and tags have it. */
  readonly tone: 'plain' | 'good' | 'warn' | 'danger';
}

/** What matters most comes first: nothing is sent, nobody answers, something waits. */
export function standingOf(
  { state, disabled, proof }: Pick<Endpoint, 'state' | 'disabled' | 'proof'>,
  { failingSince, waiting, lastSuccessAt }: Health,
): Standing {
  if (state === 'disabled') {
    const because = disabled?.because ?? 'owner';
    return { code: `off-${because}`, tone: because === 'owner' ? 'plain' : 'danger' };
  }
  if (state === 'unproven') {
    return proof.askedAgainAt
      ? { code: 'asked', tone: 'warn' }
      : { code: 'in-vain', tone: 'danger' };
  }
  if (failingSince) return { code: 'failing', tone: 'danger' };
  if (waiting > 0) return { code: 'waiting', tone: 'warn' };
  return { code: lastSuccessAt ? 'works' : 'new', tone: 'good' };
}
