import type { confirmAddressLift as contract } from '../../shared/contract/protection.ts';
import { confirmLift } from '../../shared/domain/protection/address.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { secondPersonOf } from '../../shared/platform/second-person.ts';
import { marksOf, shownMark } from './address-marks.ts';
import { markingOf, type ProtectionDeps, readCase } from './read-case.ts';

/** A second person, by an account of their own, confirms that the protection ends. */
export const confirmAddressLift =
  (deps: ProtectionDeps): UseCase<typeof contract> =>
  async ({ path: { caseId: id, number }, principal, lang, expected }) => {
    const read = await readCase(deps, { id, by: principal, action: 'address.confirm-lift' });
    const all = await marksOf(deps, id);
    const asked = all.find((one) => one.number === number);
    if (!asked) throw new Refusal('not-found');
    if (asked.version !== expected) throw new Refusal('changed-meanwhile');
    const last = all.at(-1);
    const by = secondPersonOf(principal);
    const decision = confirmLift({ ...markingOf(deps, read, principal), asked, last, by });
    if (decision.kept.length > 0) await deps.journal.commit(decision, { by: principal });
    const body = await shownMark(deps, id, number, lang);
    return { status: 200, body, version: body.version };
  };
