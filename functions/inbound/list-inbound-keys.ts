import type { listInboundKeys as contract } from '../../shared/contract/inbound.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { InboundKeys } from '../../shared/store/inbound-keys.ts';
import { inboundKeyView } from './inbound-key-view.ts';

interface Deps {
  readonly keys: Pick<InboundKeys, 'of'>;
  readonly now: () => string;
}

/** The doors of the agency, whoever opened them. */
export const listInboundKeys =
  ({ keys, now }: Deps): UseCase<typeof contract> =>
  async ({ principal }) => {
    may(principal, 'inbound.manage');
    const at = now();
    const doors = await keys.of(principal.agency);
    return { status: 200, body: { items: doors.map((door) => inboundKeyView(door, at)) } };
  };
