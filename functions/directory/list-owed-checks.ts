import type { listOwedChecks as contract } from '../../shared/contract/directory.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { owedChecks } from '../../shared/platform/owed-checks.ts';

/** What of the policy pack a lawyer still has to confirm: public, as the pack is. */
export const listOwedChecks =
  (owed: typeof owedChecks): UseCase<typeof contract> =>
  async ({ principal, lang }) => {
    may(principal, 'directory.read');
    return { status: 200, body: owed(lang) };
  };
