import type { Labels } from './labels.ts';
import { type RefusalCode, refusals } from './refusal-codes.ts';

/** Why something is refused: decides the HTTP status, nothing else. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'unprocessable'
  | 'precondition-absent'
  | 'too-large';

/** One thing that stands in the way: where (a JSON pointer, or the id of a task) and what, in code. */
export interface Hindrance {
  readonly pointer: string;
  readonly code: string;
  /** What it is in words, and what to do about it, where the pack has words for it. */
  readonly says?: { readonly label: Labels; readonly instead: Labels };
}

/** A "no" the caller can act on. Anything else thrown is a fault: log, 500, retry. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly hindrances: readonly Hindrance[];

  constructor(code: RefusalCode, hindrances: readonly Hindrance[] = []) {
    super(code);
    this.code = code;
    this.hindrances = hindrances;
  }

  get kind(): RefusalKind {
    return refusals[this.code].kind;
  }
}
