import { Temporal } from 'temporal-polyfill';
import type { closeVisit as contract } from '../../shared/contract/further.ts';
import { isLive } from '../../shared/domain/booking/booking.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { freed } from '../../shared/domain/interview/guard.ts';
import { closeVisit as close, mustBeClosable } from '../../shared/domain/interview/stopping.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadInterview, readInterview } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { release } from '../../shared/store/day-sheets.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { oneInterviewWrites } from '../../shared/store/one-interview.ts';
import { seeSheets } from '../../shared/store/seen-sheets.ts';
import { guardOf } from '../../shared/store/settle-guard.ts';
import { shownVisit } from './shown-visit.ts';

type Deps = Pick<
  VaultedStore,
  'table' | 'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;
type Call = Parameters<UseCase<typeof contract>>[0];

/** The visit is cancelled as a whole: its time and the child's one interview are free at once. */
export const closeVisit =
  (deps: Deps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang, expected } = call;
    const id = path.interviewId;
    const read = { ...deps, interviews: interviews(deps.table) };
    const asked = { id, by: principal, action: 'interview.cancel' } as const;
    const found = await readInterview(read, asked);
    if (found.interview.version !== expected) throw new Refusal('changed-meanwhile');
    await closed(deps, found, call);
    const body = await shownVisit(deps, id, { by: principal, permit: found.permit, lang });
    return { status: 200, body, version: body.version };
  };

async function closed(deps: Deps, { interview: visit, family }: ReadInterview, call: Call) {
  const { table, records, journal, policy, now, bytes } = deps;
  const { body, principal } = call;
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const by = { sub: principal.sub, agency: principal.agency };
  const leads = family.map(({ lead }) => lead);
  mustBeClosable({ visit, leads, by, ...body }, edition);
  const [bookings, clocks, guard] = await Promise.all([
    interviews(table).bookingsOf(visit.id),
    records.clocksOf({ kind: 'interview', id: visit.id }),
    guardOf(table, visit, family),
  ]);
  const live = bookings.filter(isLive);
  const seen = await seeSheets(
    table,
    live.flatMap(({ claims }) => claims),
  );
  const moment = { at, skewSeconds: edition.interview.holding.skewSeconds };
  const { reason, document } = body;
  const event = newEventId(bytes);
  const decision = close({ visit, bookings, clocks, reason, document, tell: leads, by, at, event });
  const after = guard && freed(guard);
  const also = [
    ...oneInterviewWrites(guard ? [guard] : [], after ? [after] : []),
    ...live.flatMap(({ id: booking, claims }) => release({ booking, claims }, moment, seen)),
  ];
  await journal.commit(decision, { by: principal, also });
}
