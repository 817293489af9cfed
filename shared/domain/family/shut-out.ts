import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import { type Decision, join } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import { standIn } from '../routing/inside.ts';
import { nationalDesk } from '../routing/national-desk.ts';
import { toOtherUnit } from '../task/other-unit.ts';
import { hasEnded, type Task } from '../task/task.ts';
import type { AllegedPerpetratorPart, Conflict } from './parts.ts';

interface ShutOut {
  readonly part: AllegedPerpetratorPart | Conflict;
  readonly case: Case;
  /** All referrals of the case. */
  readonly referrals: readonly Referral[];
  readonly tasks: readonly Task[];
  /** The clocks of the case, of its referrals and of its tasks. */
  readonly clocks: readonly Clock[];
  /** Everybody who is shut out from now on, earlier ones included. */
  readonly excluded: readonly AgencyId[];
  readonly conflicted: readonly string[];
  readonly type: EventType;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly newEvent: () => EventId;
}

/**
 * Agencies and accounts are shut out of a case from this moment on: nothing more is sent to them,
 * and what an excluded agency still had to do goes to the unit that stands in for it. Whoever is no
 * longer excluded is let in again.
 */
export function shutOut(call: ShutOut, edition: Edition): Decision {
  const { case: opened, tasks, excluded, at, by, newEvent } = call;
  if (opened.status === 'closed') throw new Refusal('already-closed');
  const instead = (agency: AgencyId) => unitFor(agency, excluded, edition);
  const lead = instead(opened.lead);
  const held = tasks.filter((task) => !hasEnded(task) && excluded.includes(task.agency));
  const handed = held.map((task) =>
    toOtherUnit({
      task,
      clocks: call.clocks.filter(({ subject }) => subject.id === task.id),
      to: instead(task.agency),
      reason: 'other-unit',
      by: { sub: by.sub, agency: by.agency },
      at,
      event: newEvent(),
    }),
  );
  const kept = [
    call.part,
    shutCase(call, lead),
    ...shutReferrals(call, instead),
    ...owed(call, lead),
  ];
  return handed.reduce(join, { kept, events: [told(call, lead)] });
}

/** The agency itself or, where it is excluded, who stands in for it; in the end the national desk. */
function unitFor(id: AgencyId, excluded: readonly AgencyId[], edition: Edition): AgencyId {
  if (!excluded.includes(id)) return id;
  const agency = edition.agency(id);
  const found = agency && standIn(agency, excluded, edition);
  return (found ?? nationalDesk(edition).desk).id;
}

const shutCase = ({ case: opened, excluded, conflicted }: ShutOut, lead: AgencyId): Case => ({
  ...opened,
  version: opened.version + 1,
  lead,
  excluded: [...excluded],
  conflicted: [...conflicted],
});

const shutReferrals = (
  { referrals, excluded, conflicted }: ShutOut,
  instead: (agency: AgencyId) => AgencyId,
): Referral[] =>
  referrals.map((referral) => {
    const shut = {
      version: referral.version + 1,
      excluded: [...excluded],
      conflicted: [...conflicted],
    };
    return referral.status === 'submitted'
      ? { ...referral, ...shut }
      : { ...referral, ...shut, lead: instead(referral.lead) };
  });

/** What the former lead owed of the case and to the referrer is owed by the new one; nothing restarts. */
function owed({ case: opened, referrals, clocks }: ShutOut, lead: AgencyId): Clock[] {
  if (lead === opened.lead) return [];
  const leads = [opened.lead, ...referrals.map(leadOf)];
  return clocks
    .filter(({ subject, holder, endedAt }) => {
      return subject.kind !== 'task' && !endedAt && leads.includes(holder);
    })
    .map((clock) => ({ ...clock, version: clock.version + 1, holder: lead }));
}

/** Told to the lead only: to everybody else it is nobody's business who is shut out, and why. */
function told({ type, case: opened, by, at, newEvent }: ShutOut, lead: AgencyId): JournalEvent {
  return {
    id: newEvent(),
    type,
    at,
    subject: { kind: 'case', id: opened.id },
    version: opened.version + 1,
    by: { sub: by.sub, agency: by.agency },
    file: opened.file,
    referral: opened.referral,
    case: opened.id,
    to: lead === by.agency ? [] : [lead],
  };
}
