import { hasRole } from '../principal.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

const KEEPS = ['system', 'supervisor', 'administrator'] as const;

/** Who says how far an agency's system has taken its feed over, and who moves it back. */
export const feedRules: readonly AccessRule[] = [
  {
    name: 'keeps-own-feed',
    actions: ['feed.keep', 'feed.rewind'],
    why: {
      ka: 'უწყების ადგილს ლენტაში უწყების სისტემა ან მისი ხელმძღვანელი ინახავს',
      en: 'The system of an agency, or whoever supervises it, keeps its place in the feed',
    },
    when: (principal, { ofAgency }) =>
      ofAgency === principal.agency && KEEPS.some((role) => hasRole(principal, role)),
    groups: nothing,
  },
  {
    name: 'oversight-rewinds',
    actions: ['feed.rewind'],
    why: {
      ka: 'ზედამხედველობა უწყებას ლენტის თავიდან წაკითხვაში ეხმარება',
      en: 'Oversight helps an agency to read its feed again',
    },
    when: (principal) =>
      principal.kind === 'oversight' && KEEPS.some((role) => hasRole(principal, role)),
    groups: nothing,
  },
];
