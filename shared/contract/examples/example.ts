import type * as z from 'zod';
import type { Words } from '../common.ts';

export interface Example {
  readonly title: z.infer<typeof Words>;
  readonly value: unknown;
}

/** By operation: bodies by name, and the answer to a call that went well. */
export type Examples = Readonly<
  Record<string, { readonly bodies?: Readonly<Record<string, Example>>; readonly answer?: unknown }>
>;
