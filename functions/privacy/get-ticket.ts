import type { getTicket as contract } from '../../shared/contract/break-glass.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { PrivacyDeps } from './deps.ts';
import { readTicket, shownTicket } from './ticket.ts';

/** One emergency look, for whoever did it, the lead and oversight. */
export const getTicket =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const read = await readTicket(deps, { place: path, by: principal, action: 'break-glass.read' });
    const body = await shownTicket(deps, read, lang);
    return { status: 200, body, version: read.ticket.version };
  };
