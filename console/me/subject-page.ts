/** What a record is, by the beginning of its id. */
const PREFIXES = { ref: 'referral', cas: 'case', tsk: 'task', int: 'interview' } as const;
export type Kind = (typeof PREFIXES)[keyof typeof PREFIXES];

const isPrefix = (said: string): said is keyof typeof PREFIXES => Object.hasOwn(PREFIXES, said);

export function kindOf(id: string): Kind | undefined {
  const prefix = id.slice(0, id.indexOf('_'));
  return isPrefix(prefix) ? PREFIXES[prefix] : undefined;
}

interface News {
  readonly kind: string;
  readonly id: string;
  /** What happened to it; an agency's own news lead to different pages. */
  readonly type?: string;
}

/** Where the console shows what a piece of news is about; nowhere for what only machines read. */
export function pageOf({ kind, id, type = '' }: News): string | undefined {
  switch (kind) {
    case 'referral':
      return `/app/referrals/${id}`;
    case 'case':
      return `/app/cases/${id}`;
    case 'task':
      return `/app/tasks/${id}`;
    case 'interview':
      return `/app/visits/${id}`;
    case 'endpoint':
      // Beside addresses to send to, keys by which the agency's systems send here.
      return id.startsWith('whe_') ? `/app/systems/endpoints/${id}` : '/app/systems/keys';
    case 'agency':
      return pageOfAgency(type.slice(0, type.indexOf('.')));
    default:
      return undefined;
  }
}

function pageOfAgency(noun: string): string | undefined {
  if (noun === 'member' || noun === 'session' || noun === 'absence') return '/app/people';
  if (noun === 'client') return '/app/systems/clients';
  return noun === 'feed' ? '/app/systems/feed' : undefined;
}
