import { hasRole } from '../principal.ts';
import { isHolder, isLead } from '../relations.ts';
import type { AccessRule } from '../rule.ts';

/** Who names alleged perpetrators, decides who speaks, declares conflicts and absences. */
export const insideRules: readonly AccessRule[] = [
  {
    name: 'investigation',
    actions: ['perpetrator.read', 'perpetrator.name'],
    why: {
      ka: 'გამომძიებელი და პროკურორი ასახელებს და აზუსტებს სავარაუდო მოძალადეს',
      en: 'Investigator and prosecutor name and correct alleged perpetrators',
    },
    when: (principal, subject) =>
      ['police', 'prosecutor'].includes(principal.kind) && isHolder(principal, subject),
    groups: () => ['concern'],
  },
  {
    name: 'decides-who-speaks',
    actions: ['speaker.read', 'speaker.decide'],
    why: {
      ka: 'პროკურორი და სასამართლო წყვეტს, ვინ წარმოადგენს ბავშვს',
      en: 'Prosecutor and court decide who speaks for the child',
    },
    when: (principal, subject) =>
      ['prosecutor', 'court'].includes(principal.kind) && isHolder(principal, subject),
    groups: () => ['family', 'outcome'],
  },
  {
    name: 'declares-conflicts',
    actions: ['conflict.declare'],
    why: {
      ka: 'ინტერესთა კონფლიქტს წამყვანი ერთეულის ზედამხედველი ან ზედამხედველობა აცხადებს',
      en: 'A supervisor of the lead unit, or oversight, declares a conflict of interest',
    },
    when: (principal, subject) =>
      hasRole(principal, 'supervisor') &&
      (isLead(principal, subject) || principal.kind === 'oversight'),
    groups: () => [],
  },
  {
    name: 'knows-who-is-away',
    actions: ['member.absence'],
    why: {
      ka: 'თანამშრომლის არყოფნას მისი უწყების ზედამხედველი ან ადმინისტრატორი აცხადებს',
      en: 'A supervisor or administrator of the agency says who of it is away',
    },
    when: (principal, subject) =>
      subject.ofAgency === principal.agency &&
      (hasRole(principal, 'supervisor') || hasRole(principal, 'administrator')),
    groups: () => [],
  },
];
