import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { BUNDLING } from '../../infra/bundle.ts';

export interface LoadTime {
  /** On the wall clock, in ms. */
  readonly wall: number;
  /** Of the processor, in ms: waiting for others is not in it. */
  readonly cpu: number;
}

/** What importing a module costs a fresh process beyond its bare start. */
export function loadTime(file: string, environment: Readonly<Record<string, string>>): LoadTime {
  const module = `
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await import(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage(used);
    const wall = performance.now() - begun;
    process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1000 }), process.exit);
  `;
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', module], {
    env: { ...environment, AWS_REGION: 'eu-central-1' },
    encoding: 'utf8',
  });
  return JSON.parse(told);
}

/** The client every function needs, alone: no function can load faster. */
export function floorBundle(folder: string): string {
  const outfile = join(folder, 'floor.mjs');
  buildSync({
    ...BUNDLING,
    stdin: {
      contents: `import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
        globalThis.floor = [new DynamoDBClient({}), TransactWriteItemsCommand];`,
      resolveDir: import.meta.dirname,
    },
    outfile,
  });
  return outfile;
}
