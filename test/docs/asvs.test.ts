import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * The levels of the requirements of ASVS 5.0.0, in their order: one sign for each.
 * https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/docs_en/OWASP_Application_Security_Verification_Standard_5.0.0_en.csv
 */
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  V1: ['22', '1111122223', '112222222223', '222', '123'],
  V2: ['122', '112', '12223', '23'],
  V3: ['3', '113', '12223', '11222233', '11122333', '3', '22333'],
  V4: ['12233', '23333', '22', '1222'],
  V5: ['2', '112333', '113', '222'],
  V6: ['122', '111111112222', '11223333', '112233', '22222333', '2223', '33', '2222'],
  V7: ['222', '1111', '22', '11222', '223', '22'],
  V8: ['1233', '1123', '133', '23'],
  V9: ['111', '1222'],
  V10: ['22', '223', '22223', '1111122222233333', '22222', '22', '222'],
  V11: ['2233', '22233', '11233', '1222', '23', '23', '33'],
  V12: ['12233', '11', '22223'],
  V13: ['2333', '222223', '2233', '1222233'],
  V14: ['22', '12223333', '122'],
  V15: ['12233', '12233', '1222222', '3333'],
  V16: ['2', '22222', '2222', '222', '2223'],
  V17: ['23', '22223333', '22'],
};
/** Where the highest level counts as well. */
const HIGHEST = ['V8', 'V9', 'V11', 'V14', 'V16'];

const wanted = Object.entries(LEVELS).flatMap(([chapter, sections]) =>
  sections.flatMap((levels, section) =>
    [...levels].flatMap((level, i) =>
      level === '3' && !HIGHEST.includes(chapter) ? [] : [`${chapter}.${section + 1}.${i + 1}`],
    ),
  ),
);

const rows = readFileSync('docs/asvs.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| V'))
  .map((line) => {
    const [, items = '', , shown = ''] = line.split('|').map((cell) => cell.trim());
    return { items: items.split(', ').flatMap(expanded), shown };
  });

/** `V6.2.1–10` stands for ten. */
function expanded(item: string): string[] {
  const [, section, from, to] = /^(V\d+\.\d+\.)(\d+)–(\d+)$/.exec(item) ?? [];
  if (!section) return [item];
  const count = Number(to) - Number(from) + 1;
  return Array.from({ length: count }, (_, i) => `${section}${Number(from) + i}`);
}

describe('the trace of ASVS 5.0', () => {
  it('has every requirement of its levels once, and no other', () => {
    const named = rows.flatMap(({ items }) => items);
    expect(named.toSorted()).toEqual(wanted.toSorted());
    // As many as the standard has of levels 1 and 2, and of level 3 in five chapters.
    expect(wanted.length).toBeGreaterThan(250);
  });

  it.each(rows.map(({ items, shown }) => [items.join(', '), shown] as const))(
    '%s names tests, or says why not',
    (_, shown) => {
      const reasoned = /^(Exception|Not applicable): \S.{40,}\.$/.test(shown);
      const files = [...shown.matchAll(/`((?:test|docs)\/[^`]+)`/g)].map(([, file = '']) => file);
      expect(reasoned || files.length > 0).toBe(true);
      expect(files.filter((file) => !existsSync(file))).toEqual([]);
    },
  );
});
