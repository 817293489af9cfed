import { randomBytes, randomUUID } from 'node:crypto';
import { Case } from '../../shared/domain/case/case.ts';
import {
  type AgencyId,
  newBookingId,
  newEventId,
  newInterviewId,
} from '../../shared/domain/ids.ts';
import { type GuardedPerson, openGuard } from '../../shared/domain/interview/guard.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import { joinGuards } from '../../shared/domain/interview/join-guards.ts';
import { freeze } from '../../shared/domain/interview/stopping.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { take } from '../../shared/store/day-sheets.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { journal, Overtaken } from '../../shared/store/journal.ts';
import { caseKey } from '../../shared/store/keys.ts';
import { oneInterview, oneInterviewWrites } from '../../shared/store/one-interview.ts';
import type { Table } from '../../shared/store/table.ts';
import type { LocalTable, RawItem } from '../bookings/local-table.ts';
import { aCase, agency, instant, NOW } from '../build.ts';
import { aVisit } from '../finding.ts';

/** Everybody who may ask for an interview of the child. */
const ASKING = ['police-imereti', 'prosecutor-imereti', 'agency-imereti'].map(agency);
const TRIES = 8;

interface Openings {
  readonly table: Table;
  readonly bytes: (count: number) => Uint8Array;
}

const commitTo = (table: Table) =>
  journal({
    table,
    nowSeconds: () => Math.floor(instant(NOW).epochMilliseconds / 1000),
    random: Math.random,
    newToken: randomUUID,
  });

const said = (
  visit: Interview,
  type: JournalEvent['type'],
  by: AgencyId,
  version = visit.version,
): JournalEvent => ({
  id: newEventId(randomBytes),
  type,
  at: NOW,
  by: { sub: by, agency: by },
  subject: { kind: 'interview', id: visit.id },
  version,
  to: [],
});

const caseOf = async ({ table }: Openings, id: Case['id']): Promise<Case> =>
  Case.parse(await table.get(caseKey(id)));

async function again<T>(step: () => Promise<T>): Promise<T | undefined> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  return undefined;
}

/** One agency opens a visit of the child of a case and takes the child's own hour for it. */
async function openAndHold(on: Openings, id: Case['id'], persons: GuardedPerson[], by: AgencyId) {
  const { table } = on;
  const visit = await again(async () => {
    const named = await caseOf(on, id);
    const root = named.joinedTo ? await caseOf(on, named.joinedTo) : named;
    const guards = oneInterview(table);
    const own = (await guards.ofChild(root.id)).find(({ episode }) => episode === 1);
    const ofPerson = await guards.ofPersons(persons, 1);
    const child = { root: root.id, episode: 1, persons, own, ofPerson, unanswered: false };
    const made = aVisit({
      id: newInterviewId(randomBytes),
      case: root.id,
      child: root.id,
      requestedBy: by,
    });
    const guard = openGuard(child, { interview: made.id, agency: by });
    const counted: Case = { ...root, version: root.version + 1 };
    const decision = { kept: [made, counted], events: [said(made, 'interview.opened', by)] };
    await commitTo(table).commit(decision, { also: oneInterviewWrites([], [guard]) });
    return made;
  });
  if (!visit) return undefined;
  const booking = newBookingId(randomBytes);
  const claims = [{ sheet: visit.child, day: '2026-12-01', from: 40, to: 44 }];
  const held = await again(async () => {
    const now = await interviews(table).interview(visit.id);
    if (now.status !== 'planning') return undefined;
    const counted: Interview = { ...now, version: now.version + 1, status: 'held', booking };
    const decision = { kept: [counted], events: [said(counted, 'interview.held', by)] };
    const until = instant(NOW).add({ hours: 4 }).toString();
    const also = take({ claims, booking, until }, { at: NOW, skewSeconds: 5 });
    await commitTo(table).commit(decision, { also });
    return booking;
  });
  return { visit, held };
}

/** The two records turn out to be of one child while everybody is opening visits of it. */
const joined = (on: Openings, a: Case['id'], b: Case['id']) =>
  again(async () => {
    const { table } = on;
    const [stays, goes] = await Promise.all([caseOf(on, a), caseOf(on, b)]);
    const side = async ({ id }: Case) => ({
      root: id,
      guards: await oneInterview(table).ofChild(id),
      visits: await interviews(table).ofCase(id),
    });
    const { before, after, frozen } = joinGuards(await side(stays), await side(goes));
    const [root, away]: Case[] = [
      { ...stays, version: stays.version + 1, joined: [goes.id] },
      { ...goes, version: goes.version + 1, joinedTo: stays.id },
    ];
    const stopped = frozen.map(({ visit, because }) =>
      freeze({
        ...{ visit, because, bookings: [], clocks: [], at: NOW, tell: [] },
        by: { sub: 'lead', agency: stays.lead },
        event: newEventId(randomBytes),
      }),
    );
    const decision: Decision = {
      kept: [root as Case, away as Case, ...stopped.flatMap(({ kept }) => kept)],
      events: stopped.flatMap(({ events }) => events),
    };
    await commitTo(table).commit(decision, { also: oneInterviewWrites(before, after) });
    return true;
  });

/**
 * So many openings and holds at once from three agencies, over two records of one child: with one
 * personal number, or joined in the middle of it.
 */
export async function openings(
  { table }: Pick<LocalTable, 'table'>,
  { count, joining }: { readonly count: number; readonly joining: boolean },
) {
  const on = { table, bytes: randomBytes };
  const [a, b] = [aCase(), aCase()];
  for (const one of [a, b]) await table.add({ ...caseKey(one.id), ...one });
  const hash = randomUUID();
  const personsOf = ({ id }: Case) => (joining ? [] : [{ hash, of: id }]);
  const tries = Array.from({ length: count }, async (_, i) => {
    const one = i % 2 === 0 ? a : b;
    const by = ASKING[i % ASKING.length] ?? a.lead;
    return openAndHold(on, one.id, personsOf(one), by);
  });
  const both = joining ? joined(on, a.id, b.id) : undefined;
  const stood = (await Promise.all(tries)).filter((one) => one !== undefined);
  // Where the joining always came too late it comes now.
  if (joining && !(await both)) await joined(on, a.id, b.id);
  return { a, b, hash, stood };
}

/** What stands of one child in the table itself: not read through the code that is tested. */
export function standing(rows: readonly RawItem[], cases: readonly Case[]) {
  const ids = cases.map(({ id }) => String(id));
  const visits = rows.filter(
    ({ sk, what, case: of }) => sk === 'STATE' && what === 'interview' && ids.includes(String(of)),
  );
  const active = visits.filter(({ status }) => status !== 'frozen' && status !== 'cancelled');
  const guards = rows.filter(
    ({ what, child }) => what === 'one-interview' && ids.includes(String(child)),
  );
  const quarters = rows
    .filter(({ what, sheet }) => what === 'sheet' && ids.includes(String(sheet)))
    .flatMap((row) => Object.entries(row).filter(([name]) => /^q\d\d$/.test(name)))
    .map(([, taken]) => String((taken as { by: string }).by));
  return { visits, active, guards, holders: [...new Set(quarters)] };
}
