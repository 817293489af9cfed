import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallWay, LadderRole } from '../../../shared/domain/call/call.ts';
import { callMade } from '../../../shared/domain/call/call-made.ts';
import { EndpointId } from '../../../shared/domain/ids.ts';
import type { JournalEvent } from '../../../shared/domain/journal/event.ts';
import { type Fact, serviceWords } from '../../../shared/domain/service/fact.ts';
import {
  canonical,
  chained,
  type ServedAttempt,
  serviceLines,
  type Traces,
} from '../../../shared/domain/service/record.ts';
import { anEventId, aReferralId, aTask, later, MUNICIPALITY, NATIONAL, NOW } from '../../build.ts';

const ENDPOINT = EndpointId.parse('whe_6c4trx8m2kq9hwznd3yp');
const task = aTask({ agency: MUNICIPALITY });
const EVENT = anEventId();
const since = (seconds: number) => later({ seconds });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const attempt = (seconds: number, number: number, over: Partial<ServedAttempt> = {}) => ({
  ...{ at: since(seconds), endpoint: ENDPOINT, sequence: 7, event: EVENT, number },
  ...{ status: 503, milliseconds: 40, keys: [1] },
  ...over,
});
const event = (seconds: number, over: Partial<JournalEvent>): JournalEvent => ({
  ...{ id: anEventId(), type: 'task.received', at: since(seconds), version: 2 },
  subject: { kind: 'task', id: task.id },
  by: { sub: 'sub-nino', agency: MUNICIPALITY },
  to: [],
  ...over,
});
const called = (seconds: number): JournalEvent => {
  const owed = {
    ...{ event: anEventId(), agency: MUNICIPALITY, role: 'holder-duty' as const },
    ...{ by: 'sms' as const, subject: { kind: 'task' as const, id: task.id } },
    ...{ referral: aReferralId(), clock: 'received', at: NOW, why: 'unreached' as const },
  };
  const { events } = callMade({
    ...{ owed, id: anEventId(), at: since(seconds), result: 'sent', as: 'duty' },
    ...{ gap: false, national: NATIONAL },
  });
  const [made] = events;
  if (!made) throw new Error('no call was recorded');
  return made;
};

const traces: Traces = {
  told: [{ at: since(1), sequence: 7, event: EVENT, type: 'task.requested' }],
  attempts: [
    attempt(4, 2, { status: 200, replay: 1, host: 'work.example' }),
    attempt(2, 1, { excerpt: { box: new Uint8Array([2]) } }),
  ],
  deliveredAt: since(4),
  fetched: [{ at: since(6), agency: MUNICIPALITY, account: 'sub-nino', action: 'task.read' }],
  events: [
    event(0, { type: 'task.requested', version: 1 }),
    event(9, {}),
    event(3, { type: 'clock.unreached', clock: 'received', by: { sub: 'clocks' } }),
    event(5, { type: 'delivery.parked', codes: { endpoint: ENDPOINT, sequences: '7 9' } }),
    called(3),
    event(10, { type: 'task.accepted', version: 3 }),
    event(11, { type: 'task.completed', version: 4 }),
  ],
};
const facts = (of: Traces = traces): Fact[] => serviceLines(task, of).map(({ fact }) => fact);

describe('the proof of service', () => {
  it('tells in order of time what was sent, what came of it and who received', () => {
    expect(facts()).toEqual([
      { at: NOW, what: 'requested', agency: MUNICIPALITY },
      { at: since(1), what: 'told', sequence: 7, event: EVENT, type: 'task.requested' },
      {
        ...{ at: since(2), what: 'attempted', endpoint: ENDPOINT, sequence: 7, event: EVENT },
        ...{ attempt: 1, status: 503, milliseconds: 40, keys: [1] },
      },
      { at: since(3), what: 'called', role: 'holder-duty', way: 'sms', result: 'sent' },
      { at: since(3), what: 'unreached' },
      {
        ...{ at: since(4), what: 'attempted', endpoint: ENDPOINT, sequence: 7, event: EVENT },
        ...{ attempt: 2, status: 200, milliseconds: 40, keys: [1], replay: 1 },
      },
      { at: since(4), what: 'delivered' },
      { at: since(5), what: 'parked', endpoint: ENDPOINT, sequences: [7, 9] },
      {
        ...{ at: since(6), what: 'fetched', agency: MUNICIPALITY },
        ...{ account: 'sub-nino', action: 'task.read' },
      },
      {
        ...{ at: since(9), what: 'received', type: 'task.received' },
        ...{ account: 'sub-nino', agency: MUNICIPALITY },
      },
      {
        ...{ at: since(10), what: 'received', type: 'task.accepted' },
        ...{ account: 'sub-nino', agency: MUNICIPALITY },
      },
    ]);
  });

  it('holds no host and no answer among what all readers see', () => {
    const text = JSON.stringify(facts());
    expect(text).not.toContain('work.example');
    expect(text).not.toContain('box');
    expect(serviceLines(task, traces).flatMap(({ of }) => of?.host ?? [])).toEqual([
      'work.example',
    ]);
  });

  it('is the same in whatever order its traces are found', () => {
    const usual = facts();
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...traces.attempts], { minLength: 2 }),
        fc.shuffledSubarray([...traces.events], { minLength: 7 }),
        (attempts, events) => {
          expect(facts({ ...traces, attempts, events })).toEqual(usual);
        },
      ),
    );
  });

  it('has words for every fact, in both languages', () => {
    for (const { what } of facts()) expect(serviceWords[what]).toMatchObject({ ka: /./, en: /./ });
  });

  it('knows every role and way a call is made by', () => {
    for (const role of LadderRole.options)
      for (const way of CallWay.options) {
        const codes = { role, way, result: 'sent' };
        const events = [event(3, { type: 'call.made', by: { sub: 'calls' }, codes })];
        expect(facts({ ...traces, events })).toContainEqual({
          ...{ at: since(3), what: 'called', role, way, result: 'sent' },
        });
      }
  });
});

describe('its hashes', () => {
  const lines = chained(task.id, serviceLines(task, traces), sha256);

  it('are made of the line before and the facts alone, as the reference says', () => {
    let before: string = task.id;
    for (const { fact, hash } of lines) {
      const names = Object.keys(fact).toSorted();
      const json = JSON.stringify(fact, names);
      expect(hash).toBe(sha256(`${before}\n${json}`));
      before = hash;
    }
  });

  it('stay those of a copy printed earlier, whatever comes after it', () => {
    const more = { ...traces, fetched: [...traces.fetched, { ...read(60) }] };
    const now = chained(task.id, serviceLines(task, more), sha256);
    expect(now).toHaveLength(lines.length + 1);
    expect(now.slice(0, lines.length)).toEqual(lines);
    expect(now.at(-1)?.hash).not.toBe(lines.at(-1)?.hash);
  });

  it('all change after a line that is changed, left out or put in', () => {
    const anything = fc.nat({ max: lines.length - 2 });
    fc.assert(
      fc.property(anything, fc.constantFrom('left-out', 'later', 'twice'), (place, how) => {
        const all = serviceLines(task, traces);
        const one = all[place];
        if (!one) return;
        const altered =
          how === 'left-out'
            ? all.toSpliced(place, 1)
            : how === 'twice'
              ? all.toSpliced(place, 0, one)
              : all.toSpliced(place, 1, { fact: { ...one.fact, at: since(3600) } });
        const forged = chained(task.id, altered, sha256).map(({ hash }) => hash);
        for (const { hash } of lines.slice(how === 'twice' ? place + 1 : place)) {
          expect(forged).not.toContain(hash);
        }
      }),
    );
  });

  it('are of this task alone', () => {
    const other = chained(aTask().id, serviceLines(task, traces), sha256);
    expect(other.map(({ hash }) => hash)).not.toContain(lines[0]?.hash);
  });

  it('do not hang on the order in which a fact’s names were written', () => {
    const fact = { at: NOW, what: 'told', sequence: 7 } as const;
    const turned = { sequence: 7, what: 'told', at: NOW } as const;
    expect(canonical(turned)).toBe(canonical(fact));
    expect(canonical(fact)).toBe(`{"at":"${NOW}","sequence":7,"what":"told"}`);
  });
});

function read(seconds: number) {
  const at = since(seconds);
  return { at, agency: MUNICIPALITY, account: 'sub-nino', action: 'task.read' };
}
