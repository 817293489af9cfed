import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafOf } from '../../../shared/domain/journal-log/entry.ts';
import { type Line, lineOf, readLine } from '../../../shared/domain/journal-log/export-line.ts';
import { hex } from '../../../shared/domain/journal-log/hash.ts';
import { findingInWords, soundInWords } from '../../../shared/domain/journal-log/verdict.ts';
import words from '../../../shared/domain/journal-log/verdict-words.json' with { type: 'json' };
import { digests, headSigner } from '../../../shared/platform/journal-digests.ts';
import { checked, entryOf, exported, signer } from './exported.ts';

const whole = exported({ size: 60, heads: [1, 17, 32, 60] });
const ENTRIES = 1 + 4 + 3;
const at = (index: number): number => ENTRIES + index;
const without = (place: number, lines = whole) => lines.toSpliced(place, 1);
const swapped = (a: number, b: number, lines = whole) =>
  lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');

/** One line of the export, changed by somebody who knows its form. */
function altered<T extends object>(place: number, change: (line: T) => object): string[] {
  const line = readLine(whole[place] ?? '');
  return whole.with(place, lineOf({ ...line, ...change(line as T) } as Line<'entry'>));
}
type EntryLine = Line<'entry'>;

describe('an export as the hub makes it', () => {
  it('is sound, from its beginning and from any head on', () => {
    expect(checked(whole)).toEqual({ from: 0, size: 60, heads: 4, root: expect.any(String) });
    for (const from of [1, 17, 32, 60]) {
      const later = exported({ size: 60, heads: [1, 17, 32, 60], from });
      expect(checked(later)).toMatchObject({ from, size: 60 });
    }
    expect(checked(exported({ size: 1, heads: [1] }))).toMatchObject({ size: 1 });
  });

  it('is sound at any size, with any heads', () => {
    const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.nat(), (unsorted, n) => {
        const heads = unsorted.toSorted((a, b) => a - b);
        const from = n % 2 === 0 ? 0 : heads[n % heads.length];
        const made = { size: heads.at(-1) ?? 0, heads, ...(from !== undefined && { from }) };
        expect(checked(exported(made))).toMatchObject({ size: made.size });
      }),
      { numRuns: 50 },
    );
  });
});

describe('who changed it is found, with the first bad entry', () => {
  it.each([
    ['an entry taken out', without(at(20)), { wrong: 'entry-missing', index: 20 }],
    ['the last entry cut off', without(at(59)), { wrong: 'entry-missing', index: 59 }],
    ['two entries swapped', swapped(at(5), at(9)), { wrong: 'entry-missing', index: 5 }],
    [
      'an entry twice',
      whole.toSpliced(at(8), 0, whole[at(7)] ?? ''),
      { wrong: 'entry-repeated', index: 7 },
    ],
    [
      'an entry behind the end',
      [...whole, whole.at(-1) ?? ''],
      { wrong: 'entry-repeated', index: 59 },
    ],
    [
      'another entry in its place',
      altered<EntryLine>(at(30), () => ({ entry: entryOf(31) })),
      { wrong: 'entry-changed', index: 30 },
    ],
    [
      'an entry that is gone',
      altered<EntryLine>(at(30), () => ({ entry: undefined })),
      { wrong: 'entry-gone', index: 30 },
    ],
    [
      'an entry rewritten with its leaf',
      altered<EntryLine>(at(30), ({ key }) => {
        const bytes = Uint8Array.from(Buffer.from(key, 'hex'));
        return { entry: entryOf(99), leaf: hex(leafOf(digests, bytes, entryOf(99))) };
      }),
      { wrong: 'root-differs', between: [17, 32] },
    ],
    ['a head taken out', without(2), { wrong: 'consistency-wrong' }],
    ['the last head taken out', without(4), { wrong: 'consistency-wrong' }],
    ['a proof taken out', without(6), { wrong: 'consistency-wrong' }],
    ['the opening taken out', without(0), { wrong: 'order-wrong' }],
    ['nothing left', [], { wrong: 'empty' }],
    ['the heads alone', whole.slice(0, ENTRIES), { wrong: 'entry-missing', index: 0 }],
    [
      'a head at another time',
      altered(3, () => ({ at: '2026-11-20T00:00:00.000Z' })),
      { wrong: 'head-wrong' },
    ],
    ['a proof of another', altered(6, () => ({ path: [] })), { wrong: 'consistency-wrong' }],
  ])('%s', (_, lines, finding) => {
    expect(checked(lines)).toMatchObject(finding);
  });

  it('a journal rewritten whole has another key, or another root than a witness kept', () => {
    const made = { size: 60, heads: [32, 60], entry: (i: number) => entryOf(i === 40 ? 99 : i) };
    const kept = [whole[4], whole[3]].map((line) => readLine(line ?? '') as Line<'head'>);
    const forged = exported({ ...made, by: headSigner(new Uint8Array(32).fill(8)) });
    expect(checked(forged)).toMatchObject({ size: 60 });
    expect(checked(forged, { key: signer.key.id })).toMatchObject({ wrong: 'key-unknown' });
    expect(checked(exported(made), { heads: kept })).toMatchObject({ wrong: 'witness-differs' });
    expect(checked(whole, { heads: kept, key: signer.key.publicKey })).toMatchObject({ size: 60 });
  });

  it('a head of a forger does not pass for one of the hub', () => {
    const other = headSigner(new Uint8Array(32).fill(8));
    const head = readLine(whole[4] ?? '') as Line<'head'>;
    const forged = { ...other.sign(head), key: signer.key.id, what: 'head' as const };
    expect(checked(whole.with(4, lineOf({ ...forged, id: head.id })))).toMatchObject({
      wrong: expect.stringMatching(/^(?:head|signature)-wrong$/),
    });
    const signature = `${head.signature.startsWith('0') ? '1' : '0'}${head.signature.slice(1)}`;
    expect(checked(whole.with(4, lineOf({ ...head, signature })))).toMatchObject({
      wrong: 'signature-wrong',
    });
    const keys = [{ id: other.key.id, publicKey: signer.key.publicKey }];
    expect(checked(altered(0, () => ({ keys })))).toMatchObject({ wrong: 'key-wrong' });
  });
});

/** A thousand of them, drawn anew in each run; a failure shows its seed. */
describe('random tampering', () => {
  const lines = exported({ size: 24, heads: [7, 24] });
  const file = Buffer.from(`${lines.join('\n')}\n`);
  /** As the command reads a file: each line ends. */
  const found = (bytes: Buffer): boolean => {
    const read = bytes.toString('utf8').split('\n');
    const rest = read.pop();
    const verdict = checked(rest === '' ? read : [...read, `${rest}`]);
    return rest !== '' || 'wrong' in verdict;
  };
  const joined = (some: readonly string[]) => Buffer.from(`${some.join('\n')}\n`);
  const anyByte = fc.nat(file.length - 1);
  const anyLine = fc.nat(lines.length - 1);
  const tampered = fc.oneof(
    fc.tuple(anyByte, fc.integer({ min: 1, max: 255 })).map(([place, mask]) => {
      const bytes = Buffer.from(file);
      bytes.writeUInt8(bytes.readUInt8(place) ^ mask, place);
      return bytes;
    }),
    anyLine.map((place) => joined(without(place, lines))),
    fc
      .tuple(anyLine, anyLine)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => joined(swapped(a, b, lines))),
    fc.tuple(anyLine, anyLine).map(([a, b]) => joined(lines.toSpliced(b, 0, lines[a] ?? ''))),
    anyByte.map((length) => file.subarray(0, length)),
  );

  it('is found a thousand times of a thousand', () => {
    expect(found(file)).toBe(false);
    fc.assert(
      fc.property(tampered, (bytes) => found(bytes)),
      { numRuns: 1000 },
    );
  });
});

describe('the verdict', () => {
  it('is said in both languages, with the number of the entry as people count', () => {
    const finding = checked(without(at(20)));
    if (!('wrong' in finding)) throw new Error('found nothing');
    expect(findingInWords(finding)).toEqual({
      ka: 'აკლია 21-ე ჩანაწერი. ფაილის 29-ე სტრიქონი.',
      en: 'Entry 21 is missing. Line 29 of the file.',
    });
    const between = { wrong: 'root-differs', line: 40, between: [17, 32] } as const;
    expect(findingInWords(between).en).toMatch(/one of those from 18 to 32\.$/);
    const sound = soundInWords({ from: 10, size: 60, heads: 3, root: 'ab' });
    expect(sound.en).toMatch(/50 entries checked \(of 60\), 3 signed heads/);
  });

  it.each(Object.entries(words.wrong))('%s has words without a gap', (_, { ka, en }) => {
    expect(ka).toMatch(/[ა-ჰ]/);
    expect(en).not.toMatch(/[ა-ჰ]/);
  });
});

describe('a leaf', () => {
  it('says nothing of its entry to whoever lacks the key, and another key gives another leaf', () => {
    const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    expect(hex(leafOf(digests, one, entryOf(1)))).not.toBe(hex(leafOf(digests, other, entryOf(1))));
    const bare = digests.sha256(new TextEncoder().encode(JSON.stringify(entryOf(1))));
    expect(hex(leafOf(digests, one, entryOf(1)))).not.toBe(hex(bare));
  });
});
