import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLeaflets, stepIn } from '../../console/leaflets/leaflet.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const { nextSteps } = read('shared/policy/ge/code-lists.json').lists;
const script = read('console/words/ka.json').script;
const leaflets = await readLeaflets();

describe.each(Object.entries(leaflets))('the leaflet in %s', (lang, leaflet) => {
  it('has words for every step a receipt can name, and for each line of the script', () => {
    expect(Object.keys(leaflet.steps).toSorted()).toEqual(Object.keys(nextSteps).toSorted());
    expect(Object.keys(leaflet.script).toSorted()).toEqual(Object.keys(script).toSorted());
    const all = [...Object.values(leaflet.steps), ...Object.values(leaflet.script)];
    expect(all.filter((words) => words.trim() === '')).toEqual([]);
  });

  it('is in its own letters, and still to be confirmed by a speaker', () => {
    const letters = { az: /[əışğ]/i, hy: /\p{Script=Armenian}/u, ru: /\p{Script=Cyrillic}/u }[lang];
    for (const words of Object.values(leaflet.steps)) expect(words).toMatch(letters ?? /$^/);
    expect(read(`console/leaflets/${lang}.json`).legalCheck).toBe('owed');
  });

  it('leaves the same places for time and place as the Georgian', () => {
    const gap = (words: string) => /\{\{?\w+\}?\}/.test(words);
    for (const [code, words] of Object.entries(leaflet.steps)) {
      expect(gap(words), code).toBe(gap(nextSteps[code].ka));
    }
    expect(leaflet.script.where).toContain('{{where}}');
  });
});

describe('a step', () => {
  const step = { code: 'keep-child-until', label: 'in the hub’s words', until: '15:20' };
  it('is said with its time', () => {
    expect(stepIn(leaflets.ru, step)).toContain('15:20');
  });
  it('keeps the hub’s words where a leaflet has none', () => {
    expect(stepIn(leaflets.ru, { ...step, code: 'new-step' })).toBe(step.label);
    expect(stepIn(undefined, step)).toBe(step.label);
  });
});
