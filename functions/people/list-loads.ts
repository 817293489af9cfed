import type * as contracts from '../../shared/contract/loads.ts';
import { Person } from '../../shared/domain/people/person.ts';
import { countLoad } from '../../shared/domain/watch/load.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { agencyOf, type Deps } from './deps.ts';
import { named } from './named.ts';

/** Of one person so many tasks are counted at most; so many people are looked at side by side. */
const MOST = 200;
const SIDE_BY_SIDE = 10;

/** What whoever asks has in hand. */
export const ownLoad =
  (deps: Deps): UseCase<typeof contracts.ownLoad> =>
  async ({ principal }) => {
    may(principal, 'load.own', { ofAgency: principal.agency });
    return { status: 200, body: await loadOf(deps, principal.sub) };
  };

/** What each person of the agency has in hand, whoever has most first. */
export const listLoads =
  (deps: Deps): UseCase<typeof contracts.listLoads> =>
  async ({ principal }) => {
    const action = 'load.read';
    const of = agencyOf(principal);
    const permit = may(principal, action, { ofAgency: of.id });
    const [members, people] = await Promise.all([
      deps.members.of(of.id),
      deps.records.parts('person', Person, of),
    ]);
    await deps.access.read({ action, by: principal, subject: of, permit, at: deps.now() });
    const persons = members.filter(({ roles }) => !roles.includes('system'));
    const items = [];
    for (let i = 0; i < persons.length; i += SIDE_BY_SIDE) {
      const some = persons.slice(i, i + SIDE_BY_SIDE).map(async ({ sub, person: number }) => {
        const { name } = await named(
          deps,
          people.find((one) => one.number === number),
          permit,
        );
        return { account: sub, name, ...(await loadOf(deps, sub)) };
      });
      items.push(...(await Promise.all(some)));
    }
    return { status: 200, body: { items: items.toSorted((a, b) => b.open - a.open) } };
  };

async function loadOf({ work, now }: Deps, account: string) {
  const { tasks, more } = await work.of(account, MOST);
  return countLoad(tasks, more, now());
}
