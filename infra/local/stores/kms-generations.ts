import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const Generations = z.record(z.string(), z.int().min(0));

/**
 * What a key is made of changes when it is rotated, and its name stays: which generation of it is
 * current, by the key's ARN; the first is 0. What an older one closed still opens.
 */
export function generations(file: string) {
  const known = existsSync(file) ? Generations.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const current = (arn: string): number => known[arn] ?? 0;
  return {
    current,
    rotate(arn: string): void {
      known[arn] = current(arn) + 1;
      writeFileSync(file, JSON.stringify(known), { mode: 0o600 });
    },
  };
}
