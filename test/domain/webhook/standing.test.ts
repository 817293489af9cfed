import { describe, expect, it } from 'vitest';
import { newEndpointId } from '../../../shared/domain/ids.ts';
import type { Delivery } from '../../../shared/domain/webhook/delivery.ts';
import { unknownHealth } from '../../../shared/domain/webhook/health.ts';
import type { Lane } from '../../../shared/domain/webhook/lane.ts';
import { standingOf } from '../../../shared/domain/webhook/standing.ts';
import { anEventId, aTaskId, counting, later, NOW, POLICE } from '../../build.ts';

const endpoint = newEndpointId(counting());
const aLane = (waiting: number[], nextAt: string, held = false): Lane => ({
  ...{ agency: POLICE, endpoint, subject: { kind: 'task', id: aTaskId() }, born: 'once' },
  ...{ waiting, tried: 0, nextAt, version: 1, held },
});
const delivered = (...times: readonly [string, number][]): Delivery => ({
  ...{ agency: POLICE, endpoint, sequence: 7, event: anEventId(), type: 'task.requested' },
  ...{ subject: { kind: 'task', id: aTaskId() }, status: 'delivered', replays: 0, version: 1 },
  attempts: times.map(([at, status]) => ({ at, status, milliseconds: 1 })),
});
const health = unknownHealth({ agency: POLICE, endpoint });
const nothing = { lanes: [], more: false, deliveries: [], health: undefined };
const [soon, late] = [later({ minutes: 1 }), later({ hours: 1 })];

describe('how an endpoint fares', () => {
  it('is nothing to speak of where nothing waits and nothing was sent', () => {
    expect(standingOf(nothing)).toEqual({ waiting: 0, waitingMore: false });
  });

  it('counts what waits, and says when the first of it is due', () => {
    const lanes = [aLane([1, 2], late), aLane([5], soon)];
    expect(standingOf({ ...nothing, lanes, more: true })).toMatchObject({
      ...{ waiting: 3, waitingMore: true, nextAt: soon },
    });
  });

  it('knows since when it does not answer, and when the next probe is', () => {
    const probe = Date.parse(late);
    const breaker = { state: 'open' as const, probes: 1, lastProbe: 0, nextProbe: probe };
    const failing = { since: Date.parse(NOW), attempts: 9, days: [], told: [] };
    const down = { ...health, breaker, failing };
    const held = aLane([1], soon, true);
    expect(standingOf({ ...nothing, lanes: [held], health: down })).toMatchObject({
      ...{ nextAt: late, failingSince: NOW },
    });
  });

  it('names the last answer that was a yes', () => {
    const deliveries = [delivered([late, 500]), delivered([NOW, 503], [soon, 204])];
    expect(standingOf({ ...nothing, deliveries }).lastSuccessAt).toBe(soon);
  });
});
