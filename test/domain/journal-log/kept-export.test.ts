import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entryKey, leafOf } from '../../../shared/domain/journal-log/entry.ts';
import { hex } from '../../../shared/domain/journal-log/hash.ts';
import { digests } from '../../../shared/platform/journal-digests.ts';
import { entryOf } from '../../../shared/store/journal-log/entry.ts';
import { checked } from './exported.ts';

/** Made once and never again: what was exported in its year must verify for ever. */
const KEPT = new URL('kept-export.jsonl', import.meta.url);
const lines = readFileSync(KEPT, 'utf8').trimEnd().split('\n');
const ROOT = 'ad18e37533d59e3a05f7debc6fe1e5db00e47d9fd91e46ea4b4befdec332eba7';

const SECRET = new Uint8Array(32).fill(9);
const salt = (i: number) => new Uint8Array(32).fill(100 + i);

/** The items of which that export was made, as they stood in a table. */
const item = (i: number) => ({
  sk: `${['EVENT', 'ACCESS', 'SERVED'][i % 3]}#00000${i}`,
  pk: `CASE#cas_${'2'.repeat(19)}${i}`,
  what: i % 3 === 1 ? 'access' : 'event',
  at: `2026-11-24T08:00:0${i}.000Z`,
  ...{ version: i + 1, share: i / 8, small: 1e-7, large: 1e21, none: null, isFirst: i === 0 },
  gone: undefined,
  to: ['agency-imereti', 'school-zestaponi'].slice(i % 2),
  codes: {
    ...{ '10': 'ათი', '9': 'ცხრა', label: 'ზესტაფონი "ა" \n' },
    ...{ é: '\u{1f600}', '\ufb33': '\u2028' },
  },
  box: Uint8Array.from({ length: 40 + i }, (_, n) => (n * 37 + i) % 256),
  groups: { narrative: { box: Uint8Array.of(0, 255, i), revision: 2 } },
});

describe('an export that was made once', () => {
  it('verifies still', () => {
    const [first = ''] = lines;
    const { keys } = JSON.parse(first) as { keys: { id: string }[] };
    const trusted = { heads: [{ size: 9, root: ROOT }], key: keys[0]?.id ?? '' };
    expect(checked(lines, trusted)).toEqual({ from: 0, size: 9, heads: 2, root: ROOT });
  });

  it('is what the same items make today: key, leaf and spelling', () => {
    const entries = lines.slice(4).map((line) => JSON.parse(line));
    expect(entries).toHaveLength(9);
    for (const [i, kept] of entries.entries()) {
      const key = entryKey(digests, SECRET, salt(i));
      const entry = entryOf(item(i));
      expect(hex(key)).toBe(kept.key);
      expect(hex(leafOf(digests, key, entry))).toBe(kept.leaf);
      expect(entry).toEqual(kept.entry);
    }
  });
});
