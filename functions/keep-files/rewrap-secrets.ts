import { HUB_SECRETS, secretKey } from '../../shared/platform/hub-secret-names.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import type { Rewrap } from '../../shared/platform/vault/rewrap.ts';

type Deps = { readonly table: Pick<Store['table'], 'get' | 'update'>; readonly rewrap: Rewrap };

/** Wraps the secrets that functions share anew, each where it stands; answers how many there are. */
export const rewrapSecrets =
  ({ table, rewrap }: Deps) =>
  async (): Promise<number> => {
    const done = await Promise.all(
      HUB_SECRETS.map(async (name) => {
        const key = secretKey(name);
        const before = (await table.get(key))?.wrapped;
        if (!(before instanceof Uint8Array)) return false;
        return table.update({
          Key: key,
          UpdateExpression: 'SET #wrapped = :wrapped',
          ConditionExpression: '#wrapped = :before',
          // A word of DynamoDB's own.
          ExpressionAttributeNames: { '#wrapped': 'wrapped' },
          ExpressionAttributeValues: {
            ':wrapped': await rewrap(before, { secret: name }),
            ':before': before,
          },
        });
      }),
    );
    return done.filter(Boolean).length;
  };
