import { hasRole } from '../principal.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

const KEEPS = ['system', 'supervisor', 'administrator'] as const;

/** Who says how far an agency's system has taken its feed over, and who moves it back. */
export const feedRules: readonly AccessRule[] = [
  {
    name: 'keeps-own-feed',
    actions: ['feed.keep', 'feed.rewind'],
    when: (principal, { ofAgency }) =>
      ofAgency === principal.agency && KEEPS.some((role) => hasRole(principal, role)),
    groups: nothing,
  },
  {
    name: 'oversight-rewinds',
    actions: ['feed.rewind'],
    when: (principal) =>
      principal.kind === 'oversight' && KEEPS.some((role) => hasRole(principal, role)),
    groups: nothing,
  },
];
