import type { Group } from '../referral/group.ts';

/** What access decided: by which rule, and which field groups that opens. */
export interface Permit {
  readonly rule: string;
  readonly groups: readonly Group[];
}

/** A permit with what the journal and an explanation say of it. */
export interface Granted extends Permit {
  /** What the rule serves: why the hub keeps and shows it. */
  readonly purpose: string;
  /** Groups one rule opened and another closed again, each with the rule that closed it. */
  readonly withheld: Readonly<Partial<Record<Group, string>>>;
}
