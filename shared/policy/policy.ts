import { type Policy, policyOf } from './editions.ts';
import { georgia } from './ge/pack.ts';
import seal from './ge/seal.json' with { type: 'json' };
import { sealedPack } from './seal.ts';

/** The pack this hub runs with. A changed pack stops the module from loading, and so the bundle. */
export const policy: Policy = policyOf(sealedPack(georgia, seal.sha256));
