import { Temporal } from 'temporal-polyfill';
import type { health as contract } from '../../shared/contract/directory.ts';
import type { OpenUseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';

/** The function runs and its policy pack was read; says which edition is in force. */
export const health =
  ({ policy, now }: Pick<Store, 'policy' | 'now'>): OpenUseCase<typeof contract> =>
  async () => {
    const { pack, edition } = policy.at(Temporal.Instant.from(now())).reference;
    return { status: 200, body: { status: 'ok', policy: `${pack} ${edition}` } };
  };
