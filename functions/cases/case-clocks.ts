import type { caseClocks as contract } from '../../shared/contract/cases.ts';
import { isOfDataProtection } from '../../shared/domain/clock/lasting.ts';
import { clockView } from '../../shared/domain/disclosure/clock-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'access' | 'now'>;

/** The case's clocks, each with the reasons for its deadline. */
export const caseClocks =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'case.read' });
    const all = await records.clocksOf({ kind: 'case', id });
    const { agency } = principal;
    const clocks = all.filter(
      (clock) => !isOfDataProtection(clock) || read.case.lead === agency || clock.holder === agency,
    );
    return { status: 200, body: { items: clocks.map((clock) => clockView(clock, lang, read)) } };
  };
