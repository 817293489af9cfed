import type { listProposals as contract } from '../../shared/contract/people.ts';
import { Grant, isOpen, Person } from '../../shared/domain/people/person.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { agencyOf, type Deps } from './deps.ts';
import { named } from './named.ts';

/** What waits for the word of a second person. */
export const listProposals =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ principal }) => {
    const action = 'people.read';
    const of = agencyOf(principal);
    const permit = may(principal, action, { ofAgency: of.id });
    const at = deps.now();
    const grants = await deps.records.parts('grant', Grant, of);
    await deps.access.read({ action, by: principal, subject: of, permit, at });
    const items = await Promise.all(
      grants
        .filter((grant) => isOpen(grant, at))
        .map(async ({ number, kind, person, roles, areas, by, at: since, until, version }) => {
          const about = await deps.records.part('person', Person, of, person);
          const { name } = await named(deps, about, permit);
          const who = { person, account: about.account, name, proposedBy: by.sub };
          return { number, kind, ...who, roles, areas, at: since, until, version };
        }),
    );
    return { status: 200, body: { items } };
  };
