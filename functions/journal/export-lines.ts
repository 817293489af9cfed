import type { Json } from '../../shared/domain/journal-log/canonical.ts';
import { entryKey } from '../../shared/domain/journal-log/entry.ts';
import { type ExportLine, lineOf } from '../../shared/domain/journal-log/export-line.ts';
import { hex } from '../../shared/domain/journal-log/hash.ts';
import { digests } from '../../shared/platform/journal-digests.ts';
import type { LogProofs } from '../../shared/store/journal-log/nodes.ts';
import type { LogPlaces } from '../../shared/store/journal-log/places.ts';
import type { KeptHead } from '../../shared/store/journal-log/signed-heads.ts';

export interface ExportDeps {
  readonly proofs: Pick<LogProofs, 'consistency' | 'edgeAt'>;
  readonly places: Pick<LogPlaces, 'entries'>;
  /** From which the keys of all entries follow. */
  readonly entrySecret: () => Promise<Uint8Array>;
}

/** Where it begins, the heads in their order, and the proofs that each continues the one before. */
export async function openingLines(
  { proofs }: Pick<ExportDeps, 'proofs'>,
  from: number,
  heads: readonly KeptHead[],
): Promise<string[]> {
  const size = heads.at(-1)?.head.size ?? 0;
  const keys = [...new Map(heads.map(({ publicKey }) => [publicKey.id, publicKey])).values()];
  const { roots } = await proofs.edgeAt(from);
  const lines: ExportLine[] = [
    { what: 'journal', format: 1, from, edge: roots.map(hex), size, keys },
    ...heads.map(({ head }) => ({ what: 'head' as const, ...head })),
  ];
  for (const [i, { head }] of heads.entries()) {
    const earlier = heads[i - 1]?.head;
    if (!earlier) continue;
    const path = await proofs.consistency(earlier.size, head.size);
    const between = { from: earlier.size, to: head.size };
    lines.push({ what: 'consistency', ...between, path: path.map(hex) });
  }
  return lines.map(lineOf);
}

/** What cannot be opened any more has the key of nobody. */
const NO_KEY = '0'.repeat(64);

/** Entries with the key that opens each one's leaf; what is gone has its leaf alone. */
export async function entryLines(
  { places, entrySecret }: Pick<ExportDeps, 'places' | 'entrySecret'>,
  from: number,
  to: number,
): Promise<string[]> {
  if (from >= to) return [];
  const [found, secret] = await Promise.all([places.entries(from, to), entrySecret()]);
  return found.map(({ index, leaf, salt, entry }) =>
    lineOf({
      what: 'entry',
      index,
      key: salt ? hex(entryKey(digests, secret, salt)) : NO_KEY,
      leaf: hex(leaf),
      ...(entry && { entry: entry as Record<string, Json> as never }),
    }),
  );
}
