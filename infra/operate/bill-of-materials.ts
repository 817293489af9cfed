import { createHash } from 'node:crypto';
import * as z from 'zod';

/** A package as npm's lock file has it. */
const Locked = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  link: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});
const Lock = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(z.string(), Locked),
});

export interface Component {
  readonly name: string;
  readonly version: string;
  /** Where npm puts it: two versions of one package lie in two places. */
  readonly place: string;
  readonly licence: string;
  /** Sha-512 of what is installed, in hexadecimal. */
  readonly sha512: string | undefined;
  readonly from: string | undefined;
  /** Part of what is deployed; otherwise of what builds and tests it. */
  readonly deployed: boolean;
}

/** Every package of the lock file, ours left out, in the lock file's order. */
export function componentsOf(lockText: string): Component[] {
  const { packages } = Lock.parse(JSON.parse(lockText));
  return Object.entries(packages)
    .filter(([place, { link }]) => place.includes('node_modules/') && !link)
    .map(([place, { name, version = '', license, integrity, resolved, dev }]) => ({
      name: name ?? place.split('node_modules/').at(-1) ?? place,
      version,
      place,
      licence: license ?? 'NOASSERTION',
      sha512: hexOf(integrity),
      from: resolved,
      deployed: dev !== true,
    }));
}

const hexOf = (integrity = ''): string | undefined => {
  const sha512 = integrity.split(' ').find((hash) => hash.startsWith('sha512-'));
  return sha512 && Buffer.from(sha512.slice('sha512-'.length), 'base64').toString('hex');
};

/**
 * The bill of materials as CycloneDX 1.6. It follows from the lock file alone, so the same release
 * has the same bill wherever and whenever it is made.
 */
export function billOfMaterials(lockText: string): object {
  const { name, version } = Lock.parse(JSON.parse(lockText));
  const digest = createHash('sha256').update(lockText).digest('hex');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(digest)}`,
    version: 1,
    metadata: { component: { type: 'application', name, version, 'bom-ref': name } },
    components: componentsOf(lockText).map(entry),
  };
}

/** A name-based UUID (RFC 9562, version 8) of what was counted. */
const uuidOf = (hex: string): string =>
  [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');

function entry({ name, version, place, licence, sha512, from, deployed }: Component): object {
  const [, group, short = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const path = group ? `${encodeURIComponent(group)}/${short}` : name;
  return {
    type: 'library',
    'bom-ref': `${name}@${version}|${place}`,
    ...(group && { group }),
    name: short,
    version,
    scope: deployed ? 'required' : 'excluded',
    purl: `pkg:npm/${path}@${version}`,
    licenses: [/[ (]/.test(licence) ? { expression: licence } : { license: { id: licence } }],
    ...(sha512 && { hashes: [{ alg: 'SHA-512', content: sha512 }] }),
    ...(from && { externalReferences: [{ type: 'distribution', url: from }] }),
  };
}

/** The licences of what is deployed, each with its packages. */
export const licences = (lockText: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [
      ...Map.groupBy(
        componentsOf(lockText).filter(({ deployed }) => deployed),
        ({ licence }) => licence,
      ),
    ]
      .map(
        ([licence, all]) =>
          [licence, all.map(({ name, version }) => `${name} ${version}`)] as const,
      )
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );
