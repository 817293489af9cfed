import { Temporal } from 'temporal-polyfill';
import type { Proposal } from '../booking/booking.ts';
import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import { instantOf } from '../scheduling/days.ts';
import type { Slot } from '../scheduling/question.ts';
import { text } from '../time.ts';
import { claimsOf } from './claims.ts';
import type { Asked } from './question.ts';
import type { Sought } from './sought.ts';

/** A time that was found, as it may be held: with all that it takes and who must confirm it. */
export function proposalOf(slot: Slot, sought: Sought, asked: Asked, edition: Edition): Proposal {
  const { interview, caseVersion, purpose, now } = sought;
  const { finding } = edition.interview;
  const at = (cell: number) => text(instantOf(cell));
  const parts = asked.timeline.parts.map(({ part, offset, minutes }) => ({
    part,
    start: at(slot.start + offset),
    end: text(instantOf(slot.start + offset).add({ minutes })),
  }));
  return {
    interview: interview.id,
    case: interview.case,
    referral: interview.referral,
    file: interview.file,
    purpose,
    start: at(slot.start),
    end: at(slot.start + asked.timeline.cells),
    site: interview.site.agency,
    parts,
    claims: claimsOf(slot, sought, asked, edition),
    agencies: confirming(slot, sought),
    told: told(slot, sought),
    tier: interview.tier.tier,
    policy: edition.reference,
    version: interview.version,
    caseVersion,
    dueAt: interview.tier.dueAt,
    validUntil: text(Temporal.Instant.from(now).add({ minutes: finding.proposalMinutes })),
  };
}

/** Who answers for the roles of the time: the agency of whoever was found, or that of the plan. */
function answering({ fillings }: Slot, { interview, resources, purpose }: Sought) {
  return interview.roles
    .filter(({ parts }) => parts.some((one) => (one === 'planning') === (purpose !== 'visit')))
    .flatMap(({ role, required, from, agency }) => {
      const filling = fillings.find((one) => one.role === role);
      const found = resources.find(({ id }) => id === filling?.id)?.agency;
      // Nobody came for an optional role: there is nothing to confirm.
      if (from === 'resources' && !found) return [];
      return [{ role, required, agency: found ?? agency }];
    });
}

/** Agencies that must confirm: each that answers for a role without which there is no visit. */
function confirming(slot: Slot, sought: Sought): Proposal['agencies'] {
  const byAgency = new Map<AgencyId, string[]>();
  for (const { role, required, agency } of answering(slot, sought))
    if (required) byAgency.set(agency, [...(byAgency.get(agency) ?? []), role]);
  return [...byAgency].map(([agency, roles]) => ({ agency, roles }));
}

const told = (slot: Slot, sought: Sought): AgencyId[] => [
  ...new Set([
    ...sought.interview.roles.map(({ agency }) => agency),
    ...answering(slot, sought).map(({ agency }) => agency),
    sought.interview.site.agency,
    sought.lead,
  ]),
];
