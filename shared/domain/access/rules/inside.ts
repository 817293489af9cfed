import { hasRole } from '../principal.ts';
import { isHolder, isLead } from '../relations.ts';
import type { AccessRule } from '../rule.ts';

/** Who names alleged perpetrators, decides who speaks, declares conflicts and absences. */
export const insideRules: readonly AccessRule[] = [
  {
    name: 'investigation',
    actions: ['perpetrator.read', 'perpetrator.name'],
    when: (principal, subject) =>
      ['police', 'prosecutor'].includes(principal.kind) && isHolder(principal, subject),
    groups: () => ['concern'],
  },
  {
    name: 'decides-who-speaks',
    actions: ['speaker.read', 'speaker.decide'],
    when: (principal, subject) =>
      ['prosecutor', 'court'].includes(principal.kind) && isHolder(principal, subject),
    groups: () => ['family', 'outcome'],
  },
  {
    name: 'declares-conflicts',
    actions: ['conflict.declare'],
    when: (principal, subject) =>
      hasRole(principal, 'supervisor') &&
      (isLead(principal, subject) || principal.kind === 'oversight'),
    groups: () => [],
  },
  {
    name: 'knows-who-is-away',
    actions: ['member.absence'],
    when: (principal, subject) =>
      subject.ofAgency === principal.agency &&
      (hasRole(principal, 'supervisor') || hasRole(principal, 'administrator')),
    groups: () => [],
  },
];
