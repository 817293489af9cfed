import { existsSync, readFileSync } from 'node:fs';
import * as cedar from '@cedar-policy/cedar-wasm/web';

const FILE = 'cedar_wasm_bg.wasm';
/** Beside the bundle where there is one (infra/bundle.ts), else in the package. */
const BESIDE = new URL(`./${FILE}`, import.meta.url);
const PACKAGED = new URL(
  `../../../node_modules/@cedar-policy/cedar-wasm/web/${FILE}`,
  import.meta.url,
);

cedar.initSync({ module: readFileSync(existsSync(BESIDE) ? BESIDE : PACKAGED) });

/** The Cedar library, ready for use: some 50 ms of a cold start, before the first call comes. */
export { cedar };
