import { LOOKED_AT } from '../disclosure/looked-at.ts';
import type { AgencyId } from '../ids.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Group } from '../referral/group.ts';
import type { Referral } from '../referral/referral.ts';
import type { Task } from '../task/task.ts';
import { isOfRecall } from './clock.ts';
import type { ToldBy } from './recall.ts';

/** One entry of the access journal: that somebody of the agency read, and what was open to it. */
export interface ReadEntry {
  readonly agency: AgencyId;
  readonly at: string;
  readonly action: string;
  readonly rule: string;
  readonly groups: readonly Group[];
}

/** All traces of a referral having been shared. */
export interface Traces {
  readonly referral: Pick<Referral, 'agency' | 'excluded'>;
  /** Of the referral and of its case, also those that have ended. */
  readonly tasks: readonly Task[];
  readonly reads: readonly ReadEntry[];
  /** Of the referral, its case, its tasks and its visits. */
  readonly events: readonly JournalEvent[];
  /** What stands in the feeds of excluded agencies: most of what names them never got there. */
  readonly carried: readonly { readonly agency: AgencyId; readonly at: string }[];
}

/** An agency that was told, since when and how. */
export interface Told {
  readonly agency: AgencyId;
  readonly toldSince: string;
  readonly toldBy: readonly ToldBy[];
  readonly shown: readonly Group[];
}

interface Trace {
  readonly agency: AgencyId;
  readonly at: string;
  readonly by: ToldBy;
  readonly groups: readonly Group[];
}

/**
 * Every agency that was told of a referral, and nobody else: whoever was asked, has read, or has it
 * in its feed. An excluded agency counts only by what really reached it, and by no reading of the
 * one person there who referred.
 */
export function toldOf(traces: Traces): Told[] {
  const all = [...asked(traces), ...read(traces), ...delivered(traces)];
  const byAgency = Map.groupBy(all, ({ agency }) => agency);
  return [...byAgency]
    .map(([agency, own]): Told => {
      const toldSince = own.map(({ at }) => at).sort()[0] ?? '';
      const toldBy = [...new Set(own.map(({ by }) => by))];
      return { agency, toldSince, toldBy, shown: [...new Set(own.flatMap((one) => one.groups))] };
    })
    .toSorted((a, b) => a.toldSince.localeCompare(b.toldSince) || a.agency.localeCompare(b.agency));
}

const isExcluded = ({ referral }: Traces, agency: AgencyId): boolean =>
  referral.excluded?.includes(agency) ?? false;

const asked = (traces: Traces): Trace[] =>
  traces.tasks
    .filter(({ agency }) => !isExcluded(traces, agency))
    .map(({ agency, createdAt }) => ({ agency, at: createdAt, by: 'asked', groups: [] }));

/** A recall is read to be answered; how a task was handed over says nothing of the child. */
const SHOWS_NOTHING: readonly string[] = ['recall.read', 'service.read'];

/** What the referrer reads of its own words is not told to it. */
const read = (traces: Traces): Trace[] =>
  traces.reads
    .filter(({ action, rule }) => !SHOWS_NOTHING.includes(action) && rule !== LOOKED_AT)
    .filter(({ agency, rule }) => rule !== 'referrer' || !isExcluded(traces, agency))
    .map(({ agency, at, rule, groups }) => ({
      ...{ agency, at, by: 'read' },
      groups: rule === 'referrer' ? [] : groups,
    }));

const delivered = (traces: Traces): Trace[] => {
  const sent = traces.events
    .filter(({ type, clock }) => !type.startsWith('recall.') && !isOfRecall({ name: clock ?? '' }))
    .flatMap(({ to, call, at }) =>
      [...to, ...(call ? [call.agency] : [])].map((agency) => ({ agency, at })),
    )
    .filter(({ agency }) => !isExcluded(traces, agency));
  return [...sent, ...traces.carried].map((one) => ({ ...one, by: 'delivered', groups: [] }));
};

/**
 * Known to have it as whoever referred, and not as somebody who was asked. Such an agency is never
 * named by anybody: who referred may be hidden.
 */
export const isReferrerAlone = (
  { agency, toldBy }: Pick<Told, 'agency' | 'toldBy'>,
  referral: Pick<Referral, 'agency'>,
): boolean => agency === referral.agency && !toldBy.includes('asked');
