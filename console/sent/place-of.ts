/**
 * The page on which something that hinders closing is worked off, by the pointer with which the hub
 * names it; nothing where it is on no page of its own.
 */
export function pageOf(
  pointer: string,
  referral: string,
  ofCase: string | undefined,
): string | undefined {
  const [first = '', second = ''] = pointer.split('/');
  if (first === 'referrals')
    return pageOf(pointer.split('/').slice(2).join('/'), second, undefined);
  if (first === 'cases') return `/app/cases/${second}`;
  if (first.startsWith('tsk_')) return `/app/tasks/${first}`;
  if (first === 'statements') return `/app/referrals/${referral}/statements`;
  if (first === 'feedback') return `/app/referrals/${referral}`;
  // Safety, tracks, clocks, visits and moves are the case's.
  return ofCase ? `/app/cases/${ofCase}` : undefined;
}
