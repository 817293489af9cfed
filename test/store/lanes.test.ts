import { describe, expect, it } from 'vitest';
import { attempted, type Delivery } from '../../shared/domain/webhook/delivery.ts';
import type { ClaimedLane, Lane } from '../../shared/domain/webhook/lane.ts';
import { endpoints as endpointStore } from '../../shared/store/endpoints.ts';
import { feeds } from '../../shared/store/feed.ts';
import { lanes as laneStore, replaceLane } from '../../shared/store/lanes.ts';
import { served as servedStore } from '../../shared/store/served.ts';
import { ConditionFailed } from '../../shared/store/table.ts';
import { later, NOW } from '../build.ts';
import { memoryTable } from '../deliveries/memory-table.ts';
import { anAgency, anEndpoint, aSubject, owed } from '../deliveries/world.ts';

const AT = Date.parse(NOW);
const agency = anAgency(1);

/** One endpoint and one subject, with so many pieces of news. */
async function scene() {
  const memory = memoryTable();
  const { table } = memory;
  let tokens = 0;
  const newToken = () => {
    tokens += 1;
    return `t${tokens}`;
  };
  const endpoints = endpointStore(table);
  const lanes = laneStore(table);
  const served = servedStore({ table, lanes, endpoints, newToken });
  const endpoint = anEndpoint(agency);
  const subject = aSubject();
  await table.transact(endpoints.createWrites(endpoint), newToken());
  const happens = (at: string) => {
    const message = owed({ memory }, agency, { subject, at: AT });
    return feeds(table, newToken).append(agency, [message], () => endpoints.of(agency), at);
  };
  await happens(NOW);
  const name = `task#${subject.id}`;
  const lane = async (): Promise<Lane> => {
    const found = await lanes.find(endpoint.id, name);
    if (!found) throw new Error('no lane');
    return found;
  };
  const claim = async (token: string): Promise<ClaimedLane> => {
    const own = await served.claim(await lane(), { token, until: later({ minutes: 1 }) });
    if (!own) throw new Error('not claimed');
    return own;
  };
  const delivery = async (sequence: number): Promise<Delivery> => {
    const found = await endpoints.delivery(endpoint.id, sequence);
    if (!found) throw new Error('no delivery');
    return found;
  };
  /** Records an attempt at the first of a lane. */
  const record = async (own: ClaimedLane, status: number, known?: Delivery) => {
    const attempt = { at: later({ seconds: status % 50 }), status, milliseconds: 5 };
    const after = (standing: Delivery) =>
      attempted(standing, { attempt, endedAt: AT, retryAfter: 0, random: 0.5 });
    const first = known ?? (await delivery(own.waiting[0] ?? 0));
    return served.record(own, { delivery: first, attempt, at: NOW, after });
  };
  const proofs = () => memory.rows('TASK#').filter(({ what }) => what === 'served').length;
  return {
    memory,
    table,
    served,
    happens,
    lane,
    claim,
    delivery,
    record,
    proofs,
    newToken,
    lanes,
    endpoint,
    name,
  };
}

describe('an attempt that was made', () => {
  it('is recorded over what has joined the lane meanwhile', async () => {
    const { claim, happens, record, lane, delivery, proofs } = await scene();
    const own = await claim('a');
    await happens(later({ seconds: 1 }));
    await record(own, 204);
    expect(await lane()).toMatchObject({ waiting: [2], tried: 0 });
    expect((await lane()).lease).toBeUndefined();
    expect(await delivery(1)).toMatchObject({ status: 'delivered' });
    expect(proofs()).toBe(1);
  });

  it('is recorded where the lease was lost, and leaves the lane to whoever has it', async () => {
    const { claim, record, lane, delivery, proofs } = await scene();
    const first = await claim('a');
    const second = await claim('b');
    const known = await delivery(1);
    await record(first, 204, known);
    expect(await lane()).toMatchObject({ waiting: [1], lease: { token: 'b' } });
    expect(await delivery(1)).toMatchObject({ status: 'delivered', attempts: [{ status: 204 }] });
    await record(second, 500, known);
    expect(await delivery(1)).toMatchObject({
      status: 'delivered',
      attempts: [{ status: 204 }, { status: 500 }],
    });
    expect(proofs()).toBe(2);
  });

  it('is recorded where the lane has ended and begun anew', async () => {
    const { claim, record, happens, lane, lanes, endpoint, name, proofs } = await scene();
    const first = await claim('a');
    const second = await claim('b');
    await record(second, 200);
    expect(await lanes.find(endpoint.id, name)).toBeUndefined();
    await happens(later({ seconds: 9 }));
    await record(first, 500);
    expect((await lane()).waiting).toEqual([2]);
    expect(proofs()).toBe(2);
  });
});

describe('a lane', () => {
  it('is not taken for one of the same name and version that was removed before it', async () => {
    const { lane, claim, record, happens, table, newToken } = await scene();
    const old = await lane();
    await record(await claim('a'), 200);
    await happens(later({ seconds: 9 }));
    expect((await lane()).version).toBe(old.version);
    const stale = table.transact([replaceLane(old, { ...old, waiting: [1] })], newToken());
    await expect(stale).rejects.toThrow(ConditionFailed);
    expect((await lane()).waiting).toEqual([2]);
  });

  it('goes to one of two senders that read it at the same time', async () => {
    const { lane, served } = await scene();
    const read = await lane();
    const until = later({ minutes: 1 });
    const claims = [
      await served.claim(read, { token: 'a', until }),
      await served.claim(read, { token: 'b', until }),
    ];
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('keeps its place when something joins it', async () => {
    const { happens, lane } = await scene();
    await happens(later({ hours: 1 }));
    expect(await lane()).toMatchObject({ waiting: [1, 2], nextAt: NOW, version: 2 });
  });
});
