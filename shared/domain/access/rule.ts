import type { Group } from '../referral/group.ts';
import type { Action } from './actions.ts';
import type { Principal } from './principal.ts';
import type { AccessSubject } from './subject.ts';

/** One rule; what it says in a sentence, for the person who asks why, stands in rule-words.json. */
export interface AccessRule {
  readonly name: string;
  readonly actions: readonly Action[];
  readonly when: (principal: Principal, subject: AccessSubject) => boolean;
  readonly groups: (principal: Principal, subject: AccessSubject) => readonly Group[];
}
