import { describe, expect, it } from 'vitest';
import { certificatesIn } from '../../console/systems/certificates.ts';
import * as compare from '../../console/systems/compare.ts';
import {
  draftOf,
  type Endpoint,
  EVENTS_MOST,
  emptyEndpoint,
  missing,
  toBody,
  wishOf,
} from '../../console/systems/draft.ts';
import { eventGroups, eventsOf } from '../../console/systems/event-groups.ts';
import { queryOf } from '../../console/systems/log-filter.ts';
import * as replay from '../../console/systems/replay.ts';
import { standingOf } from '../../console/systems/standing.ts';
import { eventTypes } from '../../console/words/events.ts';
import { receiptOf, referralIdOf } from '../../console/words/receipt.ts';
import { replayDeliveries } from '../../shared/contract/deliveries.ts';
import { reconcileFeed } from '../../shared/contract/feed.ts';
import { createEndpoint } from '../../shared/contract/partners.ts';
import { ReferralId, receiptNumber } from '../../shared/domain/ids.ts';

const URL = 'https://social.example.ge/ertad';
const draft = { ...emptyEndpoint, url: URL };

describe('an endpoint as it is written down', () => {
  it('is what the hub takes, and leaves out what was left empty', () => {
    expect(createEndpoint.body?.parse(toBody(draft))).toMatchObject({ url: URL, events: ['*'] });
    expect(toBody(draft)).not.toHaveProperty('contact');
    const whole = { ...draft, description: ' a ', mail: 'it@example.ge', phone: '599 00 11 22' };
    expect(createEndpoint.body?.parse(toBody(whole))).toMatchObject({
      description: 'a',
      contact: { mail: 'it@example.ge', phone: expect.any(String) },
    });
  });

  it('says what is missing, field by field', () => {
    expect([...missing(draft)]).toEqual([]);
    expect([...missing({ ...draft, url: ' ' })]).toEqual(['url']);
    expect([...missing({ ...draft, which: 'some' })]).toEqual(['events']);
    const many = eventTypes.slice(0, EVENTS_MOST + 1);
    expect([...missing({ ...draft, which: 'some', events: many })]).toEqual(['events']);
    for (const perSecond of ['', '0', '51', '2.5', 'x']) {
      expect([...missing({ ...draft, perSecond })], perSecond).toEqual(['perSecond']);
    }
    expect([...missing({ ...draft, atOnce: '21' })]).toEqual(['atOnce']);
  });

  it('comes back from the hub as it was written', () => {
    const wish = wishOf({ ...draft, which: 'some', events: ['task.requested'], mail: 'a@b.ge' });
    const shown = { ...wish, id: 'whe_1', version: 3 } as unknown as Endpoint;
    expect(wishOf(draftOf(shown))).toEqual(wish);
    expect(draftOf({ ...shown, events: ['*'] })).toMatchObject({ which: 'all', events: [] });
  });
});

describe('the catalogue of news', () => {
  it('has every kind in one group, but what is sent to one endpoint by itself', () => {
    const grouped = eventGroups.flatMap((group) => eventsOf(group));
    expect(new Set(grouped).size).toBe(grouped.length);
    const left = eventTypes.filter((type) => !grouped.includes(type));
    expect(left.toSorted()).toEqual(['endpoint.challenged', 'endpoint.tested']);
  });
});

describe('how an endpoint fares', () => {
  const calm = { waiting: 0, waitingMore: false };
  const at = '2026-11-24T09:00:00.000Z';
  const proof = { tries: 1, provedAt: at };
  const active = { state: 'active', proof } as const;
  const off = (because: 'owner' | 'gone' | 'failing') =>
    ({ state: 'disabled', proof, disabled: { at, because } }) as const;

  it.each([
    ['off-gone', off('gone'), { ...calm, waiting: 3, failingSince: at }],
    ['off-owner', off('owner'), calm],
    ['off-failing', off('failing'), calm],
    ['asked', { state: 'unproven', proof: { tries: 0, askedAgainAt: at } }, calm],
    ['in-vain', { state: 'unproven', proof: { tries: 14 } }, calm],
    ['failing', active, { ...calm, failingSince: at, waiting: 2 }],
    ['waiting', active, { ...calm, waiting: 2 }],
    ['works', active, { ...calm, lastSuccessAt: at }],
    ['new', active, calm],
  ] as const)('%s', (code, endpoint, health) => {
    expect(standingOf(endpoint, health).code).toBe(code);
  });
});

describe('what is sent again', () => {
  const all = replay.emptyReplay;
  it.each([
    ['all that did not arrive', all, { status: 'given-up' }],
    ['what was never tried', { ...all, which: 'never' }, { neverAttempted: true }],
    [
      'a range of numbers',
      { which: 'numbers', from: '3', to: '9' },
      { sequences: { from: 3, to: 9 } },
    ],
    [
      'a range of time',
      { which: 'times', from: '2026-11-24T09:00', to: '2026-11-24T10:00' },
      { times: { from: '2026-11-24T05:00:00.000Z', to: '2026-11-24T06:00:00.000Z' } },
    ],
  ] as const)('%s', (_, draft, body) => {
    expect(replay.missing(draft).size).toBe(0);
    expect(replay.toBody(draft)).toEqual(body);
    expect(replayDeliveries.body?.safeParse(replay.toBody(draft, 40)).success).toBe(true);
    expect(replay.toBody(draft, 40)).toEqual({ ...body, after: 40 });
  });

  it('needs both ends, in their order', () => {
    const range = { which: 'numbers', from: '9', to: '3' } as const;
    expect([...replay.missing(range)]).toEqual(['to']);
    expect([...replay.missing({ ...range, from: '', to: 'x' })]).toEqual(['from', 'to']);
    const times = { which: 'times', from: '2026-11-24T09:00', to: '2026-11-24T09:00' } as const;
    expect([...replay.missing(times)]).toEqual(['to']);
  });
});

describe('what is copied from elsewhere', () => {
  it('is compared by the ids in it, whatever stands between them', () => {
    const [one, two] = ['evt_5w9hkd3nrc7xpj8q2mzt', 'evt_8q2mzt5w9hkd3nrc7xpj'];
    const draft = { from: '1', to: '1000', ids: `"${one}";${two}\n x` };
    expect(compare.missing(draft).size).toBe(0);
    expect(reconcileFeed.body?.parse(compare.toBody(draft))).toEqual({
      ...{ from: 1, to: 1000, ids: [one, two] },
    });
    expect([...compare.missing({ ...draft, to: '1001' })]).toEqual(['to']);
    expect([...compare.missing({ ...draft, from: '' })]).toContain('from');
  });

  it('is taken certificate by certificate', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
    expect(certificatesIn(`x\n${pem}\n\n${pem}`)).toEqual([`${pem}\n`, `${pem}\n`]);
    expect(certificatesIn('MIIB')).toEqual([]);
  });

  it('filters the log only by what was chosen', () => {
    expect(queryOf({ status: '', type: '', from: '', to: '' })).toEqual({});
    expect(queryOf({ status: 'parked', type: '', from: '2026-11-24T09:00', to: '' })).toEqual({
      status: 'parked',
      from: '2026-11-24T05:00:00.000Z',
    });
  });

  it('is the hub’s own receipt number, as it is spoken and typed', () => {
    const id = ReferralId.parse('ref_7k3m92qd');
    expect(receiptOf(id)).toBe(receiptNumber(id));
    for (const typed of ['ER-7K3M-92QD', 'er 7k3m 92qd', '7k3m92qd']) {
      expect(referralIdOf(typed)).toBe(id);
    }
    expect(referralIdOf('ER-7K3M')).toBeUndefined();
  });
});
