import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { getCase } from '../../functions/cases/get-case.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Kept } from '../../shared/domain/journal/decision.ts';
import { policy } from '../../shared/policy/policy.ts';
import { accessLog } from '../../shared/store/access-log.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { records, sealing } from '../../shared/store/records.ts';
import { aPrincipal, aViolenceSubmission, LEAD, NOW } from '../build.ts';
import { memoryTable } from '../deliveries/memory-table.ts';
import { routed } from '../memory.ts';
import { vaultInMemory } from '../vault.ts';
import { waves } from '../waves.ts';

const READING = ['get', 'getAll', 'startingWith', 'from', 'page', 'add'] as const;

/** A case as routing left it, with a worker named in it, and a watch over what is asked of the table. */
async function store() {
  const memory = memoryTable();
  const { memory: kept } = routed(aViolenceSubmission());
  const safe = vaultInMemory();
  const opened = kept.case as Case;
  await safe.opened(opened.file);
  const watch = waves();
  const seals = sealing({ ...safe.vault, ...watch.watched(safe.vault, ['open']) });
  const sealed = await seals.seal(opened, { outcome: { actingPerson: 'მარიამ მაისურაძე' } });
  const all = [...kept.kept.values()].filter(({ what }) => what !== 'referral' && what !== 'case');
  const referral: Kept = { ...kept.routed, status: 'in-progress' };
  for (const write of writesOf({ kept: [...all, referral, { ...opened, sealed }], events: [] })) {
    const { Put } = write.as('memory');
    if (Put?.Item) memory.put(Put.Item as Parameters<typeof memory.put>[0]);
  }
  const table = watch.watched(memory.table, READING);
  const deps = {
    records: records(table),
    sealing: seals,
    access: accessLog({
      table,
      randomText: randomUUID,
      groundOf: () => undefined,
      count: () => {},
    }),
    policy,
    now: () => NOW,
  };
  const call = { query: {}, body: undefined, lang: 'en' as const, once: undefined, expected: 0 };
  const ask = async (principal: Principal, caseId = opened.id) =>
    getCase(deps)({ ...call, path: { caseId }, principal });
  return { ask, opened, memory, out: watch.out };
}

describe('a case is shown', () => {
  it('after two waves of reads and a third in which its entry is written', async () => {
    const { ask, out, opened } = await store();
    const { body } = await ask(aPrincipal(LEAD, { roles: ['system'] }));
    expect(body).toMatchObject({ id: opened.id, worker: 'მარიამ მაისურაძე' });
    expect(out.map((wave) => wave.toSorted())).toEqual([
      // The case with its links and the parts behind it.
      ['from', 'startingWith'],
      // Its referral and its tasks, in one.
      ['getAll'],
      // The entry; the answers whether it is the same child, and the key of the file.
      ['add', 'open', 'startingWith'],
    ]);
  });

  it('to a person after one read more, for a broken glass, and no wave more', async () => {
    const { ask, out } = await store();
    const call = { request: 'r-1', operation: 'getCase', function: 'cases', at: NOW };
    await ask({ ...aPrincipal(LEAD), signedInAt: NOW, call });
    expect(out.map(({ length }) => length)).toEqual([2, 2, 3]);
  });

  it('to nobody before the entry of it stands', async () => {
    const { ask, memory } = await store();
    memory.table.add = () => Promise.reject(new Error('the table is away'));
    const answer = ask(aPrincipal(LEAD, { roles: ['system'] }));
    await expect(answer).rejects.toThrow('the table is away');
  });

  it('to nobody of whom no rule speaks, and then nothing more is read', async () => {
    const { ask, out } = await store();
    const stranger = aPrincipal(undefined, { sub: 'nobody', roles: ['worker'] });
    await expect(ask({ ...stranger, agency: 'clinic-kutaisi' as never })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(out).toHaveLength(2);
  });
});
