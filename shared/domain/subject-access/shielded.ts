import type { Household, Ties } from '../family/household.ts';
import { shieldOf } from '../family/shield.ts';
import type { DataSubject } from './request.ts';

export type Reason =
  | 'requester-accused'
  | 'requester-shares-household'
  | 'requester-depends'
  | 'through-accused'
  | 'household-shielded';

interface Asked {
  readonly requester: DataSubject;
  readonly ties: Ties;
  readonly through?: Ties | undefined;
}

/**
 * Why a machine must not answer: whoever asks, or brings the request, is accused, lives with an accused
 * or depends on one, and unknown counts as yes. The child itself lives where it lives: as long as an
 * accused may live there too, what is handed to the child is handed to him.
 */
export function reasonsAgainst(
  { requester, ties, through }: Asked,
  household: Household,
  at: string,
): Reason[] {
  const own: Reason[] = [
    ...(ties.accused === 'no' ? [] : (['requester-accused'] as const)),
    ...(ties.sharesHousehold === 'no' ? [] : (['requester-shares-household'] as const)),
    ...(ties.dependsOnAccused === 'no' ? [] : (['requester-depends'] as const)),
  ];
  const brought = through && Object.values(through).some((tie) => tie !== 'no');
  const together = household.perpetrators.some(({ livesWithChild }) => livesWithChild !== 'no');
  const shielded = shieldOf(household, at).length > 0 || (requester === 'child' && together);
  return [
    ...own,
    ...(brought ? (['through-accused'] as const) : []),
    ...(shielded ? (['household-shielded'] as const) : []),
  ];
}
