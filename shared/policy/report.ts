import { owedIn } from './owed.ts';
import type { LoadedPack } from './seal.ts';

const FOLD = 96;

/** Breaks a sentence into lines of bearable width, each after the first set in. */
const folded = (sentence: string, indent: string): string =>
  sentence.replaceAll(new RegExp(`(.{1,${FOLD}})(\\s|$)`, 'gu'), `${indent}$1\n`).trimEnd();

/** What is in the pack, in numbers. */
export function counts({ pack, sha256 }: LoadedPack): readonly string[] {
  const { areas, agencies, routing, clocks, codeLists, instruments, calendar } = pack;
  const occupied = areas.municipalities.filter((each) => each.occupied).length;
  const codes = Object.values(codeLists.lists).flatMap((list) => Object.keys(list)).length;
  const indicators = instruments.flatMap((each) => each.indicators).length;
  return [
    `Pack ${pack.pack.id} ${pack.pack.edition}, in force from ${pack.pack.effectiveFrom}`,
    `sha256 ${sha256}`,
    `${areas.regions.length} regions, ${areas.municipalities.length - occupied} + ${occupied} municipalities`,
    `${agencies.agencies.length} agencies of ${Object.keys(agencies.kinds).length} kinds`,
    `${routing.rules.length} routing rules, ${clocks.clocks.length} clocks`,
    `${codes} codes in ${Object.keys(codeLists.lists).length} lists`,
    `${instruments.length} instrument with ${indicators} indicators`,
    `holidays ${calendar.covers.from} to ${calendar.covers.to}`,
  ];
}

/** Every legal check that is owed: where it stands and what to look up. */
export function owed({ pack }: LoadedPack): readonly string[] {
  const checks = owedIn(pack);
  return [
    `${checks.length} legal checks owed:`,
    ...checks.map(({ at, check, source }) => {
      const beside = source ? ` (beside ${source})` : '';
      return `  ${at}${beside}\n${folded(check, '      ')}`;
    }),
  ];
}
