import type { rotateClient as contract } from '../../shared/contract/clients.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { clientView } from './client-view.ts';
import { checkHand, type Deps, ownClient } from './deps.ts';
import { keepClient } from './keep-client.ts';

/** A new secret beside the old one, shown once: the old one is ended when the system has moved. */
export const rotateClient =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, once }) => {
    may(principal, 'client.rotate', { ofAgency: principal.agency });
    checkHand(deps, principal, deps.now());
    const before = await ownClient(deps, path.clientId, principal);
    if (await deps.journal.earlier(principal, once)) {
      return { status: 201, body: await clientView(deps, before) };
    }
    const { id, secret } = await deps.pool.addSecret(path.clientId);
    const codes = { secret: id };
    const kept = { before, type: 'client.rotated' as const, by: principal, codes, once };
    try {
      const { member } = await keepClient(deps, kept);
      return { status: 201, body: { ...(await clientView(deps, member)), secret } };
    } catch (error) {
      // Nobody is told this secret, so it must not stay: the next try makes its own.
      await deps.pool.removeSecret(path.clientId, id);
      throw error;
    }
  };
