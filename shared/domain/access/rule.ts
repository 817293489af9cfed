import type { Group } from '../referral/group.ts';
import type { Action } from './actions.ts';
import type { Principal } from './principal.ts';
import type { AccessSubject } from './subject.ts';

export interface AccessRule {
  readonly name: string;
  readonly actions: readonly Action[];
  /** The rule in a sentence, for the person who asks why. */
  readonly why: { readonly ka: string; readonly en: string };
  readonly when: (principal: Principal, subject: AccessSubject) => boolean;
  readonly groups: (principal: Principal, subject: AccessSubject) => readonly Group[];
}
