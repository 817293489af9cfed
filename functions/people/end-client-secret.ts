import type { endClientSecret as contract } from '../../shared/contract/clients.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { clientView } from './client-view.ts';
import { checkHand, type Deps, ownClient } from './deps.ts';
import { keepClient } from './keep-client.ts';

/** Ends the overlap of a rotation, or a secret that became known. One is always left. */
export const endClientSecret =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    const { clientId, secretId } = path;
    may(principal, 'client.rotate', { ofAgency: principal.agency });
    checkHand(deps, principal, deps.now());
    const before = await ownClient(deps, clientId, principal);
    const there = await deps.pool.secrets(clientId);
    if (!there.some(({ id }) => id === secretId)) throw new Refusal('not-found');
    if (there.length === 1) throw new Refusal('last-secret');
    const codes = { secret: secretId };
    const { member } = await keepClient(deps, {
      ...{ before, type: 'client.secret-ended', by: principal, codes },
    });
    await deps.pool.removeSecret(clientId, secretId);
    return { status: 200, body: await clientView(deps, member) };
  };
