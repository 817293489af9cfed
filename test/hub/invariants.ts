import { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Routing } from '../../shared/domain/routing/routing.ts';
import { announced } from '../../shared/domain/webhook/catalogue.ts';
import { FeedEntry } from '../../shared/store/feed.ts';
import type { RawTable, Row } from './raw-table.ts';

/**
 * What must hold once all is quiet, whatever went wrong on the way. Answers each breach in words;
 * an empty list is the promise kept.
 */
export async function breaches(
  table: Pick<RawTable, 'rows'>,
  acknowledged: Iterable<string>,
): Promise<string[]> {
  const rows = await table.rows();
  const referrals = rows.filter(({ what }) => what === 'referral');
  const known = new Set(referrals.map(({ id }) => String(id)));
  const lost = [...acknowledged].filter((id) => !known.has(id));
  return [
    ...lost.map((id) => `${id} was acknowledged and is not there`),
    ...rows.filter(({ what }) => what === 'outbox').map(({ pk, sk }) => `${pk} is owed to ${sk}`),
    ...referrals.flatMap((referral) => routingBreaches(referral, rows)),
    ...feedBreaches(rows),
    ...announcedBreaches(rows),
  ];
}

/** Routed once: one decision a revision, and exactly the tasks they name, each with one list entry. */
function routingBreaches(referral: Row, rows: readonly Row[]): string[] {
  const own = rows.filter((row) => row.referral === referral.id);
  const routings = own.filter(({ what }) => what === 'routing').map((row) => Routing.parse(row));
  const [routing] = routings;
  const decided = routings.map(({ revision, child = 0 }) => `${revision} ${child}`);
  if (!routing || new Set(decided).size < decided.length) {
    return [`${referral.id} has ${routings.length} routings`];
  }
  const wanted = routings.flatMap(({ tasks }) => tasks.map(({ task }) => String(task))).toSorted();
  const found = own.filter(({ what }) => what === 'task').map(({ id }) => String(id));
  const cases = own.filter(({ what }) => what === 'case').length;
  const listed = own.filter(({ what, gsi1pk }) => what === 'task' && gsi1pk !== undefined);
  return [
    ...(found.toSorted().join() === wanted.join() ? [] : [`${referral.id}: tasks ${found}`]),
    ...(listed.length === wanted.length ? [] : [`${referral.id}: ${listed.length} list entries`]),
    ...(cases === (referral.kind === 'violence' ? 1 : 0) ? [] : [`${referral.id}: ${cases} cases`]),
  ];
}

/** Each event stands once in the feed of each agency it is for; numbers run from 1 to the head. */
function feedBreaches(rows: readonly Row[]): string[] {
  const entries = rows.filter(({ what }) => what === 'feed').map((row) => FeedEntry.parse(row));
  const wanted = rows
    .filter(({ what }) => what === 'event')
    .flatMap((row) => {
      const { id, to } = JournalEvent.parse(row);
      return to.map((agency) => `${agency} ${id}`);
    });
  const found = entries.map(({ agency, event }) => `${agency} ${event}`);
  return [
    ...differences(wanted, found),
    ...[...Map.groupBy(entries, ({ agency }) => agency)].flatMap(([agency, own]) => {
      const numbers = own.map(({ sequence }) => sequence).toSorted((a, b) => a - b);
      const head = rows.find(({ pk, sk }) => pk === `FEED#${agency}` && sk === 'HEAD')?.version;
      const gapFree = numbers.every((number, place) => number === place + 1);
      return gapFree && head === numbers.length ? [] : [`${agency}: ${numbers}, head ${head}`];
    }),
  ];
}

/** What was journalled is about what its type announces, so every webhook of it can leave. */
function announcedBreaches(rows: readonly Row[]): string[] {
  return rows
    .filter(({ what }) => what === 'event')
    .map((row) => JournalEvent.parse(row))
    .flatMap(({ type, subject, deadline, urgency }) => {
      const { about, due } = announced(type);
      const unsaid = (deadline && due === 'never') || (urgency && due !== 'urgent');
      return about.includes(subject.kind) && !unsaid ? [] : [`${type} about a ${subject.kind}`];
    });
}

function differences(wanted: readonly string[], found: readonly string[]): string[] {
  const count = Map.groupBy(found, (entry) => entry);
  const missing = wanted.filter((entry) => !count.has(entry));
  const known = new Set(wanted);
  return [
    ...missing.map((entry) => `not in the feed: ${entry}`),
    ...[...count].filter(([, all]) => all.length > 1).map(([entry]) => `twice in it: ${entry}`),
    ...[...count.keys()].filter((entry) => !known.has(entry)).map((entry) => `unasked: ${entry}`),
  ];
}
