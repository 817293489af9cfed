/** How often one function did, or tried, one thing. */
export interface CountedCall {
  readonly functionName: string;
  /** As IAM writes it: `dynamodb:PutItem`. */
  readonly action: string;
  readonly resource: string;
  readonly allowed: boolean;
  readonly count: number;
}

export interface Usage {
  count(call: Omit<CountedCall, 'count'>): void;
  calls(): CountedCall[];
}

/** Counts calls per function, action, resource and verdict: roles can be compared with their use. */
export function startUsage(): Usage {
  const counts = new Map<string, CountedCall>();
  return {
    count(call) {
      const key = [call.functionName, call.action, call.resource, call.allowed].join('\n');
      counts.set(key, { ...call, count: (counts.get(key)?.count ?? 0) + 1 });
    },
    calls: () => [...counts.values()],
  };
}
