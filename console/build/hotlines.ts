import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const NAME = 'virtual:hotlines';
const PACK = new URL('../../shared/policy/ge/hotlines.json', import.meta.url);
/** Who answers the telephone when no computer does. */
const SHOWN = ['112', '111', '1505'];

interface Pack {
  readonly hotlines: readonly {
    readonly number: string;
    readonly name: object;
    readonly use: object;
  }[];
}

/** The numbers of the policy pack, written into the console when it is built: they must be there without a line. */
export const hotlines = (): Plugin => ({
  name: 'hotlines',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return undefined;
    const { hotlines: all } = JSON.parse(readFileSync(PACK, 'utf8')) as Pack;
    const shown = all
      .filter(({ number }) => SHOWN.includes(number))
      .map(({ number, name, use }) => ({ number, name, use }));
    return `export const hotlines = ${JSON.stringify(shown)};`;
  },
});
