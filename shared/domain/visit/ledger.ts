import * as z from 'zod';
import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import { AgencyId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { EventType } from '../journal/event.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Code, Language } from '../text.ts';
import { type Digest, hashOf, NOTHING_BEFORE } from './chain.ts';
import { counted, partOfVisit, type StepBy, visitEvent } from './step.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const base = {
  ...part('ledger'),
  /** SHA-256 of the entry before it: none can be taken out or changed unseen. */
  previous: Sha256,
  /** The number of the entry under which the item was filed; its own where it is that one. */
  item: z.int().min(1),
};

/**
 * One line of the custody ledger. The hub keeps no recording: it keeps what it is recognised by,
 * who has it, and everything that was done with it, in order.
 */
export const LedgerEntry = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('filed'),
    content: Code,
    sha256: Sha256,
    /** Length in seconds; of a protocol none. */
    seconds: z.int().min(1).optional(),
    /** The device that recorded it, by what stands on it. */
    device: Code.optional(),
    language: Language.optional(),
    holder: AgencyId,
  }),
  z.object({
    ...base,
    kind: z.literal('used'),
    use: z.enum(['view', 'copy', 'handover']),
    purpose: Code,
    /** Who viewed it, or has the copy, or has it now. */
    who: AgencyId,
  }),
  z.object({ ...base, kind: z.literal('asked'), purpose: Code }),
  z.object({
    ...base,
    kind: z.literal('answered'),
    request: z.int().min(1),
    answer: z.enum(['given', 'refused']),
    reason: Code.optional(),
  }),
]);
export type LedgerEntry = z.infer<typeof LedgerEntry>;
export type FiledItem = Extract<LedgerEntry, { kind: 'filed' }>;

interface Entering {
  readonly visit: Interview;
  /** The whole ledger, in its order. */
  readonly ledger: readonly LedgerEntry[];
  readonly sealed: Sealed | undefined;
  readonly digest: Digest;
}

/** What every new entry has: its number, and the hash of the one before it. */
const head = ({ visit, ledger, digest, sealed }: Entering, step: StepBy) => {
  const last = ledger.at(-1);
  return {
    ...partOfVisit('ledger', visit, ledger.length + 1, step),
    previous: last ? hashOf(last, digest) : NOTHING_BEFORE,
    ...(sealed && { sealed }),
  };
};

/** Its hash stands in the journal as well: so the last entry, too, cannot be changed unseen. */
function entered(
  { visit, digest }: Entering,
  entry: LedgerEntry,
  step: StepBy,
  { type, clocks = [], deadline }: { type: EventType; clocks?: Kept[]; deadline?: string },
): Decision {
  const next = counted(visit);
  const codes = { entry: String(entry.number), hash: hashOf(entry, digest), kind: entry.kind };
  const told = visitEvent({ type, visit: next, codes, deadline }, step);
  return { kept: [entry, next, ...clocks], events: [told] };
}

type Item = Pick<FiledItem, 'content' | 'sha256' | 'seconds' | 'device' | 'language' | 'holder'>;

/** A recording, a sealed copy, a protocol or a translation is entered: where it is, and its hash. */
export function fileItem(
  entering: Entering & { readonly item: Item },
  step: StepBy,
  edition: Edition,
): Decision {
  const { item, visit } = entering;
  if (!('startedAt' in visit) && visit.status !== 'planning') {
    throw new Refusal('visit-not-under-way', [{ pointer: '/status', code: visit.status }]);
  }
  if (!edition.has('ledgerItems', item.content)) throw unknown('/item');
  if (!edition.agency(item.holder)) {
    throw new Refusal('unknown-agency', [{ pointer: '/holder', code: 'unknown-agency' }]);
  }
  const common = head(entering, step);
  const entry: FiledItem = { ...common, kind: 'filed', ...item, item: common.number };
  return entered(entering, entry, step, { type: 'recording.filed' });
}

/** The items of a ledger, each under the number it was filed with. */
export const itemOf = (ledger: readonly LedgerEntry[], number: number): FiledItem => {
  const found = ledger.find((entry) => entry.number === number);
  if (found?.kind !== 'filed') throw new Refusal('not-found');
  return found;
};

/** Who has an item now: the last it was handed to. */
export const holderOf = (ledger: readonly LedgerEntry[], item: FiledItem): AgencyId =>
  ledger
    .filter((entry) => entry.item === item.number)
    .reduce<AgencyId>(
      (holder, entry) => (entry.kind === 'used' && entry.use === 'handover' ? entry.who : holder),
      item.holder,
    );

/**
 * Whether an agency reads the words of an entry: where an item lies, why it was used. Whoever leads, the
 * house and those with a role at the visit do, and whoever wrote it. Everybody else at work learns that
 * there is a recording, and with whom: enough to ask for it instead of asking the child.
 */
export const readsWords = (
  { visit, lead }: { readonly visit: Pick<Interview, 'site' | 'roles'>; readonly lead: AgencyId },
  { by }: Pick<LedgerEntry, 'by'>,
  reader: AgencyId,
): boolean =>
  [lead, visit.site.agency, by.agency, ...visit.roles.map(({ agency }) => agency)].includes(reader);

interface Using extends Entering {
  readonly item: number;
  readonly use: 'view' | 'copy' | 'handover';
  readonly purpose: string;
  readonly who: AgencyId;
}

/** Somebody viewed, copied or took over an item: entered by whoever has it. */
export function useItem(using: Using, step: StepBy, edition: Edition): Decision {
  const { ledger, use, purpose, who } = using;
  const item = itemOf(ledger, using.item);
  if (holderOf(ledger, item) !== step.by.agency) throw new Refusal('not-your-role');
  if (!edition.has('ledgerPurposes', purpose)) throw unknown('/purpose');
  if (!edition.agency(who)) {
    throw new Refusal('unknown-agency', [{ pointer: '/who', code: 'unknown-agency' }]);
  }
  const common = head(using, step);
  const entry: LedgerEntry = { ...common, kind: 'used', item: item.number, use, purpose, who };
  return entered(using, entry, step, { type: 'recording.touched' });
}

/** An agency that needs the statement asks for the recording, not the child. */
export function askForItem(
  asking: Entering & { readonly item: number; readonly purpose: string },
  step: StepBy,
  edition: Edition,
): Decision {
  const { visit, ledger, purpose } = asking;
  const item = itemOf(ledger, asking.item);
  if (!edition.has('ledgerPurposes', purpose)) throw unknown('/purpose');
  const common = head(asking, step);
  const entry: LedgerEntry = { ...common, kind: 'asked', item: item.number, purpose };
  const clock = startClock(
    {
      name: 'statement-asked',
      numbered: String(entry.number),
      subject: { kind: 'interview', id: visit.id },
      holder: holderOf(ledger, item),
      file: visit.file,
      referral: visit.referral,
      case: visit.case,
      urgency: 'high',
      startedAt: step.at,
    },
    edition,
  );
  const more = { type: 'recording.asked' as const, clocks: [clock], deadline: clock.dueAt };
  return entered(asking, entry, step, more);
}

interface Answering extends Entering {
  readonly item: number;
  readonly request: number;
  readonly answer: 'given' | 'refused';
  readonly reason: string | undefined;
  readonly clocks: readonly Clock[];
}

/** Whoever has the item says yes, or no with a reason. */
export function answerRequest(answering: Answering, step: StepBy, edition: Edition): Decision {
  const { ledger, request, answer, reason, clocks } = answering;
  const item = itemOf(ledger, answering.item);
  const asked = ledger.find(({ number, kind }) => number === request && kind === 'asked');
  if (asked?.item !== item.number) throw new Refusal('not-found');
  if (holderOf(ledger, item) !== step.by.agency) throw new Refusal('not-your-role');
  if (ledger.some((entry) => entry.kind === 'answered' && entry.request === request)) {
    throw new Refusal('request-answered');
  }
  if (answer === 'refused' && !(reason && edition.has('ledgerRefusals', reason))) {
    throw unknown('/reason');
  }
  const entry: LedgerEntry = {
    ...head(answering, step),
    ...{ kind: 'answered', item: item.number, request, answer },
    ...(answer === 'refused' && reason && { reason }),
  };
  const ended = clocks
    .filter(({ name, endedAt }) => name === `statement-asked-${request}` && !endedAt)
    .map((clock) => endClock(clock, step.at));
  return entered(answering, entry, step, { type: 'recording.answered', clocks: ended });
}

const unknown = (pointer: string) =>
  new Refusal('unknown-code', [{ pointer, code: 'unknown-code' }]);
