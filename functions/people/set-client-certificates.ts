import type { setClientCertificates as contract } from '../../shared/contract/clients.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import { thumbprint } from '../../shared/platform/certificate.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { clientView } from './client-view.ts';
import { checkHand, type Deps, ownClient } from './deps.ts';
import { keepClient } from './keep-client.ts';

/** From now on a system is let in only with one of these certificates. */
export const setClientCertificates =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal }) => {
    may(principal, 'client.rotate', { ofAgency: principal.agency });
    checkHand(deps, principal, deps.now());
    const before = await ownClient(deps, path.clientId, principal);
    const certificates = body.certificates.map((pem, place) => {
      const print = thumbprint(pem);
      if (print) return print;
      const pointer = `/certificates/${place}`;
      throw new Refusal('certificate-invalid', [{ pointer, code: 'certificate-invalid' }]);
    });
    const codes = { certificates: String(certificates.length) };
    const { member } = await keepClient(deps, {
      ...{ before, changed: { certificates }, type: 'client.certified', by: principal, codes },
    });
    return { status: 200, body: await clientView(deps, member) };
  };
