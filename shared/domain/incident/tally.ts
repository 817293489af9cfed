import type { AgencyId } from '../ids.ts';
import type { Group } from '../referral/group.ts';
import type { Scope, Totals } from './incident.ts';

/** An entry of the journal of access as the index by time has it. */
export interface Looked {
  readonly sub: string;
  readonly agency: AgencyId;
  readonly function?: string | undefined;
  readonly groups?: readonly Group[] | undefined;
  /** Absent for a page of a list. */
  readonly record?: string | undefined;
  readonly child?: string | undefined;
}

/** All looks at one record. */
export interface Touched {
  readonly record: string;
  /** The case or, without one, the referral. */
  readonly child: string;
  readonly groups: readonly Group[];
  /** Accounts, each with its agency and how often it looked. */
  readonly by: readonly (readonly [account: string, agency: AgencyId, reads: number])[];
}

const among = <T>(wanted: readonly T[] | undefined, one: T | undefined): boolean =>
  wanted === undefined || (one !== undefined && wanted.includes(one));

/** Whether the entry is one of those that are looked for. */
export const isInScope = (entry: Looked, { accounts, agencies, functions }: Scope): boolean =>
  among(accounts, entry.sub) && among(agencies, entry.agency) && among(functions, entry.function);

interface Counting {
  readonly child: string;
  readonly groups: Set<Group>;
  readonly by: Map<string, { readonly agency: AgencyId; reads: number }>;
}

/** Counts looks by record. It is handed a million of them: so it counts in place. */
export class Tally {
  private readonly counting = new Map<string, Counting>();

  look({ record, child = record ?? '', sub, agency, groups = [] }: Looked): void {
    if (record !== undefined) this.count({ record, child, groups, by: [[sub, agency, 1]] });
  }

  /** What an earlier step counted of this record comes on top. */
  count({ record, child, groups, by }: Touched): void {
    const found = this.counting.get(record) ?? { child, groups: new Set(), by: new Map() };
    for (const group of groups) found.groups.add(group);
    for (const [account, agency, reads] of by) {
      found.by.set(account, { agency, reads: reads + (found.by.get(account)?.reads ?? 0) });
    }
    this.counting.set(record, found);
  }

  lines(): Touched[] {
    return [...this.counting]
      .map(([record, { child, groups, by }]) => ({
        ...{ record, child, groups: [...groups].toSorted() },
        by: [...by].map(([account, { agency, reads }]) => [account, agency, reads] as const),
      }))
      .toSorted((a, b) => (a.record < b.record ? -1 : 1));
  }
}

/** Whose child it is now: joined cases are one child, and one unit leads. */
export interface Child {
  readonly child: string;
  readonly lead?: AgencyId | undefined;
}

/** The package in numbers: how many records and children, what of them, by whom, and who must be told. */
export function totalsOf(
  lines: readonly Touched[],
  childOf: (child: string) => Child,
  seen: { readonly entries: number; readonly lists: number },
): Totals {
  const children = new Map(lines.map(({ child }) => [childOf(child).child, childOf(child).lead]));
  const groups = [...new Set(lines.flatMap((line) => line.groups))].toSorted();
  return {
    ...seen,
    records: lines.length,
    children: children.size,
    categories: groups.map((group) => {
      const touched = lines.filter((line) => line.groups.includes(group));
      const own = new Set(touched.map(({ child }) => childOf(child).child));
      return { group, records: touched.length, children: own.size };
    }),
    accounts: accountsOf(lines),
    leads: counted([...children.values()]),
  };
}

function accountsOf(lines: readonly Touched[]): Totals['accounts'] {
  const found = new Map<string, Totals['accounts'][number]>();
  for (const [account, agency, reads] of lines.flatMap(({ by }) => by)) {
    const known = found.get(account) ?? { account, agency, reads: 0, records: 0 };
    found.set(account, { ...known, reads: known.reads + reads, records: known.records + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.reads - a.reads);
}

function counted(leads: readonly (AgencyId | undefined)[]): Totals['leads'] {
  const counts = new Map<AgencyId, number>();
  for (const lead of leads) if (lead) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  return [...counts]
    .map(([agency, children]) => ({ agency, children }))
    .toSorted((a, b) => (a.agency < b.agency ? -1 : 1));
}
