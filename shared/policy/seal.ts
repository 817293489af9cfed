import { createHash } from 'node:crypto';
import type { Pack } from './schema.ts';

export interface LoadedPack {
  readonly pack: Pack;
  /** Of the content, whatever the layout of the files. */
  readonly sha256: string;
}

export const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** The schemas change nothing in what they read, so a pack once checked needs no second reading. */
const isChecked = (raw: unknown, sha256: string, seal: string): raw is Pack => sha256 === seal;

/**
 * A pack by its seal: the hash of the content that `npm run policy` checked last. The schemas and
 * checks cost a function more at start than all else the pack does, so a function carries the seal
 * alone and refuses any other content.
 */
export function sealedPack(raw: unknown, seal: string): LoadedPack {
  const sha256 = hashOf(raw);
  if (isChecked(raw, sha256, seal)) return { pack: raw, sha256 };
  throw new Error('The policy pack was changed after it was checked: run `npm run policy`.');
}
