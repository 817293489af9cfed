import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/refusal.ts';
import { cursors } from '../../shared/store/cursor.ts';

const secret = new Uint8Array(32).fill(7);
const ours = cursors(async () => secret);
const position = { pk: 'LIST#police-imereti#open', sk: '9999#tsk_1' };
const BOUND = 'sub-1\nLIST#police-imereti#open\ntasks';

const refused = (cursor: string, boundTo = BOUND, by = ours) =>
  expect(by.read(cursor, boundTo)).rejects.toMatchObject({
    code: 'query-invalid',
    hindrances: [{ pointer: '/cursor', code: 'not-ours' }],
  });

describe('a cursor', () => {
  it('goes on where the page ended', async () => {
    const positions = fc.dictionary(fc.string(), fc.string(), {
      maxKeys: 5,
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(positions, fc.string(), async (where, boundTo) => {
        fc.pre(!Object.hasOwn(where, '__proto__'));
        expect(await ours.read(await ours.make(where, boundTo), boundTo)).toEqual(where);
      }),
      { numRuns: 50 },
    );
  });

  it('can stand in an address', async () => {
    expect(await ours.make(position, BOUND)).toMatch(/^[A-Za-z0-9_.-]+$/);
  });

  it.each([
    ['another caller', 'sub-2\nLIST#police-imereti#open\ntasks'],
    ['another list', 'sub-1\nLIST#police-imereti#ended\ntasks'],
    ['another filter', 'sub-1\nLIST#police-imereti#open\naccepted'],
  ])('is refused in the hands of %s', async (_, boundTo) => {
    await refused(await ours.make(position, BOUND), boundTo);
  });

  it.each(['', '.', 'x', 'a.b', `${Buffer.from(JSON.stringify(position)).toString('base64url')}.`])(
    'is refused when it is %j',
    async (cursor) => {
      await refused(cursor);
    },
  );

  it('is refused with any sign of it changed', async () => {
    const cursor = await ours.make(position, BOUND);
    const signs = [...'AQZ09_-'];
    await fc.assert(
      fc.asyncProperty(fc.nat(cursor.length - 2), fc.constantFrom(...signs), async (at, sign) => {
        fc.pre(cursor[at] !== sign && cursor[at] !== '.');
        await expect(
          ours.read(cursor.slice(0, at) + sign + cursor.slice(at + 1), BOUND),
        ).rejects.toBeInstanceOf(Refusal);
      }),
      { numRuns: 100 },
    );
  });

  it('is refused when somebody else signed it', async () => {
    const theirs = cursors(async () => new Uint8Array(32).fill(8));
    await refused(await theirs.make(position, BOUND));
  });

  it('is refused with another position under its signature', async () => {
    const [, signature] = (await ours.make(position, BOUND)).split('.');
    const other = Buffer.from(JSON.stringify({ ...position, sk: '0' })).toString('base64url');
    await refused(`${other}.${signature}`);
  });
});
