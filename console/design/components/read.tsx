import type { ReactNode } from 'react';
import { Failed, Waiting } from './states.tsx';

interface ReadProps<T> {
  /** As api/use-read.ts gives it. */
  readonly of: {
    readonly data: T | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly children: (data: T) => ReactNode;
}

/** An answer of the hub in each of its states: being read, refused or out of reach, there. */
export function Read<T>({ of: { data, error, refetch }, children }: ReadProps<T>) {
  if (data !== undefined) return children(data);
  return error ? <Failed error={error} onAgain={() => void refetch()} /> : <Waiting />;
}
