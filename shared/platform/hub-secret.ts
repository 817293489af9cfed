import type { Table } from '../store/table.ts';
import { putIfAbsent } from '../store/write.ts';
import { type HubSecretName, secretKey } from './hub-secret-names.ts';
import type { KeyService } from './vault/data-keys.ts';

/**
 * A secret all functions share, such as the one that signs cursors: a data key kept wrapped in the
 * table. The first to need it makes it; nothing secret stands in an environment.
 */
export const hubSecret = (
  table: Pick<Table, 'get' | 'transact'>,
  keys: KeyService,
  name: HubSecretName,
  newToken: () => string,
) => {
  const key = secretKey(name);
  const find = async (): Promise<Uint8Array | undefined> => {
    const item = await table.get(key);
    return item?.wrapped instanceof Uint8Array
      ? keys.unwrap(item.wrapped, { secret: name })
      : undefined;
  };
  const make = async (): Promise<Uint8Array> => {
    const { wrapped } = await keys.generate({ secret: name });
    const write = putIfAbsent('secret', { ...key, what: 'secret', wrapped });
    // Another function may have been quicker: then its secret is the one.
    await table.transact([write], newToken()).catch(() => undefined);
    const made = await find();
    if (!made) throw new Error(`the secret ${name} could not be made`);
    return made;
  };
  let known: Promise<Uint8Array> | undefined;
  return (): Promise<Uint8Array> => {
    known ??= find().then((found) => found ?? make());
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
};
