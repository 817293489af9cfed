import type { listPeople as contract } from '../../shared/contract/people.ts';
import { Grant, isOpen, Person } from '../../shared/domain/people/person.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { agencyOf, type Deps } from './deps.ts';
import { named } from './named.ts';
import { personView } from './person-view.ts';

/** Everybody of the agency, and whoever waits for a second person's word. */
export const listPeople =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ principal }) => {
    const action = 'people.read';
    const of = agencyOf(principal);
    const permit = may(principal, action, { ofAgency: of.id });
    const at = deps.now();
    const [members, people, grants] = await Promise.all([
      deps.members.of(of.id),
      deps.records.parts('person', Person, of),
      deps.records.parts('grant', Grant, of),
    ]);
    await deps.access.read({ action, by: principal, subject: of, permit, at });
    const waiting = grants.filter((grant) => isOpen(grant, at));
    const grantOf = (person?: Person) => waiting.find((grant) => grant.person === person?.number);
    const there = members
      .filter(({ roles }) => !roles.includes('system'))
      .map((member) => {
        const person = people.find(({ number }) => number === member.person);
        return { member, person, grant: grantOf(person) };
      });
    const proposed = people
      .filter((person) => person.state === 'proposed' && grantOf(person))
      .map((person) => ({ person, grant: grantOf(person) }));
    const items = await Promise.all(
      [...there, ...proposed].map(async (one) =>
        personView({ ...one, named: await named(deps, one.person, permit) }),
      ),
    );
    return { status: 200, body: { items } };
  };
