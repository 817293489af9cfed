import { describe, expect, it } from 'vitest';
import type { Group } from '../../shared/domain/referral/group.ts';
import type { Sealed } from '../../shared/domain/sealed.ts';
import type { Place } from '../../shared/platform/vault.ts';
import { noncesTwice } from '../soak/nonces.ts';
import { vaultInMemory } from '../vault.ts';

const SWAPS = 10_000;
const GROUPS = ['narrative', 'outcome', 'medical', 'statement'] as const satisfies Group[];

/** A sequence that looks like chance and is the same each time. */
function chance(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Kept {
  readonly place: Place;
  readonly sealed: Sealed;
  readonly revision: number;
}

async function items(hub: ReturnType<typeof vaultInMemory>): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (let file = 0; file < 8; file += 1) {
    await hub.opened(`fil_${file}`);
    for (const pk of [`CASE#cas_${file}`, `TASK#tsk_${file}`]) {
      for (const sk of ['STATE', 'WAIVER#0001']) {
        for (const revision of [1, 2]) {
          const place = { pk, sk, file: `fil_${file}` };
          const words = { narrative: { narrative: `${pk} ${sk} ${revision}` } };
          const others = { outcome: { note: pk }, medical: {}, statement: {} };
          const sealed = await hub.vault.seal(place, { ...words, ...others }, revision);
          kept.push({ place, sealed, revision });
        }
      }
    }
  }
  return kept;
}

describe('a box put elsewhere', () => {
  it('does not open: items, groups, cases and versions swapped ten thousand times', async () => {
    const hub = vaultInMemory();
    const kept = await items(hub);
    const draw = chance(20_261_123);
    const one = <T>(all: readonly T[]): T => all[draw(all.length)] as T;
    let opened = 0;
    let swapped = 0;
    while (swapped < SWAPS) {
      const [from, to] = [one(kept), one(kept)];
      const [taken, put] = [one(GROUPS), one(GROUPS)];
      if (from === to && taken === put) continue;
      swapped += 1;
      const box = from.sealed.groups[taken]?.box ?? new Uint8Array();
      const groups = { ...to.sealed.groups, [put]: { revision: to.revision, box } };
      await hub.vault.open(to.place, { groups }, [put]).then(
        () => {
          opened += 1;
        },
        () => undefined,
      );
    }
    expect(opened).toBe(0);
  });
});

/** A million of them: `npm run soak`. */
const BOXES = 100_000;

describe('many boxes of one item', () => {
  it('have no nonce twice', () => {
    expect(noncesTwice(BOXES)).toBe(0);
  });
});
