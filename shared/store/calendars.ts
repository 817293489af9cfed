import { DaySheet } from '../domain/booking/day-sheet.ts';
import { TakenDay, takenDay } from '../domain/booking/taken-day.ts';
import { type AgencyId, ResourceId } from '../domain/ids.ts';
import { Resource } from '../domain/resource/resource.ts';
import { dayKey, resourcesOf as listOf, quarterKey, resourceKey } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './write.ts';

/** By sheet, then by day; a day on which nothing was ever taken is absent. */
export type Calendars = ReadonlyMap<string, ReadonlyMap<string, TakenDay>>;

/** The quarter of the year a civil day lies in: `2026-Q4`. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const DAY_NAME = /^d(\d{2})(\d{2})$/;
const dayName = (day: string): string => `d${day.slice(5, 7)}${day.slice(8, 10)}`;

/** The quarters from one day to another, both included. */
function quartersBetween(from: string, to: string): string[] {
  const place = (day: string) =>
    Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1;
  return Array.from({ length: place(to) - place(from) + 1 }, (_, i) => place(from) + i).map(
    (quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`,
  );
}

/** Days of a quarter item that lie between two days, both included. */
const daysOf = (item: Item, from: string, to: string): [string, TakenDay][] =>
  Object.entries(item).flatMap(([name, value]) => {
    const [, month, date] = DAY_NAME.exec(name) ?? [];
    const day = month && `${String(item.quarter).slice(0, 4)}-${month}-${date}`;
    return day && from <= day && day <= to ? [[day, TakenDay.parse(value)]] : [];
  });

/** What is free is read from here; the day sheets alone decide (docs: functions/project-calendar). */
export const calendars = (table: Pick<Table, 'getAll' | 'page'>) => {
  /** Ids of an agency's resources, from the list in the index. */
  async function idsOf(agency: AgencyId): Promise<ResourceId[]> {
    const ids: ResourceId[] = [];
    let from: Awaited<ReturnType<Table['page']>>['last'];
    do {
      const page = await table.page({
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': listOf(agency) },
        ExclusiveStartKey: from && { ...from },
      });
      ids.push(...page.items.map(({ id }) => ResourceId.parse(id)));
      from = page.last;
    } while (from);
    return ids;
  }

  /** Every resource of the agencies, those that were withdrawn as well. */
  async function everyResourceOf(agencies: readonly AgencyId[]): Promise<Resource[]> {
    const ids = (await Promise.all([...new Set(agencies)].map(idsOf))).flat();
    const items = await table.getAll(ids.map(resourceKey));
    return items.map((item) => Resource.parse(item));
  }

  return {
    everyResourceOf,

    /** Those of the agencies' resources that can be booked at all. */
    resourcesOf: async (agencies: readonly AgencyId[]): Promise<Resource[]> =>
      (await everyResourceOf(agencies)).filter(({ withdrawnAt }) => withdrawnAt === undefined),

    /** What is taken of these sheets, days included: one batch for 50 sheets and 90 days. */
    async read(sheets: readonly string[], from: string, to: string): Promise<Calendars> {
      const quarters = quartersBetween(from, to);
      const keys = [...new Set(sheets)].flatMap((sheet) =>
        quarters.map((quarter) => quarterKey(sheet, quarter)),
      );
      const found = new Map(sheets.map((sheet) => [sheet, new Map<string, TakenDay>()]));
      for (const item of await table.getAll(keys)) {
        const days = found.get(String(item.sheet));
        for (const [day, taken] of daysOf(item, from, to)) days?.set(day, taken);
      }
      return found;
    },
  };
};

export type ResourceReads = ReturnType<typeof calendars>;

/** Writes the calendars that are read: from the day sheets, and never an older state over a newer. */
export const calendarProjection = (table: Pick<Table, 'get' | 'update' | 'startingWith'>) => {
  const place = ({ sheet, day }: Pick<DaySheet, 'sheet' | 'day'>) => ({
    Key: quarterKey(sheet, quarterOf(day)),
    names: { '#day': dayName(day), '#quarter': 'quarter', '#sheet': 'sheet', '#what': 'what' },
    values: { ':sheet': sheet, ':quarter': quarterOf(day), ':what': 'calendar' },
  });
  const SET = 'SET #day = :taken, #sheet = :sheet, #quarter = :quarter, #what = :what';

  /** The state of one day; answers whether it was news. */
  const project = (sheet: DaySheet): Promise<boolean> => {
    const { Key, names, values } = place(sheet);
    const taken = takenDay(sheet);
    return table.update({
      Key,
      UpdateExpression: SET,
      ConditionExpression: 'attribute_not_exists(#day) OR #day.v < :version',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ...values, ':taken': taken, ':version': taken.v },
    });
  };

  /** Makes one day as its sheet is, unless somebody has projected it since it was looked at. */
  async function repair(sheet: string, day: string, seen: TakenDay | undefined): Promise<boolean> {
    const item = await table.get(dayKey(sheet, day));
    const { Key, names, values } = place({ sheet, day });
    const same = seen ? '#day.v = :seen' : 'attribute_not_exists(#day)';
    const version = seen && { ':seen': seen.v };
    if (!item) {
      if (!seen) return false;
      return table.update({
        Key,
        UpdateExpression: 'REMOVE #day',
        ConditionExpression: same,
        ExpressionAttributeNames: { '#day': names['#day'] },
        ExpressionAttributeValues: version,
      });
    }
    return table.update({
      Key,
      UpdateExpression: SET,
      ConditionExpression: same,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: {
        ...values,
        ...version,
        ':taken': takenDay(DaySheet.parse(item)),
      },
    });
  }

  const shown = async (sheet: string, quarter: string): Promise<Map<string, TakenDay>> =>
    new Map(daysOf((await table.get(quarterKey(sheet, quarter))) ?? {}, '0000', '9999'));

  return {
    project,

    /** A day sheet is gone: whatever is shown of it follows what stands there now. */
    removed: async (sheet: string, day: string): Promise<boolean> =>
      repair(sheet, day, (await shown(sheet, quarterOf(day))).get(day)),

    /** An operator's step, should a calendar ever be wrong: all days of a quarter from their sheets. */
    async rebuild(sheet: string, quarter: string): Promise<void> {
      const known = await shown(sheet, quarter);
      const first = (Number(quarter.slice(6)) - 1) * 3 + 1;
      const months = [first, first + 1, first + 2].map((month) => String(month).padStart(2, '0'));
      const { pk } = dayKey(sheet, '');
      const sheets = await Promise.all(
        months.map((month) => table.startingWith(pk, `DAY#${quarter.slice(0, 4)}-${month}`)),
      );
      const days = new Set([...known.keys(), ...sheets.flat().map(({ day }) => String(day))]);
      for (const day of days) await repair(sheet, day, known.get(day));
    },
  };
};
export type CalendarProjection = ReturnType<typeof calendarProjection>;
