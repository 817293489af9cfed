import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { routeReferral } from '../../functions/route-referral/route-referral.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import { detailsOf } from '../../shared/domain/referral/details.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { policy } from '../../shared/policy/policy.ts';
import { aCase, anEventId, aReferral, aViolenceSubmission, NOW } from '../build.ts';

const KNOWN = aViolenceSubmission({
  child: { personalNumber: '01234567890', municipality: 'zestaponi' },
});

const derive =
  (...parts: readonly string[]) =>
  (count: number) =>
    createHash('shake256', { outputLength: count }).update(parts.join()).digest();

/** Routes one referral over a store in memory; what the function counted, and what it committed. */
async function route(
  municipality: string,
  commit = async () => undefined,
  enter: VaultedStore['children']['enter'] = async () => [],
) {
  const written: Record<string, unknown>[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    for (const each of String(line).split('\n').filter(Boolean)) written.push(JSON.parse(each));
    return true;
  });
  const referral = aReferral({ municipality });
  const committed: Decision[] = [];
  const message = { event: anEventId(), referral: referral.id };
  const routing = routeReferral({
    toRoute: async () => ({ referral, waiting: undefined }),
    records: {
      referralsBy: async () => [referral],
      casesBy: async () => [aCase()],
      parts: async () => [],
      routing: async () => undefined,
    },
    children: { enter },
    sealing: { forHub: async () => detailsOf(KNOWN) },
    journal: {
      commit: async (decision) => {
        committed.push(decision);
        return commit();
      },
      settle: async () => {},
    },
    policy,
    now: () => NOW,
    derive,
    openCentres: [],
  })(message);
  const failure = await routing.catch((error: Error) => error);
  stdout.mockRestore();
  return { counted: written.filter(({ _aws }) => _aws), committed, failure };
}

afterEach(() => vi.restoreAllMocks());

describe('a referral no rule finds an agency for', () => {
  it('is counted under the function’s name, so that the alarm sounds', async () => {
    const { counted, committed } = await route('unknown');
    expect(counted).toMatchObject([
      {
        _aws: {
          CloudWatchMetrics: [{ Namespace: 'Ertad', Dimensions: [['service']] }],
        },
        service: 'a-worker',
        RoutedByHand: 1,
      },
    ]);
    expect(committed).toHaveLength(1);
  });

  it('is counted before it is committed: a crash between the two costs no alarm', async () => {
    const broken = async () => {
      throw new Error('the power went');
    };
    const { counted, failure } = await route('unknown', broken);
    expect(failure).toMatchObject({ message: 'the power went' });
    expect(counted).toHaveLength(1);
  });
});

describe('a referral the rules route', () => {
  it('calls nobody', async () => {
    const { counted, committed } = await route('zestaponi');
    expect(committed).toHaveLength(1);
    expect(counted).toEqual([]);
  });
});

describe('a comparison with earlier reports that fails', () => {
  it('holds up no routing, and is made again by the next delivery', async () => {
    const broken = async () => {
      throw new Error('no key');
    };
    const { committed, failure } = await route('zestaponi', undefined, broken);
    expect(committed).toHaveLength(1);
    expect(failure).toMatchObject({ message: 'no key' });
  });
});
