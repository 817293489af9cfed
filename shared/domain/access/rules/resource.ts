import { hasRole } from '../principal.ts';
import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

const KEEPS = ['worker', 'supervisor', 'administrator', 'system'] as const;

/** Kinds of agency that plan a visit, or have a part in it. */
const PLANS: readonly string[] = [
  ...['police', 'prosecutor', 'guardianship-body', 'child-centre'],
  ...['forensic-bureau', 'court', 'legal-aid'],
];

/** People, rooms, recorders and vehicles: who keeps them, and who may know what there is. */
export const resourceRules: readonly AccessRule[] = [
  {
    name: 'own-resources',
    actions: ['resource.manage', 'resource.read'],
    when: (principal, subject) =>
      subject.ofAgency === principal.agency && KEEPS.some((role) => hasRole(principal, role)),
    groups: () => ['outcome'],
  },
  {
    name: 'resources-of-others',
    actions: ['resource.read'],
    when: (principal, subject) => subject.ofAgency !== undefined && PLANS.includes(principal.kind),
    groups: nothing,
  },
];
