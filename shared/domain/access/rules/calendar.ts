import { hasRole } from '../principal.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

const KEEPS = ['supervisor', 'administrator', 'system'] as const;

/** Who may give a calendar an address of its own, which opens it to whoever has that address. */
export const calendarRules: readonly AccessRule[] = [
  {
    name: 'own-calendar',
    actions: ['calendar.open'],
    when: (principal, { ofAgency, account }) =>
      ofAgency === principal.agency &&
      (account === principal.sub || KEEPS.some((role) => hasRole(principal, role))),
    groups: nothing,
  },
];
