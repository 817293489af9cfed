import { describe, expect, it } from 'vitest';
import { georgia } from '../../shared/policy/ge/pack.ts';
import { loadPack, problemsOf } from '../../shared/policy/load.ts';
import { inWords } from '../../shared/policy/problem.ts';
import { sealedPack } from '../../shared/policy/seal.ts';

type Raw = typeof georgia;

/** The pack with one part changed. */
const withPart = <K extends keyof Raw>(part: K, change: (content: Raw[K]) => unknown) => ({
  ...georgia,
  [part]: change(georgia[part]),
});

const withClock = (name: string, change: object) =>
  withPart('clocks', ({ clocks }) => ({
    clocks: clocks.map((clock) => (clock.name === name ? { ...clock, ...change } : clock)),
  }));

const placeOf = (id: string) => georgia.routing.rules.findIndex((rule) => rule.id === id);
const withRule = (id: string, change: (rule: Raw['routing']['rules'][number]) => unknown) =>
  withPart('routing', (routing) => ({
    ...routing,
    rules: routing.rules.map((rule) => (rule.id === id ? change(rule) : rule)),
  }));

const withTask = (id: string, change: object) =>
  withRule(id, (rule) => ({ ...rule, tasks: rule.tasks.map((task) => ({ ...task, ...change })) }));

const without = (id: string) =>
  withPart('agencies', (content) => ({
    ...content,
    agencies: content.agencies.filter((agency) => agency.id !== id),
  }));

const problems = (raw: unknown) => problemsOf(raw).map(inWords).join('\n');

describe('a clock that guards a child', () => {
  it.each(['working-hours', 'working-days'])('is refused in %s', (unit) => {
    expect(problems(withClock('child-seen', { length: { amount: 1, unit } }))).toMatch(
      /clocks\.json clocks\.\d+ \(child-seen \): guards a child, so it runs in elapsed/,
    );
  });

  it('is refused a warning or a rung that rests at night', () => {
    const warnBefore = { amount: 1, unit: 'working-hours' };
    const ladder = [{ role: 'national-duty', after: { amount: 1, unit: 'working-days' } }];
    expect(problems(withClock('child-seen', { warnBefore }))).toContain('elapsed');
    expect(problems(withClock('child-seen', { ladder }))).toContain('elapsed');
  });

  it('is refused a pause', () => {
    const pausable = { cap: { amount: 1, unit: 'hours' } };
    expect(problems(withClock('safety-decision', { pausable }))).toContain('nothing may pause it');
  });

  it('is refused a ladder that ends before the national duty officer', () => {
    const ladder = [{ role: 'holder', after: { amount: 0, unit: 'minutes' } }];
    expect(problems(withClock('routing', { ladder }))).toContain('national duty officer');
  });

  it('of a receipt says when nobody has taken the task, in time, and no other clock does', () => {
    const reach = (amount: number, unit: string) => ({
      ...{ after: { amount, unit }, by: 'call', legalCheck: 'owed', check: 'x' },
    });
    expect(problems(withClock('received', { reach: undefined }))).toContain(
      'must say when nobody has taken the task',
    );
    expect(problems(withClock('received', { reach: reach(15, 'minutes') }))).toContain(
      'looked at only when it is overdue anyway',
    );
    expect(problems(withClock('received', { reach: reach(1, 'working-hours') }))).toContain(
      'elapsed',
    );
    expect(problems(withClock('decide', { reach: reach(5, 'minutes') }))).toContain(
      'only received does',
    );
  });

  it.each(['sms', 'call'])('of urgent work is refused a ladder without a step by %s', (way) => {
    const other = way === 'sms' ? 'call' : 'sms';
    const rungs = [
      { role: 'holder-duty', by: other, after: { amount: 0, unit: 'minutes' } },
      { role: 'national-duty', by: 'call', after: { amount: 5, unit: 'minutes' } },
    ];
    const ladder = way === 'sms' ? rungs : rungs.map((rung) => ({ ...rung, by: 'sms' }));
    expect(problems(withClock('child-seen', { ladder }))).toContain(
      `guards a child in urgent work, so a step of its ladder goes by ${way}`,
    );
  });

  it.each(['feed', 'sms', 'mail'])('of urgent work is refused a last step by %s', (by) => {
    const ladder = [
      { role: 'holder-duty', by: 'sms', after: { amount: 0, unit: 'minutes' } },
      { role: 'holder-duty', by: 'call', after: { amount: 5, unit: 'minutes' } },
      { role: 'national-duty', by, after: { amount: 10, unit: 'minutes' } },
    ];
    const said = problems(withClock('safety-decision', { ladder }));
    expect(said).toContain('guards a child in urgent work, so its last step is a call');
    expect(said).toContain('(safety-decision urgent)');
  });

  it('is refused two steps at the same time: a person needs some to answer', () => {
    const ladder = [
      { role: 'holder-duty', by: 'sms', after: { amount: 5, unit: 'minutes' } },
      { role: 'national-duty', by: 'call', after: { amount: 5, unit: 'minutes' } },
    ];
    expect(problems(withClock('child-seen', { ladder }))).toContain('no time between two steps');
  });

  it('of an urgent task is refused when it is announced to nobody', () => {
    expect(problems(withClock('received', { announce: undefined }))).toContain(
      'received urgent: is announced to nobody at its start',
    );
  });

  it.each(['received', 'child-seen', 'safety-decision', 'routing'])(
    'cannot be declared not to guard (%s)',
    (name) => {
      expect(problems(withClock(name, { guardsChild: false }))).toContain('must guard the child');
    },
  );
});

describe('a broken pack', () => {
  it.each([
    [
      'a municipality without police',
      without('police-guria'),
      'agencies.json lanchkhuti: needs exactly one police, has none',
    ],
    [
      'a task kind without words',
      withTask('police', { kind: 'ring-the-bell' }),
      'routing.json police: ring-the-bell is no task kind',
    ],
    [
      'an instruction without words',
      withTask('police', { instructions: ['shout'] }),
      'routing.json police: shout is no instruction',
    ],
    [
      'a clock that has no definition',
      withPart('clocks', ({ clocks }) => ({ clocks: clocks.filter(({ name }) => name !== 'act') })),
      'routing.json police: no clock act for register-report, high',
    ],
    [
      'a task nobody has to receive',
      withTask('police', { clocks: ['act'] }),
      'routing.json police: nobody has to receive it',
    ],
    [
      'a violence task that is received in working time',
      withTask('unborn', { urgency: 'routine' }),
      'routing.json unborn: belongs to a child in danger',
    ],
    [
      'a later rule that is more urgent',
      withTask('lead-danger', { urgency: 'high' }),
      'routing.json lead-child-leaves: is more urgent than an earlier assess-safety',
    ],
    [
      'a condition on a code that does not exist',
      withRule('mind', (rule) => ({ ...rule, when: [{ fact: 'forms', includesAny: ['loud'] }] })),
      'routing.json mind: forms is never loud',
    ],
    [
      'a condition outside the language',
      withRule('mind', (rule) => ({ ...rule, when: [{ fact: 'forms', matches: '.*' }] })),
      `routing.json rules.${placeOf('mind')}.when.0`,
    ],
    [
      'a label in one language only',
      withPart('hotlines', ({ hotlines }) => ({
        hotlines: hotlines.map((hotline) => ({ ...hotline, name: { ka: hotline.name.ka } })),
      })),
      'hotlines.json hotlines.0.name.en',
    ],
    [
      'a rule without source or owed check',
      withRule('mind', ({ legalCheck: _, check: __, source: ___, ...rule }) => rule),
      `routing.json rules.${placeOf('mind')}: needs a source`,
    ],
    [
      'a source that is not listed',
      withPart('calendar', (calendar) => ({ ...calendar, source: 'S999' })),
      'sources.json S999: is missing; calendar names it',
    ],
    [
      'an alias of two municipalities',
      withPart('areas', (areas) => ({
        ...areas,
        municipalities: areas.municipalities.map((each) =>
          each.id === 'gori' ? { ...each, aliases: ['Kutaisi'] } : each,
        ),
      })),
      'areas.json kutaisi: is the name or alias of two municipalities',
    ],
    [
      'a status with a second way out of an end',
      withPart('taskStatuses', (statuses) => ({
        ...statuses,
        transitions: [
          ...statuses.transitions,
          { from: 'completed', to: 'in-progress', by: ['owner'], needs: [] },
        ],
      })),
      'task-statuses.json completed → in-progress: leaves completed, which is an end',
    ],
    [
      'thresholds that fall',
      withPart('instruments', (instruments) =>
        instruments.map((each) => ({
          ...each,
          levels: each.levels.map((level) => ({ ...level, welfareFrom: 0 })),
        })),
      ),
      'instruments early-identification 2026.1: levels 1 to 4 do not rise from zero',
    ],
    ['an unknown key', { ...georgia, extra: 1 }, 'extra'],
  ])('is refused for %s', (_, raw, says) => {
    expect(() => loadPack(raw)).toThrow('The policy pack is broken');
    expect(problems(raw)).toContain(says);
  });

  it('is refused when it carries the seal of another', () => {
    const { sha256 } = loadPack(georgia);
    expect(sealedPack(georgia, sha256)).toEqual(loadPack(georgia));
    expect(() => sealedPack(without('police-guria'), sha256)).toThrow(
      'changed after it was checked',
    );
  });
});

describe('the hash of a pack', () => {
  it('changes with the content', () => {
    const renamed = withPart('pack', (head) => ({ ...head, edition: '2026.2' }));
    expect(loadPack(renamed).sha256).not.toBe(loadPack(georgia).sha256);
  });
});
