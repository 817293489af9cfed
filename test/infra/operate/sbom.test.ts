import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  billOfMaterials,
  componentsOf,
  licences,
} from '../../../infra/operate/bill-of-materials.ts';

const lock = readFileSync('package-lock.json', 'utf8');
const components = componentsOf(lock);
const deployed = components.filter((one) => one.deployed);

/** Licences that ask for no more than their own text to be kept. */
const PERMISSIVE = [
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'ISC',
  'BlueOak-1.0.0',
];
/** Used as it comes, unchanged: its own files stay open, ours are not concerned. */
const UNCHANGED = new Map([
  ['MPL-2.0', ['ical.js']],
  // A typeface under the SIL Open Font License: embedded and served as it is.
  ['OFL-1.1', ['@fontsource/noto-sans-georgian']],
]);

describe('the bill of materials', () => {
  it('has every package that is installed, with its version, its origin and its hash', () => {
    const ours = Object.keys(JSON.parse(lock).packages).filter((place) =>
      place.includes('node_modules/'),
    );
    expect(components.length).toBeGreaterThan(ours.length - 10);
    for (const { name, version, from, sha512 } of components) {
      expect([name, version]).toEqual([
        expect.stringMatching(/^@?[\w.-]/),
        expect.stringMatching(/^\d/),
      ]);
      // Where a place is named it is the registry: nobody can slip another package under the name.
      if (from) expect(from).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      if (sha512) expect(sha512).toMatch(/^[0-9a-f]{128}$/);
    }
  });

  it('has the hash of everything that is deployed', () => {
    expect(deployed.filter(({ sha512 }) => !sha512).map(({ name }) => name)).toEqual([]);
  });

  it('says what is deployed and what only builds and tests', () => {
    const names = deployed.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['zod', 'jose', 'undici', '@cedar-policy/cedar-wasm']),
    );
    expect(names).not.toEqual(expect.arrayContaining(['vitest']));
  });

  it('is the same whenever it is made, and CycloneDX', () => {
    expect(billOfMaterials(lock)).toEqual(billOfMaterials(lock));
    const said = execFileSync(process.execPath, ['infra/operate/sbom.ts'], { maxBuffer: 1e8 });
    const bill = JSON.parse(said.toString());
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: expect.stringMatching(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
    });
    const refs = bill.components.map((one: { 'bom-ref': string }) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(bill.components).toContainEqual(
      expect.objectContaining({
        purl: expect.stringContaining('pkg:npm/%40cedar-policy/cedar-wasm@'),
      }),
    );
  });

  it('holds no licence among what is deployed that would bind the hub', () => {
    const others = [...licences(lock)].filter(([licence]) => !PERMISSIVE.includes(licence));
    for (const [licence, packages] of others) {
      const allowed = UNCHANGED.get(licence) ?? [];
      expect([
        licence,
        packages.filter((one) => !allowed.includes(one.split(' ')[0] ?? '')),
      ]).toEqual([licence, []]);
    }
  });
});
