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
    why: {
      ka: 'მორიგე იწერს, რასაც ტელეფონით ატყობინებენ',
      en: 'A duty desk writes down what it is told by telephone',
    },
    when: (principal) => hasRole(principal, 'duty') && ANSWERS_PHONE.includes(principal.kind),
    groups: nothing,
  },
  {
    name: 'own-duty-roster',
    actions: ['duty.publish', 'duty.read'],
    why: {
      ka: 'მორიგეობის გრაფიკს ადგენს და ხედავს ის, ვინ უწყებაში მორიგეობს ან მას ხელმძღვანელობს',
      en: 'Whoever takes duty or supervises at an agency keeps its roster',
    },
    when: (principal, subject) =>
      subject.ofAgency === principal.agency &&
      KEEPS_ROSTER.some((role) => hasRole(principal, role)),
    groups: () => ['outcome'],
  },
];
