import * as z from 'zod';
import { AgencyId, InterviewId } from '../domain/ids.ts';
import type { Subject } from '../domain/journal/event.ts';
import type { VisitRoles } from '../domain/recall/recipients.ts';
import { type ReadEntry, type Told, toldOf } from '../domain/recall/told.ts';
import { Group } from '../domain/referral/group.ts';
import type { Referral, RoutedReferral } from '../domain/referral/referral.ts';
import type { Task } from '../domain/task/task.ts';
import { Instant } from '../domain/time.ts';
import { isOver } from '../domain/visit/standing.ts';
import { feedKey, interviewKey, partitionOf } from './keys.ts';
import type { Records } from './records.ts';
import type { Table } from './table.ts';

const Read = z.object({
  agency: AgencyId,
  at: Instant,
  action: z.string(),
  rule: z.string(),
  groups: z.array(Group),
});
const Roles = z.object({
  id: InterviewId,
  status: z.string(),
  roles: z.array(z.object({ agency: AgencyId })),
  site: z.object({ agency: AgencyId }),
});
const Carried = z.object({ agency: AgencyId, at: Instant });

/** What a recall looks at: everybody who was told, all work for the child, and its visits. */
export interface Shared {
  readonly told: readonly Told[];
  readonly tasks: readonly Task[];
  readonly visits: readonly VisitRoles[];
}

/** Who was told of a referral, by the journal and not by anybody's memory. */
export const tellings = (
  table: Pick<Table, 'startingWith' | 'getAll' | 'page'>,
  records: Pick<Records, 'tasksOf' | 'eventsOf'>,
) => ({
  /** All work under a referral, whatever became of it. */
  workOf: (referral: RoutedReferral): Promise<Task[]> => workOf(records, recordsOf(referral)),

  async of(referral: RoutedReferral): Promise<Shared> {
    const own = recordsOf(referral);
    const [tasks, visits] = await Promise.all([workOf(records, own), visitsOf(table, referral)]);
    const subjects: Subject[] = [
      ...own,
      ...tasks.map(({ id }) => ({ kind: 'task' as const, id })),
      ...visits.map(({ id }) => ({ kind: 'interview' as const, id })),
    ];
    const [reads, events, carried] = await Promise.all([
      Promise.all(subjects.map((subject) => readsOf(table, subject))),
      Promise.all(subjects.map(records.eventsOf)),
      Promise.all((referral.excluded ?? []).map((agency) => carriedTo(table, agency, referral.id))),
    ]);
    const traces = { reads: reads.flat(), events: events.flat(), carried: carried.flat() };
    return { told: toldOf({ referral, tasks, ...traces }), tasks, visits };
  },
});
export type Tellings = ReturnType<typeof tellings>;

/** A family's referral has work of its own before it becomes a case. */
const recordsOf = ({ id, case: opened }: RoutedReferral): Subject[] => [
  { kind: 'referral', id },
  ...(opened ? [{ kind: 'case' as const, id: opened }] : []),
];

const workOf = async (
  records: Pick<Records, 'tasksOf'>,
  own: readonly Subject[],
): Promise<Task[]> => (await Promise.all(own.map((one) => records.tasksOf(one)))).flat();

async function readsOf(table: Pick<Table, 'startingWith'>, subject: Subject): Promise<ReadEntry[]> {
  const entries = await table.startingWith(partitionOf(subject), 'ACCESS#');
  return entries.filter(({ verb }) => verb === 'access').map((entry) => Read.parse(entry));
}

async function visitsOf(
  table: Pick<Table, 'startingWith' | 'getAll'>,
  { case: opened }: RoutedReferral,
): Promise<(VisitRoles & { readonly id: InterviewId })[]> {
  if (!opened) return [];
  const of = partitionOf({ kind: 'case', id: opened });
  const links = await table.startingWith(of, 'LINK#interview#');
  const keys = links.map(({ id }) => interviewKey(InterviewId.parse(id)));
  const items = await table.getAll(keys, ['id', 'status', 'roles', 'site']);
  return items.map((item) => {
    const { id, status, roles, site } = Roles.parse(item);
    const agencies = [site.agency, ...roles.map(({ agency }) => agency)];
    return { id, over: isOver({ status }), agencies };
  });
}

/** What of a referral really stands in an agency's feed: read whole, for hardly anybody is excluded. */
async function carriedTo(
  table: Pick<Table, 'page'>,
  agency: AgencyId,
  referral: Referral['id'],
): Promise<z.infer<typeof Carried>[]> {
  const found: z.infer<typeof Carried>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.page({
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: 'referral = :referral AND NOT begins_with(#type, :recall)',
      ExpressionAttributeNames: { '#type': 'type' },
      ExpressionAttributeValues: {
        ':pk': feedKey(agency, 0).pk,
        ':referral': referral,
        ':recall': 'recall.',
      },
      ConsistentRead: true,
      ExclusiveStartKey: from,
    });
    found.push(...page.items.map((item) => Carried.parse(item)));
    from = page.last && { ...page.last };
  } while (from);
  return found;
}
