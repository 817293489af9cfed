import { Temporal } from 'temporal-polyfill';
import type { Permit } from '../../shared/domain/access/permit.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { Move, NOWHERE } from '../../shared/domain/move/move.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

export type MoveDeps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

export const movesOf = ({ records }: Pick<MoveDeps, 'records'>, id: CaseId): Promise<Move[]> =>
  records.parts('move', Move, { kind: 'case', id });

/** What lies ahead has not happened: a day or an instant of the pack's zone. */
export function refuseFuture(value: string, pointer: string, now: string, zone: string): void {
  const instant = Temporal.Instant.from(now);
  const future = value.includes('T')
    ? Temporal.Instant.compare(Temporal.Instant.from(value), instant) > 0
    : value > instant.toZonedDateTimeISO(zone).toPlainDate().toString();
  if (future) throw new Refusal('in-the-future', [{ pointer, code: 'in-the-future' }]);
}

/** A move, with the words in it for those who may read them. */
export async function shownMove(
  { sealing, policy, now }: Pick<MoveDeps, 'sealing' | 'policy' | 'now'>,
  move: Move,
  { permit, lang }: { readonly permit: Permit; readonly lang: Lang },
) {
  const { outcome } = await sealing.open(move, permit, ['outcome']);
  const edition = policy.at(Temporal.Instant.from(now()));
  const place = edition.municipality(move.municipality)?.name[lang];
  const { number, at, from, to, since, task, handedOverAt } = move;
  return {
    ...{ number, at, from, to, since, task, handedOverAt },
    municipality: {
      code: move.municipality,
      label: place ?? edition.label('yesNo', NOWHERE, lang),
    },
    source: { code: move.source, label: edition.label('moveSources', move.source, lang) },
    persons: outcome?.persons,
    note: outcome?.note,
  };
}
