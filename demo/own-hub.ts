import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHub } from '../infra/local/hub.ts';
import { enrolAll } from '../infra/local/memberships.ts';

export interface DemoHub {
  readonly url: string;
  stop(): Promise<void>;
}

/** A hub in memory with a temporary folder, which goes with it. It opens `OPEN_HERE`, as all local hubs. */
export async function ownHub(): Promise<DemoHub> {
  process.env.TZ = 'UTC';
  const folder = mkdtempSync(join(tmpdir(), 'ertad-demo-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const hub = await startHub({
      port: 0,
      dataDir: join(folder, 'data'),
      inMemory: true,
      seed: enrolAll,
    });
    return { url: hub.url, stop: () => hub.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
