import type { confirmWaiver as contract } from '../../shared/contract/safety.ts';
import { hasRole } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { confirmWaiver as confirm } from '../../shared/domain/safety/waiver.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseStanding } from '../../shared/store/case-standing.ts';
import { shownWaivers } from './waivers.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** A second person, by an account of their own, confirms that something need not be done. */
export const confirmWaiver =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path: { caseId: id, number }, principal, lang, expected }) => {
    const { records, journal, now, bytes } = deps;
    const { permit } = await readCase(deps, { id, by: principal, action: 'waiver.confirm' });
    const standing = await caseStanding(records, id);
    const waiver = standing.waivers.find((one) => one.number === number);
    if (!waiver) throw new Refusal('not-found');
    if (waiver.version !== expected) throw new Refusal('changed-meanwhile');
    const by = {
      sub: principal.sub,
      agency: principal.agency,
      through: hasRole(principal, 'system') ? ('system' as const) : ('person' as const),
      supervisor: hasRole(principal, 'supervisor'),
      oversight: principal.kind === 'oversight',
    };
    const event = newEventId(bytes);
    const decision = confirm({ case: standing.case, standing, waiver, by, at: now(), event });
    await journal.commit(decision, { by: principal });
    const [view] = await shownWaivers(deps, { id, permit, lang }, number);
    if (!view) throw new Error('the waiver is gone');
    return { status: 200, body: view, version: view.version };
  };
