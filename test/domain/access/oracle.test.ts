import { describe, expect, it } from 'vitest';
import { actions } from '../../../shared/domain/access/actions.ts';
import { rules } from '../../../shared/domain/access/rule.ts';
import { type AccessEngine, accessEngine } from '../../../shared/platform/access/engine.ts';
import { aPrincipal, CLINIC, POLICE, SCHOOL } from '../../build.ts';
import { oracle } from './oracle.ts';
import { type AccessAsked, chanceOf, drawn } from './requests.ts';
import { table } from './table.ts';

/** As the design promises: in every run, other requests each day. */
const REQUESTS = 100_000;
/** Of each rule: so many that on any day one of them shows what the rule is there for. */
const KEPT = 500;
const SEED = Number(process.env.ERTAD_SEED ?? Math.floor(Date.now() / 86_400_000));

/** Asked line by line, not by an action; a test of its own holds it. */
const OF_LISTS = 'own-list';

const hub = accessEngine(rules);
const answered = (engine: AccessEngine, { by, action, to }: AccessAsked) => {
  const { allowed, groups } = engine.judge(by, action, to);
  return allowed ? groups.toSorted() : 'denied';
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const chance = chanceOf(SEED);
const asked = Array.from({ length: REQUESTS }, () => drawn(chance));

describe(`access, against a table written on its own (seed ${SEED})`, () => {
  /** For each rule some requests in which it had a say. */
  const bySpeaking = new Map<string, AccessAsked[]>();

  it('the table has a line for every action', () => {
    expect(Object.keys(table).toSorted()).toEqual([...actions].toSorted());
  });

  it(`answers ${REQUESTS} requests as the table does: none permitted or denied wrongly`, () => {
    const wrong: unknown[] = [];
    let allowed = 0;
    for (const one of asked) {
      const judged = hub.judge(one.by, one.action, one.to);
      const got = judged.allowed ? judged.groups.toSorted() : 'denied';
      if (judged.allowed) allowed += 1;
      const due = oracle(one.by, one.action, one.to);
      if (!same(got, due)) wrong.push({ ...one, got, due });
      const closing = Object.values(judged.withheld);
      const needing = judged.reader.filter(({ needs }) => needs);
      for (const id of [...[...judged.by, ...needing].map((rule) => rule.id), ...closing]) {
        const kept = bySpeaking.get(id) ?? [];
        if (kept.length < KEPT) bySpeaking.set(id, [...kept, one]);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    // Neither answer is so rare that it goes untested.
    expect(allowed / REQUESTS).toBeGreaterThan(0.15);
    expect(allowed / REQUESTS).toBeLessThan(0.85);
  });

  it('shows a line of an agency’s list unless a denial closes the record, by its rule', () => {
    const line = { agency: SCHOOL, submittedBy: 'somebody', excluded: [POLICE], conflicted: ['x'] };
    const shown = [POLICE, CLINIC].map((one) => hub.mayList(aPrincipal(one), line));
    expect([...shown, hub.mayList(aPrincipal(CLINIC, { sub: 'x' }), line)]).toEqual([
      false,
      true,
      false,
    ]);
    const without = accessEngine(rules.filter(({ id }) => id !== OF_LISTS));
    expect(without.mayList(aPrincipal(CLINIC), line)).toBe(false);
  });

  const asking = rules.map(({ id }) => id).filter((id) => id !== OF_LISTS);
  it.each(asking)('without the rule %s answers wrongly', (id) => {
    const without = accessEngine(rules.filter((rule) => rule.id !== id));
    const told = (bySpeaking.get(id) ?? []).some(
      (one) => !same(answered(without, one), oracle(one.by, one.action, one.to)),
    );
    expect(told).toBe(true);
  });
});
