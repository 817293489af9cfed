import type { protectAddress as contract } from '../../shared/contract/protection.ts';
import { protectAddress as protect } from '../../shared/domain/protection/address.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { shownMark } from './address-marks.ts';
import { marking } from './marking.ts';
import { type ProtectionDeps, readCase } from './read-case.ts';

/** One person is enough to protect an address, and it is protected at once. */
export const protectAddress =
  (deps: ProtectionDeps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang } = call;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'address.protect' });
    const number = await marking(deps, read, call, protect);
    const body = await shownMark(deps, id, number, lang);
    return { status: 201, body, location: `/v1/cases/${id}/address-marks` };
  };
