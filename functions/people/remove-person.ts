import type { removePerson as contract } from '../../shared/contract/people.ts';
import { Absence, declared } from '../../shared/domain/absence/absence.ts';
import { newEventId, newFileId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { Person } from '../../shared/domain/people/person.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import { handOverWork } from '../../shared/platform/hand-over-work.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { agencyOf, byOf, checkHand, type Deps, ownPerson } from './deps.ts';

/** A colleague is gone: access ends with this very call, the work goes over, then the account. */
export const removePerson =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, query, principal }) => {
    const of = agencyOf(principal);
    may(principal, 'people.manage', { ofAgency: of.id });
    const at = deps.now();
    checkHand(deps, principal, at);
    // With this no agency loses its last administrator: whoever removes another one stays.
    if (path.account === principal.sub) throw new Refusal('own-membership');
    const member = await ownPerson(deps, path.account, principal);
    const { deputy } = query;
    if (deputy) await ownPerson(deps, deputy, principal);
    const absence: Absence = {
      ...{ what: 'absence', of, version: 1, file: newFileId(deps.bytes), at, by: byOf(principal) },
      number: nextNumber(await deps.records.parts('absence', Absence, of)),
      ...{ account: path.account, kind: 'removal', from: at, ...(deputy && { deputy }) },
    };
    const { events } = declared({ absence, event: newEventId(deps.bytes) });
    const beside = { kept: [], events };
    const { moved, more } = await handOverWork(deps, { absence, beside, by: principal });
    await deps.pool.remove(await usernameOf(deps, member.person, path.account, of));
    return { status: 200, body: { moved: [...moved], more } };
  };

async function usernameOf(
  { records }: Deps,
  number: number | undefined,
  account: string,
  of: ReturnType<typeof agencyOf>,
): Promise<string> {
  if (number === undefined) return account;
  return (await records.part('person', Person, of, number)).username;
}
