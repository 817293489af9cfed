import { Temporal } from 'temporal-polyfill';
import type { waivers as contract } from '../../shared/contract/safety.ts';
import type { Permit } from '../../shared/domain/access/permit.ts';
import { waiverView } from '../../shared/domain/disclosure/safety-view.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { holds } from '../../shared/domain/safety/waived.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseStanding } from '../../shared/store/case-standing.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** What was asked to be waived, what a second person confirmed, and what still holds. */
export const waivers =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.caseId;
    const { permit } = await readCase(deps, { id, by: principal, action: 'waiver.read' });
    return { status: 200, body: { items: await shownWaivers(deps, { id, permit, lang }) } };
  };

interface Shown {
  readonly id: CaseId;
  readonly permit: Permit;
  readonly lang: Lang;
}

/** The waivers of a case, or the one of that number. */
export async function shownWaivers(
  { records, sealing, policy, now }: Omit<Deps, 'access'>,
  { id, permit, lang }: Shown,
  number?: number,
) {
  const standing = await caseStanding(records, id);
  const edition = policy.at(Temporal.Instant.from(now()));
  return Promise.all(
    standing.waivers
      .filter((waiver) => number === undefined || waiver.number === number)
      .map(async (waiver) => {
        const { outcome: words } = await sealing.open(waiver, permit, ['outcome']);
        return waiverView({ waiver, words, holds: holds(waiver, standing), lang }, edition);
      }),
  );
}
