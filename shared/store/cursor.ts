import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { Refusal } from '../domain/refusal.ts';

const Position = z.record(z.string(), z.string());
type Position = z.infer<typeof Position>;

/**
 * Where a list goes on. Signed, and bound to the caller and the filter it was made for: in other
 * hands, or for another list, it is refused.
 */
export const cursors = (secret: () => Promise<Uint8Array>) => {
  const sign = async (payload: string, boundTo: string): Promise<Buffer> =>
    createHmac('sha256', await secret())
      .update(`${boundTo}\n${payload}`)
      .digest();

  return {
    async make(position: Position, boundTo: string): Promise<string> {
      const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
      return `${payload}.${(await sign(payload, boundTo)).toString('base64url')}`;
    },
    async read(cursor: string, boundTo: string): Promise<Position> {
      const [payload = '', signature = ''] = cursor.split('.');
      const expected = await sign(payload, boundTo);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refused();
      return Position.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    },
  };
};
export type Cursors = ReturnType<typeof cursors>;

const refused = () => new Refusal('query-invalid', [{ pointer: '/cursor', code: 'not-ours' }]);
