import type { ProblemError } from '../../shared/contract/client.ts';

/** What the hub says against each field, by the pointer into what was sent. */
export function wrongFields(
  error: ProblemError | undefined,
): (pointer: string) => string | undefined {
  const said = new Map(
    (error?.problem.errors ?? []).map(({ pointer, label, instead }) => [
      pointer,
      [label, instead].filter(Boolean).join('. '),
    ]),
  );
  return (pointer) => said.get(pointer) || undefined;
}
