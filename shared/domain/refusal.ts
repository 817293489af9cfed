import type { Labels } from './labels.ts';
import { type RefusalCode, type RefusalKind, refusalKinds } from './refusal-kinds.ts';

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
    return refusalKinds[this.code];
  }
}
