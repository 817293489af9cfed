import { describe, expect, it } from 'vitest';
import { mayBreakGlass } from '../../console/case/may-break-glass.ts';
import {
  EMPTY_SAFETY,
  missingOf,
  nextMeasure,
  type SafetyDraft,
  toBody,
} from '../../console/case/safety-draft.ts';
import { SafetyDecisionRequest } from '../../shared/domain/safety/request.ts';

const measure = (over: object) => ({ ...nextMeasure([]), ...over });
const seen: SafetyDraft = {
  ...EMPTY_SAFETY,
  seen: 'seen',
  at: '2026-11-22T15:20',
  seenBy: ' თამარ ბერიძე ',
  alone: 'yes',
  where: 'school',
  sleeps: 'protective-relative',
  measures: [measure({ kind: 'none' })],
  siblings: 'none',
  reviewBy: '2026-11-24T12:00',
  reason: 'ბებიასთან რჩება.',
};
const notSeen: SafetyDraft = {
  ...EMPTY_SAFETY,
  seen: 'not-seen',
  at: '2026-11-22T15:20',
  notSeen: 'entry-refused',
  reviewBy: '2026-11-22T20:00',
  reason: 'კარი არავინ გააღო.',
};

describe('a decision on safety that is being written', () => {
  it('asks first whether the child was seen, then for what that needs', () => {
    expect(missingOf(EMPTY_SAFETY)).toEqual(['seen']);
    expect(missingOf({ ...EMPTY_SAFETY, seen: 'not-seen' })).toEqual([
      ...['at', 'notSeen', 'reviewBy', 'reason'],
    ]);
    expect(missingOf(seen)).toEqual([]);
    expect(missingOf(notSeen)).toEqual([]);
  });

  it('says what protects the child, and be it nothing', () => {
    expect(missingOf({ ...seen, measures: [nextMeasure([])] })).toEqual(['measures']);
    const two = [measure({ kind: 'separation' }), nextMeasure([])];
    expect(missingOf({ ...seen, measures: two })).toEqual(['measures']);
  });

  it('is what the hub takes, with the moments of Georgia’s clock', () => {
    const body = SafetyDecisionRequest.parse(toBody(seen));
    expect(body).toMatchObject({
      childSeenAt: '2026-11-22T11:20:00.000Z',
      seenBy: { name: 'თამარ ბერიძე' },
      measures: [{ kind: 'none' }],
    });
    expect(body).not.toHaveProperty('notSeen');
    const other = SafetyDecisionRequest.parse(toBody(notSeen));
    expect(other).toMatchObject({ notSeen: 'entry-refused' });
    expect(other).not.toHaveProperty('where');
  });

  it('names whom a measure is against by number, else in words', () => {
    const measures = [
      measure({ kind: 'separation', perpetrator: '2', against: 'ვიღაც' }),
      measure({ kind: 'protective-order', against: 'მამა', validUntil: '2026-12-01T00:00' }),
    ];
    expect(toBody({ ...seen, measures })).toMatchObject({
      measures: [
        { kind: 'separation', against: 2 },
        { kind: 'protective-order', against: 'მამა', validUntil: '2026-11-30T20:00:00.000Z' },
      ],
    });
  });

  it('tells its measures apart, whichever of them is taken away again', () => {
    const [first, second] = [nextMeasure([]), nextMeasure([nextMeasure([])])];
    expect(nextMeasure([second]).number).not.toBe(second.number);
    expect(first.number).not.toBe(second.number);
  });
});

describe('an emergency look', () => {
  it.each([
    ['police', ['worker'], true],
    ['medical', ['duty'], true],
    ['school', ['worker', 'safety-person'], false],
    ['municipality', ['worker'], false],
    ['police', ['administrator'], false],
    ['police', ['system'], false],
  ] as const)('of %s as %s is offered: %s', (kind, roles, offered) => {
    expect(mayBreakGlass({ kind, roles })).toBe(offered);
  });
});
