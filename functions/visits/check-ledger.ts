import type { checkLedger as contract } from '../../shared/contract/recordings.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { brokenIn } from '../../shared/domain/visit/chain.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { digest, ledgerOf } from './recordings.ts';
import { readVisit, type VisitDeps } from './visit.ts';

/** Whether every entry still names the one before it, and is what the journal says was entered. */
export const checkLedger =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path: { interviewId: id }, principal: by }) => {
    await readVisit(deps, { id, by, action: 'recording.read' });
    const [ledger, events] = await Promise.all([
      ledgerOf(deps, id),
      deps.records.eventsOf({ kind: 'interview', id }),
    ]);
    const broken = brokenIn(ledger, new Map(events.flatMap(entryOf)), digest);
    const body = { entries: ledger.length, whole: broken.length === 0, broken };
    return { status: 200, body };
  };

const entryOf = ({ type, codes }: JournalEvent): [number, string][] =>
  type.startsWith('recording.') && codes?.entry && codes.hash
    ? [[Number(codes.entry), codes.hash]]
    : [];
