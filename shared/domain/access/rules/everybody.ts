import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

const anybody = (): boolean => true;

/** What is open to every agency. */
export const everybodysRules: readonly AccessRule[] = [
  {
    name: 'anybody-may-refer',
    actions: ['referral.submit', 'referral.list'],
    when: anybody,
    groups: nothing,
  },
  {
    name: 'own-agency',
    actions: [
      'task.list',
      'feed.read',
      'endpoint.manage',
      'inbound.manage',
      'directory.read',
      'recall.list',
    ],
    when: anybody,
    groups: nothing,
  },
];
