import type * as z from 'zod';
import type { Permit } from '../domain/access/permit.ts';
import type { Principal } from '../domain/access/principal.ts';
import { Case } from '../domain/case/case.ts';
import type { Clock } from '../domain/clock/state.ts';
import { HUB_READS, type HubUse } from '../domain/disclosure/hub-reads.ts';
import { isOwn } from '../domain/disclosure/own-words.ts';
import { ROSTER_NUMBER, Roster } from '../domain/duty/roster.ts';
import {
  type AgencyId,
  type CaseId,
  type FileId,
  InterviewId,
  ReferralId,
  TaskId,
} from '../domain/ids.ts';
import type { Interview } from '../domain/interview/interview.ts';
import { JournalEvent, type Subject } from '../domain/journal/event.ts';
import type { Part, PartName } from '../domain/part.ts';
import type { Group } from '../domain/referral/group.ts';
import type { Details, Stated } from '../domain/referral/groups.ts';
import { Feedback, Referral } from '../domain/referral/referral.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Resource } from '../domain/resource/resource.ts';
import { Routing } from '../domain/routing/routing.ts';
import type { Sealed } from '../domain/sealed.ts';
import { Task } from '../domain/task/task.ts';
import { VisitStanding } from '../domain/visit/standing.ts';
import type { Place, Vault } from '../platform/vault.ts';
import { StoredClock } from './clock-item.ts';
import {
  caseKey,
  childRoutingKey,
  feedbackKey,
  interviewKey,
  partitionOf,
  partKey,
  partPrefix,
  referralKey,
  resourceKey,
  routingKey,
  taskKey,
} from './keys.ts';
import { lookAt, type Reads } from './look.ts';
import type { Item, Key } from './write.ts';

/** A record with a sealed part, as far as it is needed to find that part's place. */
export type SealedRecord = Referral | Case | Task | Feedback | Interview | Resource | Part;
export type SealedPlace =
  | Pick<Referral, 'what' | 'id' | 'file'>
  | Pick<Case, 'what' | 'id' | 'file'>
  | Pick<Task, 'what' | 'id' | 'file'>
  | Pick<Interview, 'what' | 'id' | 'file'>
  | Pick<Resource, 'what' | 'id' | 'file' | 'agency'>
  | Pick<Feedback, 'what' | 'referral' | 'number' | 'file'>
  | Pick<Part, 'what' | 'of' | 'number' | 'file'>;

function placeOf(record: SealedPlace): Place {
  const { file } = record;
  switch (record.what) {
    case 'referral':
      return { ...referralKey(record.id), file };
    case 'case':
      return { ...caseKey(record.id), file };
    case 'task':
      return { ...taskKey(record.id), file };
    case 'feedback':
      return { ...feedbackKey(record.referral, record.number), file };
    case 'interview':
      return { ...interviewKey(record.id), file };
    case 'resource':
      return { ...resourceKey(record.id), file, agency: record.agency };
    default:
      return { ...partKey(record), file, ...ofAgency(record.of) };
  }
}

/** A roster or an absence belongs to no child's file. */
const ofAgency = ({ kind, id }: Subject) => (kind === 'agency' ? { agency: id } : {});

const found = (item: Item | undefined): Item => {
  if (!item) throw new Refusal('not-found');
  return item;
};

const readBy = (table: Reads) => {
  const one = async <T extends z.ZodType>(schema: T, key: Key): Promise<z.output<T>> =>
    schema.parse(found(await table.get(key)));
  const many = async <T extends z.ZodType>(
    schema: T,
    pk: string,
    prefix: string,
  ): Promise<z.output<T>[]> =>
    (await table.startingWith(pk, prefix)).map((item) => schema.parse(item));

  /** Each once, however often it is named: DynamoDB refuses a key that stands twice in one read. */
  const several = async <T extends z.ZodType>(
    schema: T,
    keys: readonly Key[],
  ): Promise<z.output<T>[]> => {
    const each = [...new Map(keys.map((key) => [key.pk, key])).values()];
    return (await table.getAll(each)).map((item) => schema.parse(item));
  };

  return {
    referral: (id: ReferralId): Promise<Referral> => one(Referral, referralKey(id)),
    case: (id: CaseId): Promise<Case> => one(Case, caseKey(id)),
    task: (id: TaskId): Promise<Task> => one(Task, taskKey(id)),

    /** Several in one read, in any order. */
    referralsBy: (ids: readonly ReferralId[]): Promise<Referral[]> =>
      several(Referral, ids.map(referralKey)),
    casesBy: (ids: readonly CaseId[]): Promise<Case[]> => several(Case, ids.map(caseKey)),

    /** The tasks of a case or, without one, of a referral. */
    async tasksOf(parent: Subject): Promise<Task[]> {
      const links = await table.startingWith(partitionOf(parent), 'LINK#task#');
      const items = await table.getAll(links.map(({ id }) => taskKey(TaskId.parse(id))));
      return items
        .map((item) => Task.parse(item))
        .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
    },

    /** The referrals of a case: the one that opened it, and those that joined. */
    async referralsOf(id: CaseId): Promise<ReferralId[]> {
      const links = await table.startingWith(partitionOf({ kind: 'case', id }), 'LINK#referral#');
      return links.map((link) => ReferralId.parse(link.id));
    },

    clocksOf: (subject: Subject): Promise<Clock[]> =>
      many(StoredClock, partitionOf(subject), 'CLOCK#'),

    feedbackOf: (id: ReferralId): Promise<Feedback[]> =>
      many(Feedback, `REFERRAL#${id}`, 'FEEDBACK#'),
    feedback: (id: ReferralId, number: number): Promise<Feedback> =>
      one(Feedback, feedbackKey(id, number)),

    /** The routing decision of a revision, or nothing while it has not been made. */
    async routing(id: ReferralId, revision = 1): Promise<Routing | undefined> {
      const item = await table.get(routingKey(id, revision));
      return item && Routing.parse(item);
    },

    /** All routings of a referral: the first, those after news, and those of its related children. */
    routings: (id: ReferralId): Promise<Routing[]> => many(Routing, `REFERRAL#${id}`, 'ROUTING#'),
    /** What was decided for one related child, or nothing while it has not been. */
    async routingOfChild(id: ReferralId, child: number): Promise<Routing | undefined> {
      const item = await table.get(childRoutingKey(id, child));
      return item && Routing.parse(item);
    },

    /** The parts of one kind of a case, a referral or an agency, in the order they came. */
    parts: <T extends z.ZodType>(what: PartName, schema: T, of: Subject): Promise<z.output<T>[]> =>
      many(schema, partitionOf(of), partPrefix(what)),
    part: <T extends z.ZodType>(
      what: PartName,
      schema: T,
      of: Subject,
      number: number,
    ): Promise<z.output<T>> => one(schema, partKey({ what, of, number })),

    /** The roster of an agency, or nothing where it never published one. */
    async roster(agency: AgencyId): Promise<Roster | undefined> {
      const of = { kind: 'agency' as const, id: agency };
      const item = await table.get(partKey({ what: 'roster', of, number: ROSTER_NUMBER }));
      return item && Roster.parse(item);
    },

    /** The visits of a case: of each only how it stands, and what its centre may see. */
    async visitsOf(id: CaseId): Promise<VisitStanding[]> {
      const links = await table.startingWith(partitionOf({ kind: 'case', id }), 'LINK#interview#');
      const keys = links.map((link) => interviewKey(InterviewId.parse(link.id)));
      const items = await table.getAll(keys, ['id', 'status', 'opened']);
      return items.map((item) => VisitStanding.parse(item));
    },

    /** What happened to a subject, in order of time. */
    async eventsOf(subject: Subject): Promise<JournalEvent[]> {
      const events = await many(JournalEvent, partitionOf(subject), 'EVENT#');
      return events.toSorted((a, b) => a.at.localeCompare(b.at));
    },
  };
};

export interface Records extends ReturnType<typeof readBy> {
  /** The same for one answer about this record, in few reads; never for a decision that is kept. */
  look(of: Subject): Records;
}

/** Reads what the hub keeps; everything read is parsed, and what is absent is refused as not found. */
export const records = (table: Reads): Records => ({
  ...readBy(table),
  look: (of) => records(lookAt(table, partitionOf(of))),
});

/** Seals and opens the personal part of records, each bound to the place where it is kept. */
export const sealing = (vault: Vault) => ({
  /** Draws the key of a file that a referral is about to open: its write goes with that referral. */
  async newFile(file: FileId) {
    const opened = await vault.newFile(file);
    return {
      seal: (record: SealedPlace, details: Stated) => opened.seal(placeOf(record), details),
      write: opened.write,
    };
  },
  seal: (record: SealedPlace, details: Stated, revision = 1, earlier?: Sealed) =>
    vault.seal(placeOf(record), details, revision, earlier),
  /** Opens what access decided that a reader may know, and of that only what is asked for. */
  open: (record: SealedRecord, { groups }: Permit, only: readonly Group[] = groups) =>
    vault.open(
      placeOf(record),
      record.sealed,
      groups.filter((group) => only.includes(group)),
    ),
  /** Opens what the reader’s own agency wrote, or has to answer. */
  own: (
    record: SealedRecord,
    { agency }: Pick<Principal, 'agency'>,
    only: readonly Group[],
  ): Promise<Partial<Details>> =>
    vault.open(placeOf(record), record.sealed, isOwn(record, agency) ? only : []),
  /** Opens for the hub itself, for one of the purposes it has, and for no reader. */
  forHub: (record: SealedRecord, use: HubUse, only: readonly Group[] = HUB_READS[use].groups) =>
    vault.open(
      placeOf(record),
      record.sealed,
      HUB_READS[use].groups.filter((group) => only.includes(group)),
    ),
});
