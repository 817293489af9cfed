import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { findingInWords, soundInWords } from '../../shared/domain/journal-log/verdict.ts';
import type { Trusted } from '../../shared/domain/journal-log/verify.ts';
import { checkLines } from './check-lines.ts';

const USE =
  'npm run verify-journal -- EXPORT [--key KEY] [--witness HEADS]   (KEY: id or public key that must have signed; HEADS: a file of heads kept elsewhere, one JSON a line)';

/** A head as a witness kept it: the answer of the hub, the file of the bucket, or the event itself. */
const KeptHead = z.object({ size: z.coerce.number().int(), root: z.string() });

/** What the reader knows from elsewhere than the export. */
async function trustedOf(key: string | undefined, witness: string | undefined): Promise<Trusted> {
  const text = witness === undefined ? '' : await readFile(witness, 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  const heads = lines.map((line) => KeptHead.parse(JSON.parse(line)));
  return { heads, ...(key !== undefined && { key }) };
}

async function run(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' }, witness: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error(USE);
  const trusted = await trustedOf(values.key, values.witness);
  const verdict = await checkLines(createReadStream(file), trusted);
  const isBad = 'wrong' in verdict;
  const { ka, en } = isBad ? findingInWords(verdict) : soundInWords(verdict);
  console.log(`${ka}\n${en}`);
  return !isBad;
}

try {
  if (!(await run())) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
