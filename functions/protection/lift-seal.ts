import type { liftSeal as contract } from '../../shared/contract/protection.ts';
import { liftSeal as lift, Seal } from '../../shared/domain/protection/seal.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { markingOf, type ProtectionDeps, readCase } from './read-case.ts';
import { sealsOf, shownSeal } from './seals.ts';

/** A seal is lifted; what another one closes stays closed. */
export const liftSeal =
  (deps: ProtectionDeps): UseCase<typeof contract> =>
  async ({ path: { caseId: id, number }, body, principal, lang, expected }) => {
    const { records, journal, sealing } = deps;
    const read = await readCase(deps, { id, by: principal, action: 'seal.lift' });
    const of = { kind: 'case', id } as const;
    const [all, clocks] = await Promise.all([sealsOf(deps, id), records.clocksOf(of)]);
    const seal = all.find((one) => one.number === number);
    if (!seal) throw new Refusal('not-found');
    if (seal.version !== expected) throw new Refusal('changed-meanwhile');
    const { outcome } = await sealing.forHub(seal, 'seal-anew');
    const words = { outcome: { ...outcome, undoing: body.reason } };
    const sealed = await sealing.seal(seal, words, seal.version + 1, seal.sealed);
    const decision = lift({ ...markingOf(deps, read, principal), all, number, sealed, clocks });
    if (decision.kept.length > 0) await journal.commit(decision, { by: principal });
    const after = await records.part('seal', Seal, of, number);
    const shown = await shownSeal(deps, after, read.permit, lang);
    return { status: 200, body: shown, version: after.version };
  };
