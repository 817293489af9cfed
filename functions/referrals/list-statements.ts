import { Temporal } from 'temporal-polyfill';
import type { listStatements as contract } from '../../shared/contract/statements.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { shownStatement, statementsOf } from './statements.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'policy' | 'now' | 'access'>;

/** What the referrer has stated of its referral, and who has considered it. */
export const listStatements =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { policy, now } = deps;
    const id = path.referralId;
    const { permit } = await readReferral(deps, { id, by: principal, action: 'statement.read' });
    const edition = policy.at(Temporal.Instant.from(now()));
    const items = await Promise.all(
      (await statementsOf(deps, id)).map((statement) =>
        shownStatement(deps, statement, permit, { lang, edition }),
      ),
    );
    return { status: 200, body: { items } };
  };
