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
const MINE: Offer = { to: '/app/referrals', words: 'referral.mine' };

/** Kinds that hand children over and work on no case themselves. */
const REFERRERS = ['school', 'resource-centre', 'kindergarten', 'hotline', 'ngo', 'clinic'];

/**
 * What the console offers to whom: the first is the page one arrives at. It only orders the pages;
 * what anybody may see is the hub's to decide.
 */
export function offered({ kind }: Known): readonly Offer[] {
  return REFERRERS.includes(kind) ? [MINE, NEW, TASKS] : [TASKS, MINE, NEW];
}
