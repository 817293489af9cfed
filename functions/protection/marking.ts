import { Temporal } from 'temporal-polyfill';
import type { protectAddress } from '../../shared/contract/protection.ts';
import { hasRole } from '../../shared/domain/access/principal.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { askLift } from '../../shared/domain/protection/address.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { marksOf } from './address-marks.ts';
import { markingOf, type ProtectionDeps, type Read } from './read-case.ts';

type Call = Pick<Parameters<UseCase<typeof protectAddress>>[0], 'body' | 'principal' | 'once'>;

/** Writes one more mark of the address as this decides, once; gives its number. */
export async function marking(
  deps: ProtectionDeps,
  read: Read,
  { body, principal: by, once }: Call,
  decide: typeof askLift,
): Promise<number> {
  const { journal, policy } = deps;
  const before = await journal.earlier(by, once);
  if (before) return Number(before.number);
  const earlier = await marksOf(deps, read.case.id);
  const common = markingOf(deps, read, by);
  const through = hasRole(by, 'system') ? 'system' : 'person';
  const edition = policy.at(Temporal.Instant.from(common.at));
  const decision = decide({ ...common, earlier, reason: body.reason, through }, edition);
  const made = { number: String(nextNumber(earlier)) };
  const first = await journal.commit(decision, { by, once, made });
  return Number((first ?? made).number);
}
