import { Temporal } from 'temporal-polyfill';
import type { safetyDecisions as contract } from '../../shared/contract/safety.ts';
import { protectedAddressView } from '../../shared/domain/disclosure/protected-address.ts';
import { safetyView, wordsOfSafety } from '../../shared/domain/disclosure/safety-view.ts';
import { SafetyDecision } from '../../shared/domain/safety/decision.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** All decisions on the child's safety in their order: only the last one can still count. */
export const safetyDecisions =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records, sealing, policy, now } = deps;
    const id = path.caseId;
    const { permit, case: opened } = await readCase(deps, {
      id,
      by: principal,
      action: 'safety.read',
    });
    const all = await records.parts('safety-decision', SafetyDecision, { kind: 'case', id });
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const items = await Promise.all(
      all.map(async (decision) => {
        const { outcome: words } = await sealing.open(decision, permit, wordsOfSafety(permit));
        const view = safetyView({ decision, words, permit, at, lang }, edition);
        return { ...view, current: view.current && decision.number === all.length };
      }),
    );
    const protectedAddress = protectedAddressView({ permit, lead: opened.lead, lang }, edition);
    return { status: 200, body: { items, ...(protectedAddress && { protectedAddress }) } };
  };
