/** Why something is refused: decides the HTTP status, nothing else. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'precondition-absent'
  | 'unprocessable';

/** One thing that stands in the way: where (a JSON pointer or an id) and what, in code. */
export interface Hindrance {
  readonly pointer: string;
  readonly code: string;
}

/** A "no" the caller can act on. Anything else thrown is a fault: log, 500, retry. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  readonly code: string;
  readonly hindrances: readonly Hindrance[];

  constructor(kind: RefusalKind, code: string, hindrances: readonly Hindrance[] = []) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.hindrances = hindrances;
  }
}
