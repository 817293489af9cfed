import { type Entry, leafOf } from '../../../shared/domain/journal-log/entry.ts';
import { type ExportLine, lineOf } from '../../../shared/domain/journal-log/export-line.ts';
import { hex } from '../../../shared/domain/journal-log/hash.ts';
import { consistencyRanges } from '../../../shared/domain/journal-log/proof.ts';
import { EMPTY, grow, rootOf } from '../../../shared/domain/journal-log/tree.ts';
import type { Finding, Sound } from '../../../shared/domain/journal-log/verdict.ts';
import { ExportCheck, type Trusted } from '../../../shared/domain/journal-log/verify.ts';
import { digests, headSigner } from '../../../shared/platform/journal-digests.ts';
import { proven } from './log.ts';

export const signer = headSigner(new Uint8Array(32).fill(7));

/** Entries like those of a hub, in all their kinds of values. */
export const entryOf = (i: number): Entry => ({
  pk: `REFERRAL#ref_${1000 + i}`,
  sk: `EVENT#${String(i).padStart(6, '0')}`,
  type: 'referral.submitted',
  at: new Date(Date.UTC(2026, 10, 20) + i * 1000).toISOString(),
  version: i + 1,
  to: ['agency-imereti'],
  codes: { label: 'ზესტაფონი', number: String(i) },
});

const keyOf = (i: number): Uint8Array => digests.sha256(Uint8Array.of(i, i >> 8, 1));

export interface Made {
  readonly size: number;
  /** Sizes at which a head was signed; the last is that of the export. */
  readonly heads: readonly number[];
  readonly from?: number;
  readonly entry?: (i: number) => Entry;
  readonly by?: typeof signer;
}

/** An exported journal as a hub makes it. */
export function exported({ size, heads, from = 0, entry = entryOf, by = signer }: Made): string[] {
  const all = Array.from({ length: size }, (_, i) => leafOf(digests, keyOf(i), entry(i)));
  const edgeAt = (at: number) => grow(digests, EMPTY, all.slice(0, at)).edge;
  const sizes = heads.filter((at) => at >= from);
  const signed = sizes.map((at) =>
    by.sign({
      size: at,
      root: hex(rootOf(digests, edgeAt(at))),
      at: `2026-11-${10 + heads.indexOf(at)}T00:00:00.000Z`,
    }),
  );
  const edge = edgeAt(from).roots.map(hex);
  const lines: ExportLine[] = [
    { what: 'journal', format: 1, from, edge, size, keys: [by.key] },
    ...signed.map((head) => ({ what: 'head' as const, ...head })),
    ...sizes.slice(1).map((to, i) => {
      const earlier = sizes[i] ?? 0;
      const path = proven(all, consistencyRanges(earlier, to)).map(hex);
      return { what: 'consistency' as const, from: earlier, to, path };
    }),
    ...all.slice(from).map((leaf, i) => ({
      what: 'entry' as const,
      index: from + i,
      key: hex(keyOf(from + i)),
      leaf: hex(leaf),
      entry: JSON.parse(JSON.stringify(entry(from + i))),
    })),
  ];
  return lines.map(lineOf);
}

/** What the check says of these lines. */
export function checked(lines: readonly string[], trusted: Trusted = {}): Finding | Sound {
  const check = new ExportCheck(digests, trusted);
  for (const line of lines) {
    const found = check.next(line);
    if (found) return found;
  }
  return check.end();
}
