import { describe, expect, it } from 'vitest';
import {
  choiceBody,
  emptyChoice,
  missingInChoice,
  siblingVisit,
} from '../../console/visit/choices.ts';
import {
  declineBody,
  emptyDecline,
  emptyFact,
  emptyMeeting,
  factBody,
  meetingBody,
  missingInDecline,
  missingInFact,
  missingInMeeting,
  missingInTime,
  topicsBody,
  whenOf,
} from '../../console/visit/draft.ts';
import { asQuery, emptySearch, searchWith } from '../../console/visit/search.ts';
import { waitsForUs } from '../../console/visit/waits.ts';
import { mondayOf, nextTo, weeksOf, weekWith } from '../../console/visit/week.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';

/** Best first, as the hub gives them; Georgia is four hours ahead. */
const slots = [
  '2026-11-25T06:00:00Z', // Wednesday 10:00
  '2026-11-25T06:30:00Z', // Wednesday 10:30
  '2026-11-24T08:00:00Z', // Tuesday 12:00
  '2026-11-30T21:00:00Z', // the Tuesday after, 01:00
].map((start) => ({ start }));
const weeks = weeksOf(slots);

describe('the calendar of proposals', () => {
  it('has the weeks with proposals, each day by the hours of Georgia', () => {
    expect(weeks).toHaveLength(2);
    const [first, second] = weeks;
    expect(first?.days.map(({ day }) => day).at(0)).toBe('2026-11-23');
    expect(first?.days[1]?.cells).toEqual([{ hour: 12, places: [2] }]);
    expect(first?.days[2]?.cells).toEqual([{ hour: 10, places: [0, 1] }]);
    expect(second?.days[1]?.cells).toEqual([{ hour: 1, places: [3] }]);
    expect(first?.hours).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(weekWith(weeks, 3)).toBe(1);
  });

  it.each([
    [2, 'ArrowRight', 0],
    [0, 'ArrowDown', 1],
    [1, 'ArrowLeft', 2],
    [1, 'ArrowRight', 3],
    [3, 'ArrowUp', 1],
    [3, 'Home', 2],
    [2, 'End', 3],
    [2, 'ArrowUp', undefined],
    [0, 'Tab', undefined],
  ])('leads from %i by %s to %s', (place, key, to) => {
    expect(nextTo(weeks, place, key)).toBe(to);
  });

  it('of nothing is empty', () => {
    expect(weeksOf([])).toEqual([]);
  });
});

it('the list begins with what waits for the own agency, then goes by deadline', () => {
  const line = (dueAt: string, own?: string) => ({ deadline: { dueAt }, bookings: [{ own }] });
  const lines = [line('2', 'confirmed'), line('3', 'asked'), line('1')];
  expect(waitsForUs(lines).map(({ deadline }) => deadline.dueAt)).toEqual(['3', '1', '2']);
});

describe('a search', () => {
  it('says what counts, and leaves the rest to the rules', () => {
    expect(asQuery(emptySearch)).toEqual({ purpose: 'visit', standIns: 'no', video: 'yes' });
    const near = { ...emptySearch, onCall: true, from: '2026-11-24T10:00' };
    expect(asQuery(near)).toMatchObject({ onCall: 'yes', from: '2026-11-24T06:00:00.000Z' });
  });

  it('is made again with what helps, where searching can help', () => {
    expect(searchWith(emptySearch, 'stand-in')).toMatchObject({ standIns: true });
    expect(searchWith({ ...emptySearch, standIns: true }, 'stand-in')).toBeUndefined();
    expect(searchWith({ ...emptySearch, to: '2026-11-24T10:00' }, 'other-days')?.to).toBe('');
    expect(searchWith(emptySearch, 'another-room')).toBeUndefined();
  });
});

describe('what is written of a visit', () => {
  it('a refusal to come says why, and when one could', () => {
    expect(missingInDecline(emptyDecline)).toEqual(['reason', 'other']);
    const time = { ...emptyDecline, reason: 'leave', other: 'time' as const };
    expect(missingInDecline(time)).toEqual(['from', 'to']);
    const whole = { ...time, from: '2026-11-25T10:00', to: '2026-11-25T12:00' };
    expect(missingInDecline({ ...whole, to: whole.from })).toEqual(['to']);
    expect(declineBody(whole)).toEqual({
      reason: 'leave',
      alternative: { from: '2026-11-25T06:00:00.000Z', to: '2026-11-25T08:00:00.000Z' },
    });
    expect(declineBody({ ...whole, other: 'nobody', roles: ['investigator'] })).toEqual({
      reason: 'leave',
      roles: ['investigator'],
      alternative: 'nobody',
    });
  });

  it('a fact is one of its kind, with what it needs', () => {
    expect(missingInFact(emptyFact)).toEqual(['kind']);
    const arrest = { ...emptyFact, kind: 'arrestedAt' as const };
    expect(missingInFact(arrest)).toEqual(['at']);
    expect(factBody({ ...arrest, at: '2026-11-24T09:00' })).toEqual({
      arrestedAt: '2026-11-24T05:00:00.000Z',
    });
    const order = { ...emptyFact, kind: 'forensicOrder' as const };
    expect(missingInFact({ ...order, document: ' ' })).toEqual(['document']);
    expect(factBody({ ...order, document: ' IM-1 ' })).toEqual({
      forensicOrder: { document: 'IM-1' },
    });
    expect(missingInFact({ ...emptyFact, kind: 'needs' })).toEqual(['needs']);
    expect(missingInFact({ ...emptyFact, kind: 'interpreterLanguage' })).toEqual(['language']);
  });

  it('a time of the child is once, or every day', () => {
    expect(missingInTime({ often: 'daily', from: '13:00', to: '12:00' })).toEqual(['to']);
    expect(whenOf({ often: 'daily', from: '12:00', to: '13:00' })).toEqual({
      daily: { from: '12:00', to: '13:00' },
    });
  });

  it('questions without a topic are not sent', () => {
    const all = [
      { key: 'a', topic: 'who', question: ' ' },
      { key: 'b', topic: '', question: 'რა მოხდა?' },
    ];
    expect(topicsBody(all)).toEqual({ topics: [{ topic: 'who' }] });
  });

  it('a decision has what it is about, and its reason where it departs from the usual', () => {
    expect(missingInChoice(emptyChoice)).toEqual(['kind']);
    const refused = { ...emptyChoice, kind: 'companionRefused' as const };
    expect(missingInChoice(refused)).toEqual(['reason']);
    expect(choiceBody({ ...refused, reason: ' მოწმეა. ' })).toEqual({
      companion: 'refused',
      reason: 'მოწმეა.',
    });
    const site = { ...emptyChoice, kind: 'site' as const };
    expect(missingInChoice(site)).toEqual(['site', 'reason']);
    expect(missingInChoice({ ...emptyChoice, kind: 'interviewerSex' })).toEqual(['sex']);
    expect(missingInChoice({ ...emptyChoice, kind: 'interpreter' })).toEqual(['where']);
    const companion = { ...emptyChoice, kind: 'companion' as const, name: ' ნანა ' };
    expect(missingInChoice(companion)).toEqual([]);
    expect(choiceBody(companion)).toEqual({ companion: { wanted: { name: 'ნანა' } } });
  });

  it('children of one family come one after the other: with whose open visit, and when', () => {
    const family = { ...emptyChoice, kind: 'siblings' as const };
    expect(missingInChoice(family)).toEqual(['sibling', 'turn']);
    const visit = (id: string, code: string) => ({ id: id as InterviewId, status: { code } });
    const visits = [visit('itv_a', 'ended'), visit('itv_b', 'planning'), visit('itv_c', 'frozen')];
    const sibling = siblingVisit(visits)?.id;
    expect(sibling).toBe('itv_b');
    expect(siblingVisit(visits.toSpliced(1, 1))).toBeUndefined();
    const whole = { ...family, sibling: sibling ?? ('' as const), turn: '2' };
    expect(missingInChoice(whole)).toEqual([]);
    expect(choiceBody(whole)).toEqual({ siblings: { with: 'itv_b', order: 2 } });
  });

  it('a meeting has somebody who was there, and who informs the family', () => {
    const empty = emptyMeeting('2026-11-24T10:00');
    expect(missingInMeeting(empty)).toEqual(['there', 'agency', 'name']);
    const decision = { key: 'a', item: 'who', note: 'გადაწყდა', kind: '', agency: '' };
    const work = { ...decision, kind: 'bring-child', agency: 'agency-imereti' };
    const whole = {
      ...empty,
      there: ['police-imereti investigator'],
      decisions: [decision, work, { ...decision, note: ' ' }],
      agency: 'agency-imereti',
      name: 'გიორგი',
    };
    expect(missingInMeeting(whole)).toEqual([]);
    const body = meetingBody(whole);
    expect(body.attendance).toEqual([{ agency: 'police-imereti', role: 'investigator' }]);
    expect(body.decisions).toEqual([
      { item: 'who', note: 'გადაწყდა' },
      {
        item: 'who',
        note: 'გადაწყდა',
        task: { kind: 'bring-child', agency: 'agency-imereti', urgency: 'high' },
      },
    ]);
    expect(body.informs).toEqual({ agency: 'agency-imereti', person: { name: 'გიორგი' } });
  });
});
