import { Temporal } from 'temporal-polyfill';
import { type Booking, isLive, type Purpose } from '../domain/booking/booking.ts';
import type { Case } from '../domain/case/case.ts';
import { agenciesOf, concerned, sheetsOf } from '../domain/finding/concerned.ts';
import type { DeclinedTime, Sibling, Sought } from '../domain/finding/sought.ts';
import type { CaseId } from '../domain/ids.ts';
import { childFacts } from '../domain/interview/child-facts.ts';
import {
  ForbiddenTime,
  forbiddenBetween,
  knownWorkers,
  preferredBetween,
  Wish,
} from '../domain/interview/childs-times.ts';
import type { Interview } from '../domain/interview/interview.ts';
import type { Edition } from '../domain/policy/edition.ts';
import { Addition } from '../domain/referral/addition-submission.ts';
import type { Task } from '../domain/task/task.ts';
import { attendingOf } from './attending.ts';
import type { Calendars, ResourceReads } from './calendars.ts';
import { rootOf } from './family.ts';
import type { Interviews } from './interviews.ts';
import type { Records, sealing as sealingOf } from './records.ts';

interface Read {
  readonly records: Pick<Records, 'case' | 'referral' | 'referralsOf' | 'parts'>;
  readonly sealing: Pick<ReturnType<typeof sealingOf>, 'forHub'>;
  readonly interviews: Pick<Interviews, 'bookingsOf' | 'siblingsOf'>;
  readonly calendars: Pick<ResourceReads, 'resourcesOf' | 'read'>;
}

/** The child as it was read already. */
interface Child {
  readonly case: Case;
  readonly family: readonly Case[];
  readonly tasks: readonly Task[];
}

/** What is looked for. */
export type Wanted = Pick<
  Sought,
  'purpose' | 'from' | 'to' | 'now' | 'limit' | 'allowed' | 'onCall'
>;

/**
 * Everything a search looks at. What is taken is one batch, whatever the number of people, rooms and
 * days; nothing personal is kept of what is opened to find the child's age.
 */
export async function readSearch(
  read: Read,
  visit: Child & { readonly interview: Interview },
  wanted: Wanted,
  edition: Edition,
): Promise<Sought> {
  const { interview } = visit;
  const shut = shutOf(visit);
  const planned = { interview, shut, purpose: wanted.purpose, lead: visit.case.lead };
  const [resources, bookings, apart, siblings, child, attending] = await Promise.all([
    read.calendars.resourcesOf(agenciesOf(planned, edition)),
    read.interviews.bookingsOf(interview.id),
    Promise.all(interview.apart.map((id) => rootId(read, id))),
    siblingsOf(read, interview),
    childOf(read, visit, wanted, edition),
    attendingOf(read, visit, wanted.now),
  ]);
  const sought = {
    ...{ ...wanted, ...planned, apart, siblings, child, attending },
    caseVersion: visit.case.version,
    resources: concerned(resources, planned, edition),
    declined: bookings.flatMap(declinedOf),
    own: liveOf(bookings, wanted.purpose),
    other: liveOf(bookings, wanted.purpose === 'visit' ? 'planning-meeting' : 'visit'),
  };
  return { ...sought, calendars: await takenOf(read, sought, edition) };
}

const liveOf = (bookings: readonly Booking[], purpose: Purpose): Booking | undefined =>
  bookings.find((one) => one.purpose === purpose && isLive(one));

function takenOf(
  { calendars }: Read,
  sought: Omit<Sought, 'calendars'>,
  edition: Edition,
): Promise<Calendars> {
  const { zone } = edition.calendar;
  const [from, to] = [sought.from, sought.to].map((at) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );
  return calendars.read(sheetsOf(sought, edition), from ?? '', to ?? '');
}

const shutOf = ({ family }: Child): Sought['shut'] => ({
  agencies: family.flatMap(({ excluded = [] }) => excluded),
  accounts: family.flatMap(({ conflicted = [] }) => conflicted),
});

const rootId = async ({ records }: Read, id: CaseId): Promise<CaseId> =>
  (await rootOf(records, await records.case(id))).id;

async function siblingsOf(read: Read, interview: Interview): Promise<Sibling[]> {
  const visits = await read.interviews.siblingsOf(interview);
  return Promise.all(
    visits.map(async ({ id, child, siblings }) => ({
      order: siblings?.order ?? 1,
      case: child,
      booking: liveOf(await read.interviews.bookingsOf(id), 'visit'),
    })),
  );
}

/** Who declined a time is not asked for the same time again. */
const declinedOf = ({ agencies, start, end }: Booking): DeclinedTime[] =>
  agencies
    .filter(({ state }) => state === 'declined')
    .map(({ agency }) => ({ agency, from: start, to: end }));

async function childOf(
  read: Read,
  { interview, case: of, family, tasks }: Child & { readonly interview: Interview },
  { from, to, now }: Wanted,
  edition: Edition,
): Promise<Sought['child']> {
  const { records } = read;
  const subject = { kind: 'interview' as const, id: interview.id };
  const [forbidden, wishes, years] = await Promise.all([
    records.parts('forbidden-time', ForbiddenTime, subject),
    records.parts('wish', Wish, subject),
    yearsOf(read, family, now, edition),
  ]);
  const { zone } = edition.calendar;
  const between = { from, to: Temporal.Instant.from(to).add({ hours: 24 }).toString() };
  const leading = tasks.filter(({ role, agency }) => role === 'lead' && agency === of.lead);
  return {
    years,
    forbidden: forbiddenBetween(forbidden, between, zone),
    preferred: preferredBetween(wishes, between, zone),
    known: [
      ...knownWorkers(wishes),
      ...leading.flatMap(({ worker, deputy }) => [worker, deputy].flatMap((one) => one ?? [])),
    ],
  };
}

/** The child's age by all that was reported of it; opened for this alone. */
async function yearsOf(
  { records, sealing }: Read,
  family: readonly Case[],
  at: string,
  { calendar: { zone } }: Edition,
): Promise<number | undefined> {
  const ids = (await Promise.all(family.map(({ id }) => records.referralsOf(id)))).flat();
  const reports = ids.map(async (id) => {
    const [referral, additions] = await Promise.all([
      records.referral(id),
      records.parts('addition', Addition, { kind: 'referral', id }),
    ]);
    const first = { record: referral, at: referral.submittedAt };
    return [first, ...additions.map((record) => ({ record, at: record.at }))];
  });
  const stated = (await Promise.all(reports)).flat().map(async ({ record, at: said }) => ({
    at: said,
    stated: await sealing.forHub(record, 'same-child'),
  }));
  return childFacts({ reports: await Promise.all(stated), accused: [], at, zone }).age;
}
