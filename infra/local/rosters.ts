import { randomBytes, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { DutyPerson, Reachable } from '../../shared/domain/duty/person.ts';
import { publishRoster } from '../../shared/domain/duty/publish.ts';
import { ROSTER_NUMBER, type Shift } from '../../shared/domain/duty/roster.ts';
import { type AgencyId, newEventId, newFileId } from '../../shared/domain/ids.ts';
import { text } from '../../shared/domain/time.ts';
import { policy } from '../../shared/policy/policy.ts';
import { journal } from '../../shared/store/journal.ts';
import { sealing } from '../../shared/store/records.ts';
import type { Table } from '../../shared/store/table.ts';
import { DEPUTY, deskOf, dutyPeopleOf } from './duty-people.ts';
import type { LocalHub } from './hub.ts';
import { operatorVault } from './operator.ts';

/** Half a year of duty weeks: longer than anybody moves the clock. */
const WEEKS = 26;
/** Duty changes on Monday morning, at nine in Tbilisi. */
const CHANGES_AT = { hour: 5 } as const;

type Hub = Pick<LocalHub, 'stores' | 'functions' | 'clock'>;

/** Puts invented people on duty at every agency that answers at any hour, as its own staff would. */
export async function publishRosters(hub: Hub, table: Table): Promise<void> {
  const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(hub.clock.now()));
  const edition = policy.at(now);
  const store = journal({
    table,
    nowSeconds: () => Math.floor(hub.clock.now() / 1000),
    random: Math.random,
    newToken: randomUUID,
  });
  const { seal } = sealing(operatorVault(hub));
  const publish = async ({ id }: { readonly id: AgencyId }, place: number): Promise<void> => {
    const of = { kind: 'agency' as const, id };
    const file = newFileId(randomBytes);
    const people = dutyPeopleOf(id, place);
    const duty = people.map((person): DutyPerson => ({ deputy: DEPUTY, ...person }));
    const head: Reachable | undefined = people[0];
    const record = { what: 'roster' as const, of, number: ROSTER_NUMBER, file };
    const { kept } = publishRoster(
      {
        agency: id,
        earlier: undefined,
        known: [],
        shifts: weeksFrom(now, people.length),
        desk: deskOf(id),
        sealed: await seal(record, { outcome: { duty, head } }),
        file,
        at: text(now),
        by: { sub: 'operator', agency: id },
        newEvent: () => newEventId(randomBytes),
      },
      edition,
    );
    // The journal of a new hub begins with what people do.
    await store.commit({ kept, events: [] });
  };
  await Promise.all(edition.agencies.filter(({ duty }) => duty).map(publish));
}

/** Everybody named is there at all hours, week by week. */
function weeksFrom(now: Temporal.Instant, people: number): Shift[] {
  const today = now.toZonedDateTimeISO('UTC').startOfDay();
  const first = today
    .subtract({ days: today.dayOfWeek - 1 })
    .with(CHANGES_AT)
    .subtract({ weeks: 1 });
  const at = (week: number): string => text(first.add({ weeks: week }).toInstant());
  const weeks = Array.from({ length: WEEKS }, (_, week) => ({ from: at(week), to: at(week + 1) }));
  return weeks
    .filter(({ to }) => to > text(now))
    .flatMap((week) => Array.from({ length: people }, (_, person) => ({ ...week, person })));
}
