import type { Lang } from '../verdict.ts';
import { say } from '../words/say.ts';
import type { Report, ReportLine } from './report.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const text = (raw: string): string => raw.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');

const STYLE = `
:root{color-scheme:light dark;--line:#8886;--good:#1a7f37;--bad:#b3261e;--dim:#666}
@media(prefers-color-scheme:dark){:root{--good:#5cc97b;--bad:#ff8a80;--dim:#aaa}}
body{font:15px/1.45 system-ui,"Noto Sans Georgian",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem;border-bottom:1px solid var(--line)}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
code{font-size:.85em}small{color:var(--dim);display:block}
.passed{color:var(--good)}.failed{color:var(--bad);font-weight:600}.result{font-size:1.15rem}
tr{break-inside:avoid}section+section{break-before:page}
@media print{body{max-width:none;margin:0;font-size:11px;color-scheme:light}nav{display:none}}`;

/** The report as one page to print or hand in: both languages, no script, nothing loaded. */
export function htmlOf(report: Report): string {
  const languages: readonly Lang[] = ['ka', 'en'];
  return `<!doctype html>
<html lang="ka">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(`${say('title', 'ka')} · ${say('title', 'en')}`)}</title>
<style>${STYLE}</style>
<nav><a href="#ka">ქართულად</a> · <a href="#en" lang="en">English</a></nav>
${languages.map((lang) => sectionOf(report, lang)).join('\n')}
</html>
`;
}

function sectionOf(report: Report, lang: Lang): string {
  const { receiver, sender, result } = report;
  const mark = result === 'conforms' ? 'passed' : 'failed';
  return `<section id="${lang}" lang="${lang}">
<h1>${text(say('title', lang))}</h1>
<p class="result ${mark}">${text(say(result, lang))}</p>
${aboutOf(report, lang)}
${receiver ? tableOf(say('receiver', lang), report.receiverChecks, lang) : ''}
${sender ? tableOf(say('sender', lang), report.senderChecks, lang) : ''}
</section>`;
}

function aboutOf({ at, kit, receiver, sender, schemes, options }: Report, lang: Lang): string {
  const rows = [
    [say('date', lang), at],
    [say('kit', lang), kit],
    ...(receiver ? [[say('receiver', lang), receiver.origin]] : []),
    ...(sender ? [[say('sender', lang), sender.agency]] : []),
    [say('keys', lang), schemes.join(', ')],
    ...(options.length > 0 ? [[say('options', lang), options.join(', ')]] : []),
  ];
  const items = rows.map(([name = '', value = '']) => `<dt>${text(name)}<dd>${text(value)}`);
  return `<dl>${items.join('')}</dl>`;
}

const tableOf = (title: string, lines: readonly ReportLine[], lang: Lang): string =>
  `<h2>${text(title)}</h2>
<table><thead><tr>${(['check', 'result', 'sent', 'expected', 'came'] as const)
    .map((word) => `<th>${text(say(word, lang))}`)
    .join('')}</tr></thead><tbody>
${lines.map((line) => rowOf(line, lang)).join('\n')}
</tbody></table>`;

function rowOf(line: ReportLine, lang: Lang): string {
  const { id, level, verdict, name, sent, expected, came, why, mend } = line;
  const more =
    verdict === 'failed'
      ? `<small>${text(say('why', lang))}: ${text(why[lang])}</small><small>${text(say('mend', lang))}: ${text(mend[lang])}</small>`
      : '';
  const cells = [
    `${text(name[lang])}<small><code>${text(id)}</code> · ${text(say(level, lang))}</small>${more}`,
    `<span class="${verdict}">${text(say(verdict, lang))}</span>`,
    ...[sent, expected, came].map((words) => text(words[lang])),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}`).join('')}</tr>`;
}
