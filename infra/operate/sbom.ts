/**
 * `npm run sbom` prints the bill of materials as CycloneDX; `npm run sbom -- --licences` the licences
 * of what is deployed.
 */
import { readFileSync } from 'node:fs';
import { billOfMaterials, licences } from './bill-of-materials.ts';

const lock = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
if (process.argv.includes('--licences'))
  for (const [licence, packages] of licences(lock))
    console.log(`${licence}\n${packages.map((one) => `  ${one}`).join('\n')}`);
else console.log(JSON.stringify(billOfMaterials(lock), undefined, 2));
