import { Temporal } from 'temporal-polyfill';
import type { undoConflict as contract } from '../../shared/contract/inside.ts';
import { conflictView } from '../../shared/domain/disclosure/family-view.ts';
import { Conflict } from '../../shared/domain/family/parts.ts';
import { undone } from '../../shared/domain/family/undo-conflict.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { secondPersonOf } from '../../shared/platform/second-person.ts';
import { type ShuttingDeps, shutOutBy } from '../../shared/platform/shut-out.ts';
import { familyOf } from '../../shared/store/family-facts.ts';

type Deps = ShuttingDeps & Pick<VaultedStore, 'access'>;

/** A second person finds that there is no conflict. The work that went over stays where it is. */
export const undoConflict =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path: { caseId: id, number }, principal, lang, expected }) => {
    const { records, policy, now } = deps;
    const read = await readCase(deps, { id, by: principal, action: 'conflict.undo' });
    const family = await familyOf(deps, read.case);
    const conflict = family.conflicts.find((one) => one.number === number);
    if (!conflict) throw new Refusal('not-found');
    if (conflict.version !== expected) throw new Refusal('changed-meanwhile');
    const by = secondPersonOf(principal);
    const part = undone({ conflict, by, lead: read.case.lead, at: now() });
    if (part !== conflict) {
      const call = { read, family, part, by: principal, once: undefined, made: {} };
      await shutOutBy(deps, { ...call, type: 'conflict.undone' });
    }
    const after = await records.part('conflict', Conflict, { kind: 'case', id }, number);
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 200, body: conflictView(after, lang, edition), version: after.version };
  };
