interface Known {
  readonly kind: string;
  readonly roles: readonly string[];
}

export interface Offer {
  readonly to: string;
  readonly words: string;
}

const TASKS: Offer = { to: '/app/tasks', words: 'tasks.title' };
const NEW: Offer = { to: '/app/referrals/new', words: 'referral.new' };
const EARLY: Offer = { to: '/app/referrals/early', words: 'early.short' };
const BOARD: Offer = { to: '/app/oversight', words: 'oversight.title' };
const MINE: Offer = { to: '/app/referrals', words: 'referral.mine' };

/** Kinds that hand children over and work on no case themselves. */
const REFERRERS = ['school', 'resource-centre', 'kindergarten', 'hotline', 'ngo', 'clinic'];

/**
 * What the console offers to whom: the first is the page one arrives at. It only orders the pages;
 * what anybody may see is the hub's to decide.
 */
export function offered({ kind }: Known): readonly Offer[] {
  if (kind === 'oversight') return [BOARD, TASKS, MINE, NEW];
  return REFERRERS.includes(kind) ? [MINE, NEW, EARLY, TASKS] : [TASKS, MINE, NEW, EARLY];
}
