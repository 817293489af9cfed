import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../shared/domain/booking/booking.ts';
import { newBookingId } from '../../../shared/domain/ids.ts';
import { aCaseId, counting, LEAD } from '../../build.ts';
import { aVisit, hours, takenOn } from '../../finding.ts';
import { DAY, ONLY, resources, search, visit } from './one-time.ts';

describe('children of one family', () => {
  const all = resources.map((one) =>
    one.kind === 'person' ? { ...one, availability: hours('09:00', '18:00') } : one,
  );
  const open = { resources: all, limit: 20 };
  const [first] = search().items;
  if (!first) throw new Error('no time was found');
  const group = visit.id;
  const held = { ...heldFrom(first.proposal), claims: first.proposal.claims };
  const sibling = (order: number) => [{ order, case: aCaseId(), booking: held }];
  const startsOf = (order: number, other: number) =>
    search({
      ...open,
      interview: { ...aVisit(), siblings: { group, order } },
      siblings: sibling(other),
      calendars: takenOn(...held.claims),
    }).items.map(({ proposal }) => proposal);

  it('come one after the other, in the order that was chosen', () => {
    const interviewOf = (one: { parts: readonly { part: string; start: string; end: string }[] }) =>
      one.parts.find(({ part }) => part === 'interview');
    const theirs = interviewOf(held);
    for (const one of startsOf(2, 1)) {
      expect(String(interviewOf(one)?.start) >= String(theirs?.end)).toBe(true);
      expect(one.start.slice(0, 10)).toBe(DAY);
    }
    for (const one of startsOf(1, 2)) {
      expect(String(interviewOf(one)?.end) <= String(theirs?.start)).toBe(true);
    }
    expect(startsOf(2, 1).length).toBeGreaterThan(0);
  });

  it('do not cross where the house has one zone alone', () => {
    for (const one of startsOf(2, 1)) expect(one.start >= held.end).toBe(true);
  });
});

function heldFrom({ version: _v, caseVersion: _c, dueAt: _d, validUntil: _u, ...place }: Proposal) {
  return {
    ...place,
    what: 'booking' as const,
    id: newBookingId(counting(70_000)),
    version: 1,
    state: 'held' as const,
    agencies: place.agencies.map((one) => ({ ...one, state: 'asked' as const })),
    heldAt: ONLY,
    heldBy: { sub: 'x', agency: LEAD },
    sequence: 1,
    expiresAt: ONLY,
  };
}
