import type { Principal } from '../../shared/domain/access/principal.ts';
import { rules } from '../../shared/domain/access/rule.ts';
import type { AccessSubject } from '../../shared/domain/access/subject.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { accessEngine } from '../../shared/platform/access/engine.ts';
import { atMost, type Figure } from './figures.ts';

const police = 'police-imereti' as AgencyId;
const reader: Principal = {
  ...{ sub: 'police-imereti', agency: police, kind: 'police', roles: ['worker'] },
  ...{ areas: [], membership: 1 },
};
const agencies = (count: number): AgencyId[] =>
  Array.from({ length: count }, (_, number) => `agency-${number}` as AgencyId);

/** A case in which so many agencies beside the reader have work. */
const caseWith = (others: number): AccessSubject => ({
  ...{ kind: 'violence', reporterMode: 'masked', takenOn: true, lead: agencies(1)[0] },
  holders: [...agencies(others), police],
  asked: [...agencies(others), police],
});

function p99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}

/** Decisions one after the other, each timed; the first ones prepare the rules and are left out. */
function decisionTimes(subject: AccessSubject, count: number): number[] {
  const engine = accessEngine(rules);
  const times: number[] = [];
  for (let done = 0; done < count + 500; done += 1) {
    const since = performance.now();
    engine.may(reader, 'safety.read', subject);
    if (done >= 500) times.push(performance.now() - since);
  }
  return times;
}

/** How long one decision with its projection takes: three agencies in a case, and fifty. */
export function accessFigures(short: boolean): Figure[] {
  const count = short ? 1000 : 20_000;
  const small = p99(decisionTimes(caseWith(3), count));
  const large = p99(decisionTimes(caseWith(50), count));
  const detail = `${rules.length} rules, ${count} decisions`;
  return [
    atMost('access decision, p99', { value: small, promised: 1, unit: 'ms' }, detail),
    atMost(
      'access decision with 50 agencies in the case, p99',
      { value: large, promised: 4, unit: 'ms' },
      detail,
    ),
  ];
}
