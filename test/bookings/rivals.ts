import type { Proposal } from '../../shared/domain/booking/booking.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Table } from '../../shared/store/table.ts';
import { LEAD } from '../build.ts';
import { MORNING } from '../finding.ts';
import { chance } from '../hub/chance.ts';
import { type AGENCIES, actors, asked, openVisit, proposalFor, scene, slotOf } from './scene.ts';

export interface Rival {
  readonly visit: Interview;
  readonly proposal: Proposal;
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
  { visit, proposal }: Rival,
  by: (typeof AGENCIES)[number] = LEAD,
) {
  const body = { slot: await slotOf(proposal, by) };
  const path = { interviewId: visit.id };
  const acts = actors(table, { now: Date.parse(MORNING) });
  return (await acts.hold({ path, body, ...asked(by) })).body;
}
