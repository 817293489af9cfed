import type { listClients as contract } from '../../shared/contract/clients.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { clientView } from './client-view.ts';
import { agencyOf, type Deps } from './deps.ts';

/** The systems of the agency. */
export const listClients =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ principal }) => {
    const action = 'people.read';
    const subject = agencyOf(principal);
    const permit = may(principal, action, { ofAgency: subject.id });
    const members = await deps.members.of(subject.id);
    await deps.access.read({ action, by: principal, subject, permit, at: deps.now() });
    const systems = members.filter(({ roles }) => roles.includes('system'));
    const items = await Promise.all(systems.map((member) => clientView(deps, member)));
    return { status: 200, body: { items } };
  };
