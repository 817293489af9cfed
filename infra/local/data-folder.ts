import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotStart, lock } from './lock.ts';

export interface DataFolder {
  readonly path: string;
  /** Whether an earlier run came to its end of filling it. */
  readonly filled: boolean;
  markFilled(): void;
  release(): void;
}

/** Only a folder with this file is ever emptied. */
const MARK = 'ertad-data';
const FILLED = 'filled';

/** Takes a folder for this hub, emptied first if wished. */
export function dataFolder(given: string, fresh: boolean): DataFolder {
  const path = resolve(given);
  mkdirSync(path, { recursive: true });
  const entries = readdirSync(path);
  const ours = entries.includes(MARK);
  if (!ours && entries.length > 0)
    throw new CannotStart(`${path} holds other files; give ERTAD_DATA a folder of its own.`);
  const release = lock(path);
  if (fresh)
    for (const entry of entries.filter((name) => name !== MARK))
      if (entry !== 'hub.lock') rmSync(join(path, entry), { recursive: true, force: true });
  writeFileSync(join(path, MARK), 'The data of a local Ertad hub.\n');
  const filled = join(path, FILLED);
  return {
    path,
    filled: existsSync(filled),
    markFilled: () => writeFileSync(filled, ''),
    release,
  };
}
