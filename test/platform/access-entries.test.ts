import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../../shared/contract/index.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { rules } from '../../shared/domain/access/rule.ts';
import { HUB_SENDS, sendSaid } from '../../shared/domain/disclosure/hub-sends.ts';
import { http, on } from '../../shared/platform/http.ts';
import { policy } from '../../shared/policy/policy.ts';
import { accessLog } from '../../shared/store/access-log.ts';
import type { Item, Key } from '../../shared/store/write.ts';
import { aCaseId, aPrincipal, NOW, POLICE } from '../build.ts';
import { aContext, anApiEvent } from './event.ts';

/** Shown without a token or published anyway; and sent, not shown. */
const reads = endpoints.filter(
  ({ method, action, public: open, function: name }) =>
    method === 'GET' && action && !open && name !== 'directory',
);

/** Answers like this without asking anything of the call, and says in which order things happened. */
async function answered(operation: string, body: unknown, enters = false) {
  const endpoint = reads.find((one) => one.operation === operation);
  if (!endpoint) throw new Error(`no ${operation}`);
  const entries: Item[] = [];
  const add = async (item: Item) => {
    entries.push(item);
  };
  const options = { groundOf: () => undefined, count: () => undefined };
  const access = accessLog({
    table: { add, get: async () => undefined },
    randomText: () => 'r',
    ...options,
  });
  const useCase = async ({ principal }: { principal: Principal }) => {
    if (enters) await access.page({ by: principal, list: 'own', lines: 1, at: NOW });
    return { status: 200, body };
  };
  const door = {
    access,
    tokens: async () => ({ sub: 'sub-1' }),
    principals: { fresh: async () => aPrincipal(POLICE), recent: async () => aPrincipal(POLICE) },
  };
  // What it takes is another test's business: here it takes anything.
  const { params: _, query: __, ...open } = endpoint;
  const event = anApiEvent({
    ...{ httpMethod: 'GET', resource: endpoint.path, body: null },
    headers: { Authorization: 'Bearer good' },
  });
  const result = await http(door, [on(open, useCase as never)])(event, aContext());
  return { result, entries };
}

describe('whatever is shown', () => {
  it.each(reads.map(({ operation }) => operation))('leaves an entry: %s', async (operation) => {
    const { result, entries } = await answered(operation, { something: 'shown' });
    expect(result.statusCode).toBe(200);
    expect(entries).toMatchObject([
      { verb: 'access', operation, list: operation, request: 'request-1', agency: POLICE },
    ]);
  });

  it('leaves one alone where the use case has said more of it', async () => {
    const { entries } = await answered('getCase', { something: 'shown' }, true);
    expect(entries).toMatchObject([{ list: 'own', operation: 'getCase', function: 'cases' }]);
  });

  it('leaves one a page, with its lines, and none for a page without any', async () => {
    const { entries } = await answered('listTasks', { items: [{}, {}, {}] });
    expect(entries).toMatchObject([{ lines: 3 }]);
    expect((await answered('listTasks', { items: [] })).entries).toEqual([]);
  });

  it('is not shown where the entry cannot be kept', async () => {
    const endpoint = reads.find(({ operation }) => operation === 'getCase');
    if (!endpoint) throw new Error('no getCase');
    const { params: _, ...open } = endpoint;
    const page = async () => {
      throw new Error('the table is gone');
    };
    const door = {
      access: { page },
      tokens: async () => ({ sub: 'sub-1' }),
      principals: { fresh: async () => aPrincipal(POLICE), recent: async () => aPrincipal(POLICE) },
    };
    const shown = async () => ({ status: 200, body: { secret: 'ლუკა' } });
    const event = anApiEvent({ httpMethod: 'GET', resource: endpoint.path });
    const result = await http(door, [on(open, shown as never)])(event, aContext());
    expect(result.statusCode).toBe(500);
    expect(result.body).not.toContain('ლუკა');
  });
});

describe('what the hub sends to a person', () => {
  it('is entered once, however often it is tried, under its own reason', async () => {
    const kept = new Map<string, Item>();
    const keyOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
    const table = {
      add: async (item: Item) => void kept.set(keyOf(item), item),
      get: async (key: Key) => kept.get(keyOf({ ...key })),
    };
    const options = { groundOf: () => undefined, count: () => undefined, randomText: () => 'r' };
    const { sent } = accessLog({ table, ...options });
    const subject = { kind: 'case', id: aCaseId() } as const;
    const sending = {
      ...({ why: 'invites-who-takes-part', sub: 'invitations', way: 'mail' } as const),
      ...{ subject, to: 'interviewer', agency: POLICE, id: 'one', at: NOW },
    };
    for (const id of ['one', 'one', 'two']) await sent({ ...sending, id });
    expect([...kept.values()]).toMatchObject([
      {
        ...{ verb: 'disclose', rule: 'invites-who-takes-part', purpose: 'joint-interview' },
        ...{ groups: [], to: 'interviewer', agency: POLICE, child: sending.subject.id, at: NOW },
      },
      { sk: `ACCESS#${NOW}#two` },
    ]);
  });

  it.each(Object.keys(HUB_SENDS))(
    'says why in both languages, on a basis of the pack: %s',
    (id) => {
      const edition = policy.at(Temporal.Instant.from(NOW));
      const said = sendSaid(id);
      expect(said?.ka).toMatch(/[ა-ჰ]/);
      expect(edition.has('accessPurposes', said?.purpose ?? '')).toBe(true);
      for (const basis of said?.basis ?? ['']) expect(edition.legalBases).toHaveProperty(basis);
      expect(rules.map((rule) => rule.id)).not.toContain(id);
    },
  );
});
