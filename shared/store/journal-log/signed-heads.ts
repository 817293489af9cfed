import { HeadKey, SignedHead } from '../../domain/journal-log/head.ts';
import type { Table } from '../table.ts';
import { type Item, putIfAbsent, type Write } from '../write.ts';
import { headKey, SIGNED, signedKey } from './keys.ts';

/** A head as it is kept: with the key that checks it, and when it lay in the bucket. */
export interface KeptHead {
  readonly head: SignedHead;
  readonly publicKey: HeadKey;
  readonly publishedAt: string | undefined;
}

const keptOf = ({ head, publicKey, publishedAt }: Item): KeptHead => ({
  head: SignedHead.parse(head),
  publicKey: HeadKey.parse(publicKey),
  publishedAt: publishedAt === undefined ? undefined : String(publishedAt),
});

/** What is written with the event that a head was signed; each size is signed once. */
export const headWrites = (head: SignedHead, publicKey: HeadKey): Write[] => [
  putIfAbsent('signed-head', { ...signedKey(head.size), what: 'signed-head', head, publicKey }),
  putIfAbsent('signed-head', { ...headKey(head.id), what: 'head-size', size: head.size }),
];

/** More than any log will hold: what comes before it is everything. */
const LARGEST = 10 ** 14;

/** The heads that were signed, by size and by id. */
export const signedHeads = (table: Pick<Table, 'get' | 'page' | 'startingWith' | 'update'>) => {
  const bySize = async (size: number): Promise<KeptHead | undefined> => {
    const item = await table.get(signedKey(size));
    return item && keptOf(item);
  };
  /** The newest first, below a size. */
  const before = async (size: number, limit: number): Promise<KeptHead[]> => {
    const { items } = await table.page({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': signedKey(0).pk,
        ':from': SIGNED,
        ':to': signedKey(size - 1).sk,
      },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: limit,
    });
    return items.map(keptOf);
  };
  return {
    bySize,
    before,
    async latest(): Promise<KeptHead | undefined> {
      return (await before(LARGEST, 1))[0];
    },
    async byId(id: string): Promise<KeptHead | undefined> {
      const found = await table.get(headKey(id));
      return found && bySize(Number(found.size));
    },
    /** One a day: a few thousand in ten years. */
    async all(): Promise<KeptHead[]> {
      return (await table.startingWith(signedKey(0).pk, SIGNED)).map(keptOf);
    },
    /** It lies in the bucket that nobody can empty. */
    published: ({ size }: Pick<SignedHead, 'size'>, at: string): Promise<boolean> =>
      table.update({
        Key: signedKey(size),
        UpdateExpression: 'SET publishedAt = :at',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':at': at },
      }),
  };
};
export type SignedHeads = ReturnType<typeof signedHeads>;
