import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeedPosition, rewound, takenOver } from '../../../shared/domain/feed/position.ts';
import { JournalEvent } from '../../../shared/domain/journal/event.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { anEventId, aPrincipal, later, NATIONAL, NOW, POLICE } from '../../build.ts';

const by = aPrincipal(POLICE);
const standing = (sequence: number, version = 3): FeedPosition => ({
  ...{ what: 'position', agency: POLICE, sequence, version, at: NOW },
  by: { sub: by.sub, agency: POLICE },
});
const at = later({ minutes: 1 });
const take = (stands: FeedPosition | undefined, sequence: number, more: object = {}) =>
  takenOver({
    ...{ agency: POLICE, stands, by, at, sequence, head: 20 },
    ...{ expected: stands?.version ?? 0, ...more },
  });
const back = (stands: FeedPosition | undefined, to: number, who = by) =>
  rewound({ agency: POLICE, stands, to, reason: 'restored', by: who, at, event: anEventId() });
const codeOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'allowed';
};

describe('the place of an agency in its feed', () => {
  it('moves forward to what its system has taken over', () => {
    expect(take(undefined, 7)).toMatchObject({ sequence: 7, version: 1, at, agency: POLICE });
    expect(take(standing(7), 20)).toMatchObject({ sequence: 20, version: 4, at });
  });

  it('stays as it is when the same is said again, also on an earlier look', () => {
    expect(take(standing(7), 7, { expected: 2 })).toBeUndefined();
    expect(take(undefined, 0)).toBeUndefined();
  });

  it.each([
    ['beyond what was ever sent', 'beyond-the-feed', () => take(standing(7), 21)],
    ['back', 'position-behind', () => take(standing(7), 6)],
    ['on an earlier look', 'changed-meanwhile', () => take(standing(7), 9, { expected: 2 })],
    ['as if it were the first', 'changed-meanwhile', () => take(standing(7), 9, { expected: 0 })],
  ])('does not move %s', (_, code, call) => {
    expect(codeOf(call)).toBe(code);
  });

  it('goes back by a rewind, which is journalled with where from and why', () => {
    const { position, told } = back(standing(12), 4);
    expect(position).toMatchObject({ sequence: 4, version: 4, at });
    expect(JournalEvent.parse(told)).toMatchObject({
      type: 'feed.rewound',
      subject: { kind: 'agency', id: POLICE },
      version: 4,
      codes: { from: '12', to: '4', reason: 'restored' },
      to: [],
    });
  });

  it('when somebody else moves it back, the agency is told', () => {
    const { position, told } = back(standing(12), 0, aPrincipal(NATIONAL));
    expect(told.to).toEqual([POLICE]);
    expect(position.by.agency).toBe(NATIONAL);
  });

  it.each([
    ['where it stands', () => back(standing(12), 12)],
    ['beyond that', () => back(standing(12), 13)],
    ['where it never began', () => back(undefined, 0)],
  ])('a rewind does not lead to %s', (_, call) => {
    expect(codeOf(call)).toBe('rewind-not-back');
  });

  it('of two who move it on the same look one succeeds, and nobody undoes a rewind unawares', () => {
    const move = fc.record({ rewind: fc.boolean(), to: fc.nat(20), looked: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let stands = standing(10, 5);
        for (const { rewind, to, looked } of moves) {
          const expected = stands.version - looked;
          const before = stands;
          if (rewind && to < stands.sequence) stands = back(stands, to).position;
          if (!rewind) {
            codeOf(() => {
              stands = take(stands, to, { expected }) ?? stands;
            });
            expect(stands.sequence).toBeGreaterThanOrEqual(before.sequence);
            if (looked > 0) expect(stands).toEqual(before);
          }
          expect(stands.version - before.version).toBe(stands === before ? 0 : 1);
        }
      }),
    );
  });
});
