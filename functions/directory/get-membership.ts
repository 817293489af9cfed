import { Temporal } from 'temporal-polyfill';
import type { getMembership as contract } from '../../shared/contract/directory.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';

/** Whoever calls, as the hub knows them now. */
export const getMembership =
  ({ policy, now }: Pick<Store, 'policy' | 'now'>): UseCase<typeof contract> =>
  async ({ principal }) => {
    may(principal, 'directory.read');
    const { sub, agency, roles, areas } = principal;
    const { agencies } = policy.at(Temporal.Instant.from(now()));
    const known = agencies.find(({ id }) => id === agency);
    if (!known) throw new Refusal('not-found');
    const { kind, name, duty } = known;
    const body = { account: sub, agency, kind, name, roles, areas, duty: duty === true };
    return { status: 200, body };
  };
