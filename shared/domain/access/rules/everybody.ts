import type { AccessRule } from '../rule.ts';
import { nothing } from './needed-groups.ts';

const anybody = (): boolean => true;

/** What is open to every agency. */
export const everybodysRules: readonly AccessRule[] = [
  {
    name: 'anybody-may-refer',
    actions: ['referral.submit', 'referral.list'],
    why: {
      ka: 'შეტყობინება ყველას შეუძლია',
      en: 'Everybody may refer, and list what they referred',
    },
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
    why: { ka: 'უწყება საკუთარ სამუშაოს ხედავს', en: 'An agency sees its own work' },
    when: anybody,
    groups: nothing,
  },
];
