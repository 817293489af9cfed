import type { asyncApi as contract } from '../../shared/contract/directory.ts';
import type { OpenUseCase } from '../../shared/platform/http.ts';

/** What the hub sends to other systems, for programs: read for the first who asks, and kept. */
export function asyncApi(read: () => string): OpenUseCase<typeof contract> {
  let text: string | undefined;
  return async () => {
    text ??= read();
    return { status: 200, contentType: 'application/json; charset=utf-8', body: text };
  };
}
