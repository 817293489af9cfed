import type { askAddressLift as contract } from '../../shared/contract/protection.ts';
import { askLift } from '../../shared/domain/protection/address.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { shownMark } from './address-marks.ts';
import { marking } from './marking.ts';
import { type ProtectionDeps, readCase } from './read-case.ts';

/** The lead asks; until a second person has confirmed, the address stays as protected as before. */
export const askAddressLift =
  (deps: ProtectionDeps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang } = call;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'address.lift' });
    const number = await marking(deps, read, call, askLift);
    const body = await shownMark(deps, id, number, lang);
    return { status: 201, body, location: `/v1/cases/${id}/address-marks` };
  };
