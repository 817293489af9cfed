import type { Proposal } from '../../shared/domain/booking/booking.ts';
import { BookingId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Table } from '../../shared/store/table.ts';
import { LEAD, later } from '../build.ts';
import { MORNING } from '../finding.ts';
import { chance } from '../hub/chance.ts';
import { type AGENCIES, actors, asked, openVisit, proposalFor, scene, slotOf } from './scene.ts';

export interface Rival {
  readonly visit: Interview;
  readonly proposal: Proposal;
  /** When it is held; in the morning, if nothing is said. */
  readonly at?: string;
}

/** Two visits that want the very same people, room and time. */
export async function rivals(table: Table): Promise<readonly [Rival, Rival]> {
  const setting = await scene(table, { people: 1, rooms: 1, visits: 0 });
  const [one, other] = [await openVisit(table), await openVisit(table)];
  const first = proposalFor(setting, { visit: one, at: MORNING, random: chance(1) });
  const second = proposalFor(setting, { visit: other, at: MORNING, random: chance(1) });
  return [
    { visit: one, proposal: first },
    { visit: other, proposal: second },
  ];
}

/** Somebody holds a proposed time, by the use case itself. */
export async function hold(
  table: Table,
  { visit, proposal, at = MORNING }: Rival,
  by: (typeof AGENCIES)[number] = LEAD,
) {
  const validUntil = later({ minutes: 15 }, at);
  const body = { slot: await slotOf({ ...proposal, validUntil }, by) };
  const path = { interviewId: visit.id };
  const acts = actors(table, { now: Date.parse(at) });
  const { body: held } = await acts.hold({ path, body, ...asked(by) });
  return { ...held, id: BookingId.parse(held.id) };
}
