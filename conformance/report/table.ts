import type { Lang, Line } from '../verdict.ts';
import { say, wordsOf } from '../words/say.ts';
import type { Report, ReportLine } from './report.ts';

const MARK = {
  passed: '✓',
  failed: '✗',
  'not-observed': '?',
  'not-asked': '·',
  'not-run': '·',
} as const;
const ID_WIDTH = 28;

/** One line of the screen, as soon as a check is done. */
export function lineOf(line: Line, lang: Lang): string {
  const { name } = wordsOf(line.id);
  const head = `${MARK[line.verdict]} ${line.id.padEnd(ID_WIDTH)} ${name[lang]}`;
  if (line.verdict === 'passed') return head;
  const level = line.level === 'should' ? `, ${say('should', lang)}` : '';
  return `${head}\n    ${say(line.verdict, lang)}${level}: ${line.came[lang]}`;
}

/** What failed, with why it matters and how to mend it; then the result. */
export function summaryOf(report: Report, lang: Lang): string {
  const lines = [...report.receiverChecks, ...report.senderChecks];
  const failed = lines.filter(({ verdict }) => verdict === 'failed');
  const count = (verdict: Line['verdict']) =>
    lines.filter((line) => line.verdict === verdict).length;
  const counts = (['passed', 'failed', 'not-observed', 'not-asked', 'not-run'] as const)
    .filter((verdict) => count(verdict) > 0)
    .map((verdict) => `${count(verdict)} ${say(verdict, lang)}`)
    .join(', ');
  return [...failed.map((line) => mending(line, lang)), counts, say(report.result, lang)].join(
    '\n',
  );
}

const mending = (line: ReportLine, lang: Lang): string =>
  `
${line.id} (${say(line.level, lang)}): ${line.name[lang]}
  ${say('sent', lang)}: ${line.sent[lang]}
  ${say('expected', lang)}: ${line.expected[lang]}
  ${say('came', lang)}: ${line.came[lang]}
  ${say('why', lang)}: ${line.why[lang]}
  ${say('mend', lang)}: ${line.mend[lang]}
`;
