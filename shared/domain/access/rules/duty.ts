import { hasRole } from '../principal.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

/** Kinds of agency whose duty desk people call with news of a child. */
const ANSWERS_PHONE = ['guardianship-body', 'police', 'hotline', 'oversight'];

const KEEPS_ROSTER = ['duty', 'supervisor', 'administrator', 'system'] as const;

/** Who is on duty, and who keeps the roster. */
export const dutyRules: readonly AccessRule[] = [
  {
    name: 'duty-desk-by-phone',
    actions: ['addition.make'],
    when: (principal) => hasRole(principal, 'duty') && ANSWERS_PHONE.includes(principal.kind),
    groups: nothing,
  },
  {
    name: 'own-duty-roster',
    actions: ['duty.publish', 'duty.read'],
    when: (principal, subject) =>
      subject.ofAgency === principal.agency &&
      KEEPS_ROSTER.some((role) => hasRole(principal, role)),
    groups: () => ['outcome'],
  },
];
