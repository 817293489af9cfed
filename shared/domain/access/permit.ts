import * as z from 'zod';
import type { Group } from '../referral/group.ts';
import { Code } from '../text.ts';

declare const decided: unique symbol;

/**
 * What access decided: by which rule, and which field groups that opens. The engine alone makes one,
 * so nothing is opened for a reader without a decision.
 */
export interface Permit {
  readonly [decided]: true;
  readonly rule: string;
  readonly groups: readonly Group[];
  /** Groups one rule opened and another closed again, each with the rule that closed it. */
  readonly withheld?: Readonly<Partial<Record<Group, string>>>;
}

/** A permit with what the journal and an explanation say of it. */
export interface Granted extends Permit {
  /** What the rule serves: why the hub keeps and shows it. */
  readonly purpose: string;
  /** Groups one rule opened and another closed again, each with the rule that closed it. */
  readonly withheld: Readonly<Partial<Record<Group, string>>>;
}

/** What was asked for, by which rule it was allowed, and what that rule serves. */
export const Ground = z.object({ action: Code, rule: Code, purpose: Code });
export type Ground = z.infer<typeof Ground>;
