import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRead, recordActions } from '../../shared/domain/access/actions.ts';

type Words = { readonly [name: string]: string | readonly string[] | Words };

const files = globSync('console/*/{ka,en}.json').toSorted();
const read = (path: string): Words => JSON.parse(readFileSync(path, 'utf8'));

/** `visit.deadline.title` → its words; a list is one text. */
function flat(words: Words, under = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, said]) => {
    if (typeof said === 'string') return [[under + name, said] as [string, string]];
    if (Array.isArray(said)) return [[under + name, said.join('\n')] as [string, string]];
    return flat(said as Words, `${under}${name}.`);
  });
}
const all = (lang: string) =>
  new Map(
    files.filter((path) => path.endsWith(`${lang}.json`)).flatMap((path) => flat(read(path))),
  );

const ka = all('ka');
const en = all('en');
const sources = globSync('console/**/*.{ts,tsx}').filter((path) => !path.includes('node_modules'));

describe('the words of the console', () => {
  it('are there in both languages', () => {
    expect([...ka.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    expect([...ka, ...en].filter(([, said]) => said.trim() === '')).toEqual([]);
  });

  it('have the same gaps to fill in both', () => {
    const gaps = (said = '') => said.match(/{{\w+}}/g)?.toSorted();
    for (const [name, said] of ka) expect(gaps(said), name).toEqual(gaps(en.get(name)));
  });

  it('are Georgian where they are said to be', () => {
    const latin = [...ka].filter(([, said]) => !/\p{Script=Georgian}/u.test(said));
    // The other language's own name, and what is the same in every language.
    expect(
      latin.filter(([name, said]) => name !== 'otherLanguage' && /[a-z]{3}/i.test(said)),
    ).toEqual([]);
  });

  it('of an area stand under its own name', () => {
    for (const path of files) {
      const area = basename(dirname(path));
      if (area !== 'words') expect(Object.keys(read(path)), path).toEqual([area]);
    }
  });

  it('name every action that access is explained for', () => {
    const named = [...en.keys()].filter((name) => name.startsWith('oversight.action.'));
    const wanted = recordActions.map((action) => `oversight.action.${action}`);
    expect(named.toSorted()).toEqual(wanted.toSorted());
  });

  it('name everything of a record that can be looked at', () => {
    const missing = recordActions.filter((one) => isRead(one) && !en.has(`looks.did.${one}`));
    expect(missing).toEqual([]);
  });

  it('that a page asks for are there', () => {
    const asked = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\('([\w.-]+)'/g)].map(([, name = '']) => ({
        path,
        name,
      })),
    );
    expect(asked.length).toBeGreaterThan(200);
    const lists = new Set([...ka.keys()].map((name) => name.split('.').slice(0, -1).join('.')));
    const missing = asked.filter(({ name }) => !ka.has(name) && !lists.has(name));
    expect(missing).toEqual([]);
  });
});
