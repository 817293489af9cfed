import { Temporal } from 'temporal-polyfill';
import type { listMunicipalities as contract } from '../../shared/contract/directory.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';

/** Every municipality with its region, in the order of the pack. */
export const listMunicipalities =
  ({ policy, now }: Pick<Store, 'policy' | 'now'>): UseCase<typeof contract> =>
  async ({ principal }) => {
    may(principal, 'directory.read');
    const { municipalities, regions } = policy.at(Temporal.Instant.from(now()));
    const nameOf = new Map(regions.map(({ id, name }) => [id, name]));
    const items = municipalities.flatMap(({ id, name, region, occupied = false }) => {
      const regionName = nameOf.get(region);
      return regionName ? [{ id, name, region: { id: region, name: regionName }, occupied }] : [];
    });
    return { status: 200, body: { items } };
  };
