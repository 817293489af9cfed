import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import {
  type FiledItem,
  holderOf,
  LedgerEntry,
  readsWords,
} from '../../shared/domain/visit/ledger.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { type Labeller, labeller, readVisit, type VisitDeps } from './visit.ts';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export const ledgerOf = (
  { records }: Pick<VisitDeps, 'records'>,
  id: InterviewId,
): Promise<LedgerEntry[]> => records.parts('ledger', LedgerEntry, { kind: 'interview', id });

/** What an entry is made with: the ledger so far, and its words sealed for the place it will have. */
export async function entering(
  deps: VisitDeps,
  { interview: visit }: ReadInterview,
  note: string | undefined,
) {
  const ledger = await ledgerOf(deps, visit.id);
  const of = { kind: 'interview', id: visit.id } as const;
  const place = { what: 'ledger', of, number: ledger.length + 1, file: visit.file } as const;
  const sealed = note ? await deps.sealing.seal(place, { outcome: { note } }) : undefined;
  return { visit, ledger, sealed, digest };
}

/** The items of the ledger, each with its whole history. */
export async function shownLedger(deps: VisitDeps, id: InterviewId, by: Principal, lang: Lang) {
  const read = await readVisit(deps, { id, by, action: 'recording.read' });
  const around = { visit: read.interview, lead: read.case.lead };
  const ledger = await ledgerOf(deps, id);
  const worded = await Promise.all(
    ledger.map(async (entry) => {
      if (!readsWords(around, entry, by.agency)) return { entry, note: undefined };
      const { outcome } = await deps.sealing.open(entry, read.permit, ['outcome']);
      return { entry, note: outcome?.note };
    }),
  );
  const label = labeller(deps.policy.at(Temporal.Instant.from(deps.now())), lang);
  const items = worded.flatMap(({ entry, note }) =>
    entry.kind === 'filed' ? itemView(entry, note, { ledger, worded, label }) : [],
  );
  return { items };
}

interface Worded {
  readonly entry: LedgerEntry;
  readonly note: string | undefined;
}
interface Shown {
  readonly ledger: readonly LedgerEntry[];
  readonly worded: readonly Worded[];
  readonly label: Labeller;
}

function itemView(item: FiledItem, place: string | undefined, { ledger, worded, label }: Shown) {
  const { number, sha256, seconds, device, language } = item;
  const own = worded.filter(({ entry }) => entry.item === number);
  return {
    ...{ number, sha256, seconds, device, language, place },
    content: label('ledgerItems', item.content),
    holder: holderOf(ledger, item),
    history: own.map((one) => lineView(one, label)),
  };
}

function lineView({ entry, note }: Worded, label: Labeller) {
  const { number, at, by, kind, previous } = entry;
  const line = { number, at, agency: by.agency, kind, previous };
  switch (entry.kind) {
    case 'filed':
      return line;
    case 'used': {
      const purpose = label('ledgerPurposes', entry.purpose);
      return { ...line, use: label('ledgerUses', entry.use), purpose, who: entry.who, note };
    }
    case 'asked':
      return { ...line, purpose: label('ledgerPurposes', entry.purpose), note };
    case 'answered': {
      const reason = entry.reason ? label('ledgerRefusals', entry.reason) : undefined;
      return { ...line, request: entry.request, answer: entry.answer, reason, note };
    }
  }
}
