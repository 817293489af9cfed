import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { client } from '../../shared/contract/client.ts';
import { HeadId } from '../../shared/domain/journal-log/head.ts';
import { pagesOf } from './journal-pages.ts';

const USE =
  'ERTAD_TOKEN=… npm run export-journal -- --hub https://hub.example.ge --to FILE [--head ID] [--from SIZE]   (the token of an account of the oversight body)';

async function run(): Promise<string> {
  const { values } = parseArgs({
    options: {
      hub: { type: 'string' },
      to: { type: 'string' },
      head: { type: 'string' },
      from: { type: 'string', default: '0' },
    },
  });
  const { hub, to, head, from } = values;
  // By the environment: what stands on the command line is seen by everybody on the machine.
  const token = process.env.ERTAD_TOKEN;
  if (!hub || !to || !token) throw new Error(USE);
  const { call } = client({ baseUrl: hub, token: async () => token, lang: 'en' });
  const query = exportQuery(head, from);
  const file = await open(to, 'wx', 0o600);
  let count = 0;
  try {
    for await (const lines of pagesOf(call, query)) {
      await file.write(`${lines.join('\n')}\n`);
      count += lines.length;
    }
  } finally {
    await file.close();
  }
  return `${to}: ${count} lines. Check them: npm run verify-journal -- ${to}`;
}

const exportQuery = (head: string | undefined, from: string) => ({
  from: z.coerce.number().int().min(0).parse(from),
  ...(head !== undefined && { head: HeadId.parse(head) }),
});

try {
  console.log(await run());
} catch (error) {
  console.error(error instanceof Error ? `Not done: ${error.message}` : String(error));
  process.exitCode = 1;
}
