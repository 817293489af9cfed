import { Temporal } from 'temporal-polyfill';
import type { sealCase as contract } from '../../shared/contract/protection.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { Seal, sealGroups } from '../../shared/domain/protection/seal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Made } from '../../shared/store/journal.ts';
import { markingOf, type ProtectionDeps, type Read, readCase } from './read-case.ts';
import { sealsOf, shownSeal } from './seals.ts';

type Call = Parameters<UseCase<typeof contract>>[0];

/** From the moment of the answer nobody reads the sealed groups but whom the seal names. */
export const sealCase =
  (deps: ProtectionDeps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang, once } = call;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'seal.set' });
    const earlier = await deps.journal.earlier(principal, once);
    const { number } = earlier ?? (await sealed(deps, read, call));
    const seal = await deps.records.part('seal', Seal, { kind: 'case', id }, Number(number));
    const body = await shownSeal(deps, seal, read.permit, lang);
    return { status: 201, body, location: `/v1/cases/${id}/seals` };
  };

async function sealed(deps: ProtectionDeps, read: Read, call: Call): Promise<Made> {
  const { body, principal, once } = call;
  const { id, file } = read.case;
  const earlier = await sealsOf(deps, id);
  const number = nextNumber(earlier);
  const place = { what: 'seal', of: { kind: 'case', id }, number, file } as const;
  const words = await deps.sealing.seal(place, { outcome: { note: body.reason } });
  const marking = markingOf(deps, read, principal);
  const edition = deps.policy.at(Temporal.Instant.from(marking.at));
  const decision = sealGroups({ ...marking, ...body, earlier, sealed: words }, edition);
  const made = { number: String(number) };
  return (await deps.journal.commit(decision, { by: principal, once, made })) ?? made;
}
