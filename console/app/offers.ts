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
const BOARD: Offer = { to: '/app/oversight', words: 'nav.board' };
const UNITS: Offer = { to: '/app/oversight/units', words: 'nav.units' };
const WATCHED: Offer = { to: '/app/oversight/watched', words: 'nav.watched' };
const DATA: Offer = { to: '/app/oversight/incidents', words: 'nav.data' };
const JOURNAL: Offer = { to: '/app/oversight/journal', words: 'nav.journal' };
const VISITS: Offer = { to: '/app/visits', words: 'nav.visits' };
const DUTY: Offer = { to: '/app/duty', words: 'nav.duty' };
const DAY: Offer = { to: '/app/centre', words: 'nav.centre' };
const ROOMS: Offer = { to: '/app/centre/people', words: 'nav.rooms' };
const MINE: Offer = { to: '/app/referrals', words: 'referral.mine' };

const SYSTEMS: Offer = { to: '/app/systems', words: 'nav.systems' };
const PEOPLE: Offer = { to: '/app/people', words: 'nav.people' };

/** Beyond this nobody finds anything; what is left out is reached from the page about oneself. */
const OFFERED_MOST = 6;

/** Kinds with a role in the day at the centre. */
const AT_VISITS = [
  ...['guardianship-body', 'police', 'prosecutor', 'child-centre', 'forensic-bureau', 'clinic'],
];

/** Kinds that hand children over and work on no case themselves. */
const REFERRERS = ['school', 'resource-centre', 'kindergarten', 'hotline', 'ngo', 'clinic'];

/**
 * What the console offers to whom: the first is the page one arrives at. It only orders the pages;
 * what anybody may see is the hub's to decide.
 */
export function offered(known: Known): readonly Offer[] {
  const { roles } = known;
  if (!roles.includes('administrator')) return work(known);
  const isOnly = roles.every((role) => role === 'administrator');
  // Whoever keeps accounts and systems and works on nothing arrives there.
  const all = isOnly
    ? [SYSTEMS, PEOPLE, ...work(known).slice(0, 2)]
    : [...work(known), SYSTEMS, PEOPLE];
  return all.slice(0, OFFERED_MOST);
}

/** Kinds that take calls at any hour, and who there keeps the roster. */
const TAKES_CALLS = ['guardianship-body', 'hotline', 'police'];
const KEEPERS = ['duty', 'supervisor'];

function work({ kind, roles }: Known): readonly Offer[] {
  if (kind === 'oversight') return [BOARD, TASKS, UNITS, WATCHED, DATA, JOURNAL];
  if (kind === 'child-centre') return [DAY, VISITS, TASKS, ROOMS, MINE, NEW];
  const visits = AT_VISITS.includes(kind) ? [VISITS] : [];
  const keepsRoster = TAKES_CALLS.includes(kind) && roles.some((role) => KEEPERS.includes(role));
  const duty = keepsRoster ? [DUTY] : [];
  return REFERRERS.includes(kind)
    ? [MINE, ...duty, NEW, EARLY, TASKS, ...visits]
    : [TASKS, ...duty, ...visits, MINE, NEW, EARLY];
}
