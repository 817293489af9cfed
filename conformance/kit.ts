#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshKey } from './keys.ts';
import { Misuse, orderOf, type Wanted } from './options.ts';
import kit from './package.json' with { type: 'json' };
import { driveReceiver } from './receiver/run.ts';
import { TakenUnreadable } from './receiver/taken.ts';
import { htmlOf } from './report/html.ts';
import { type Report, reportOf, struck } from './report/report.ts';
import { lineOf, summaryOf } from './report/table.ts';
import { driveSender } from './sender/run.ts';
import { usage } from './usage.ts';
import type { Line } from './verdict.ts';
import { say } from './words/say.ts';

const MISUSE = 2;
const NAME = 'ertad-conformance';

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const order = orderOf(process.argv.slice(2), process.env);
    if (order === 'version') return said(kit.version);
    if (order === 'help') return said(`${usage.en}\n\n${usage.ka}`);
    if ('newKey' in order) return said(keysFor(order.newKey));
    return await run(order);
  } catch (error) {
    if (error instanceof TakenUnreadable) console.error(`--taken: ${error.message}`);
    else if (error instanceof Misuse) console.error(`${NAME}: ${error.message}`);
    else throw error;
    return MISUSE;
  }
}

function said(text: string): number {
  console.log(text);
  return 0;
}

function keysFor(scheme: 'v1' | 'v1a'): string {
  const { kit: own, receiver } = freshKey(scheme);
  return own === receiver ? own : `kit       ${own}\nreceiver  ${receiver}`;
}

async function run(wanted: Wanted): Promise<number> {
  const { receiver, sender, lang, out } = wanted;
  const secrets = [
    ...(receiver ? [...receiver.keys, ...receiver.next] : []),
    ...(sender ? [sender.key] : []),
  ].map(({ text }) => text);
  const print = (text: string) => console.log(struck(text, secrets));
  const tell = (line: Line) => print(lineOf(line, lang));
  const complain = (id: string, words: string) => words && print(`    ${id}: ${words.trimEnd()}`);
  const report = reportOf({
    kit: kit.version,
    at: new Date().toISOString(),
    origin: receiver?.receiver.origin,
    agency: sender?.agency,
    schemes: [
      ...new Set(
        [...(receiver?.keys ?? []), ...(sender ? [sender.key] : [])].map((key) => key.scheme),
      ),
    ],
    options: wanted.options,
    receiver: receiver ? await driveReceiver(receiver, tell) : [],
    sender: sender ? await driveSender({ ...sender, complain }, tell) : [],
  });
  print(summaryOf(report, lang));
  print(`${say('written', lang)}: ${write(report, out, secrets).join(', ')}`);
  return report.result === 'conforms' ? 0 : 1;
}

function write(report: Report, folder: string, secrets: readonly string[]): string[] {
  mkdirSync(folder, { recursive: true });
  const files = [
    [join(folder, `${NAME}.json`), `${JSON.stringify(report, undefined, 2)}\n`],
    [join(folder, `${NAME}.html`), htmlOf(report)],
  ] as const;
  for (const [path, content] of files) writeFileSync(path, struck(content, secrets));
  return files.map(([path]) => path);
}
