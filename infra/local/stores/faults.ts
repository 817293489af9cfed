/** One call on its way through the gateway, as a fault may look at it. */
export interface Call {
  readonly functionName: string;
  readonly service: string;
  /** As IAM writes it, without the service: `TransactWriteItems`, `SendMessage`. */
  readonly operation: string;
  /** The request's JSON body. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Fault {
  readonly when: (call: Call) => boolean;
  /** `duplicate`: an SQS send happens twice. `drop-before`/`drop-after`: no answer. */
  readonly do: 'conflict' | 'throttle' | 'drop-before' | 'drop-after' | 'duplicate';
  /** How often it strikes; without it, until removed. */
  readonly times?: number;
  /** Chance for each call that matches; 1 when absent. */
  readonly probability?: number;
}

export interface Faults {
  /** Returns what takes the fault away again. */
  add(fault: Fault): () => void;
  clear(): void;
}
