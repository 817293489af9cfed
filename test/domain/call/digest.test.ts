import { describe, expect, it } from 'vitest';
import { digestDue, digestOwed, digestSent, isTold } from '../../../shared/domain/call/digest.ts';
import {
  digestInBrief,
  digestSubject,
  digestText,
} from '../../../shared/domain/call/digest-text.ts';
import { ReferralId } from '../../../shared/domain/ids.ts';
import type { DigestMessage } from '../../../shared/domain/journal/call-messages.ts';
import { owedMessages } from '../../../shared/domain/journal/messages.ts';
import { writesOf } from '../../../shared/store/commit.ts';
import { anEventId, georgiaAt, NOW, POLICE } from '../../build.ts';

const edition = georgiaAt();
/** A time on the wall in Georgia, four hours ahead of UTC all year. */
const at = (local: string) => new Date(`${local}:00+04:00`).toISOString();
const HUB = 'https://ertad.ge/';

describe('the time of a digest', () => {
  it.each([
    ['before the first of the day', '2026-11-24T09:29', undefined],
    ['at the first, to the minute', '2026-11-24T09:30', 202611240930],
    ['between two', '2026-11-24T15:29', 202611240930],
    ['after the last, until midnight', '2026-11-24T23:59', 202611241530],
    ['on a Saturday', '2026-11-21T12:00', undefined],
    ['on a holiday', '2026-11-23T12:00', undefined],
  ])('%s', (_, local, digest) => {
    expect(digestDue(at(local), edition)).toBe(digest);
  });
});

describe('what a digest tells of', () => {
  it.each([
    ['requested', 'routine', true],
    ['requested', 'high', true],
    ['requested', 'urgent', false],
    ['received', 'routine', false],
    ['accepted', 'high', false],
  ] as const)('work that is %s and %s: %s', (status, urgency, told) => {
    expect(isTold({ status, urgency })).toBe(told);
  });

  it('is receipt numbers, kinds of work and deadlines, in both languages', () => {
    const tasks = [
      { referral: ReferralId.parse('ref_7k3m92qd'), kind: 'support-family', deadline: NOW },
      { referral: ReferralId.parse('ref_7k3m92qd'), kind: 'joint-plan' },
    ];
    const text = digestText(tasks, { hubUrl: HUB, edition });
    const kind = (code: string) =>
      `${edition.label('taskKinds', code, 'ka')} / ${edition.label('taskKinds', code, 'en')}`;
    expect(text).toContain(
      `ER-7K3M-92QD\n${kind('support-family')}\nვადა / Due: 20.11.2026 17:40\n\nER-7K3M-92QD\n${kind('joint-plan')}\n\n`,
    );
    expect(text).toMatch(/https:\/\/ertad\.ge\/\nდარეკეთ \/ Call: 111$/);
    expect(digestSubject(2)).toMatch(/2$/);
  });

  it('without a mail address is how many there are and where, in one text message', () => {
    expect(digestInBrief(200, HUB).length).toBeLessThanOrEqual(70);
    expect(digestInBrief(2, HUB)).toMatch(/: 2\nhttps:\/\/ertad\.ge\/$/);
  });
});

describe('a digest', () => {
  const owe = () => digestOwed({ id: anEventId(), at: NOW, agency: POLICE, digest: 202611240930 });
  const [event] = owe().events;
  const [owed] = event ? owedMessages(event) : [];

  it('is owed once for each time: a second one stands at the same place of the journal', () => {
    const places = [owe(), owe()].map((one) => writesOf(one)[0]?.key);
    expect(places[0]).toEqual(places[1]);
    expect(owed).toMatchObject({ consumer: 'digest', queue: 'calls', message: { agency: POLICE } });
  });

  it('that was sent is on record by how many, how and to whom as what, at a place of its own', () => {
    const sent = () =>
      digestSent({
        ...{ id: anEventId(), at: NOW, owed: owed?.message as DigestMessage },
        ...{ tasks: 3, way: 'mail', as: 'head' },
      });
    expect(sent().events).toMatchObject([
      { type: 'digest.sent', to: [], codes: { tasks: '3', way: 'mail', called: 'head' } },
    ]);
    const places = [sent(), sent(), owe()].map((one) => writesOf(one)[0]?.key.sk);
    expect(new Set(places).size).toBe(3);
  });
});
