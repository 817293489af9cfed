import { describe, expect, it } from 'vitest';
import { closingBody, EMPTY_CLOSING, missingInClosing } from '../../console/sent/closing-draft.ts';
import {
  consentBody,
  EMPTY_CONSENT,
  EMPTY_OVERRIDE,
  missingInConsent,
  missingInOverride,
  overrideBody,
} from '../../console/sent/consent-draft.ts';
import { EMPTY_NEWS, isWritten, newsBody } from '../../console/sent/news-draft.ts';
import { pageOf } from '../../console/sent/place-of.ts';
import {
  answerBody,
  EMPTY_ANSWER,
  EMPTY_RECALL,
  missingInAnswer,
  missingInRecall,
  RECALL_GROUPS,
  RECALL_REASONS,
  recallBody,
} from '../../console/sent/recall-draft.ts';
import { EMPTY_STEP, stepBody } from '../../console/work/step-draft.ts';
import { RecallAnswer, RecallSubmission } from '../../shared/contract/recalls.ts';
import { ConsentSubmission, OverrideSubmission } from '../../shared/contract/sharing.ts';
import { AdditionSubmission } from '../../shared/domain/referral/addition-submission.ts';
import { DETAIL_GROUPS } from '../../shared/domain/referral/group.ts';
import recall from '../../shared/policy/ge/recall.json' with { type: 'json' };

const NOW = new Date('2026-11-22T08:00:00.000Z');

describe('a recall', () => {
  it('knows the reasons of each kind as the policy pack has them, and every group', () => {
    const kinds = Object.entries(recall.kinds).map(([kind, { reasons }]) => [kind, reasons]);
    expect(RECALL_REASONS).toEqual(Object.fromEntries(kinds));
    expect(RECALL_GROUPS).toEqual(DETAIL_GROUPS);
  });

  it('is sent only with what its kind cannot do without', () => {
    const wrong = { ...EMPTY_RECALL, kind: 'correction' as const, reason: 'fact-wrong' };
    expect(recallBody(wrong)).toBeUndefined();
    expect(missingInRecall(EMPTY_RECALL)).toEqual(['kind']);
    expect(missingInRecall(wrong)).toEqual(['correction']);
    expect(missingInRecall({ ...wrong, kind: 'wrong-agency' })).toEqual(['to']);
    expect(missingInRecall({ ...wrong, kind: 'consent-withdrawn' })).toEqual([]);
    const right = recallBody({ ...wrong, correction: ' ბებიასთან ცხოვრობს ', groups: ['contact'] });
    expect(RecallSubmission.parse(right)).toEqual({
      ...{ kind: 'correction', reason: 'fact-wrong', fieldGroups: ['contact'] },
      correction: 'ბებიასთან ცხოვრობს',
    });
    const agency = { ...EMPTY_RECALL, kind: 'wrong-agency' as const, reason: 'other-area' };
    expect(recallBody(agency)).toBeUndefined();
    expect(recallBody({ ...agency, to: ['clinic-kutaisi'] })).toMatchObject({
      to: ['clinic-kutaisi'],
    });
    expect(recallBody({ ...agency, reason: 'outdated', to: ['clinic-kutaisi'] })).toBeUndefined();
  });

  it('is answered by a person: deleted, or kept on a basis', () => {
    const kept = { ...EMPTY_ANSWER, status: 'kept' as const, person: 'დავითი' };
    expect(answerBody(kept)).toBeUndefined();
    expect(missingInAnswer(kept)).toEqual(['basis']);
    expect(missingInAnswer({ ...kept, status: 'deleted' })).toEqual([]);
    expect(missingInAnswer(EMPTY_ANSWER)).toEqual(['status', 'person']);
    const body = answerBody({ ...kept, basis: 'crime-investigation' });
    expect(RecallAnswer.safeParse(body).success).toBe(true);
    expect(answerBody({ ...EMPTY_ANSWER, status: 'deleted' })).toBeUndefined();
  });
});

describe('a consent', () => {
  const consent = {
    ...EMPTY_CONSENT,
    ...{ from: 'family', person: 'მარიამი', purposes: ['family-support'] },
    ...{ recipients: ['municipality'], givenOn: '2026-11-20', evidence: 'signed-form' },
  };

  it('says who, for what, with whom and how it is shown', () => {
    expect(missingInConsent(EMPTY_CONSENT)).toHaveLength(6);
    expect(missingInConsent({ ...consent, recipients: [] })).toEqual(['recipients']);
    expect(missingInConsent(consent)).toEqual([]);
    expect(ConsentSubmission.safeParse(consentBody(consent)).success).toBe(true);
  });

  it('is done without only in words and for whole days', () => {
    const override = {
      ...EMPTY_OVERRIDE,
      ...{ reason: 'best-interests', words: 'დედა ვერ იპოვეს.', days: '14' },
      ...{ purposes: ['family-support'], recipients: ['municipality'] },
    };
    expect(missingInOverride({ ...override, days: '0' })).toEqual(['days']);
    expect(missingInOverride({ ...override, words: ' ' })).toEqual(['words']);
    expect(missingInOverride(override)).toEqual([]);
    expect(OverrideSubmission.safeParse(overrideBody(override)).success).toBe(true);
  });
});

describe('news of a child', () => {
  it('state only what was written', () => {
    expect(isWritten({ ...EMPTY_NEWS, narrative: ' ' })).toBe(false);
    const news = { ...EMPTY_NEWS, narrative: 'დღეს სკოლაში არ მოვიდა.' };
    expect(newsBody(news, NOW)).toEqual({ narrative: news.narrative, channel: 'form' });
  });

  it('of a caller name the caller', () => {
    const news = { ...EMPTY_NEWS, narrative: 'ტირის', where: 'სახლში', caller: 'მანანა' };
    const body = newsBody({ ...news, phone: '599 12 34 56' }, NOW);
    expect(AdditionSubmission.parse(body)).toMatchObject({
      channel: 'phone',
      reporter: { mode: 'named', name: 'მანანა' },
      child: { whereabouts: { childNow: { where: 'სახლში' } } },
    });
  });
});

describe('closing', () => {
  it('tells of a talk only where it is said how and when', () => {
    const draft = { ...EMPTY_CLOSING, reason: 'no-need-found', note: ' შემოწმდა ', how: 'phone' };
    expect(closingBody(draft)).toEqual({ reason: 'no-need-found', note: 'შემოწმდა' });
    expect(missingInClosing(draft)).toEqual(['contactAt']);
    expect(missingInClosing(EMPTY_CLOSING)).toEqual(['reason']);
    expect(closingBody({ ...draft, contactAt: '2026-11-22T12:00' }).contact).toEqual({
      ...{ how: 'phone', at: '2026-11-22T08:00:00.000Z' },
    });
  });

  it.each([
    ['statements/2', '/app/referrals/ref_a/statements'],
    ['feedback/1', '/app/referrals/ref_a'],
    ['tsk_b', '/app/tasks/tsk_b'],
    ['safety/child-seen', '/app/cases/cas_c'],
    ['cases/cas_d/track/body', '/app/cases/cas_d'],
    ['referrals/ref_e/statements/1', '/app/referrals/ref_e/statements'],
  ])('is worked off at %s on the page where that is done', (pointer, to) => {
    expect(pageOf(pointer, 'ref_a', 'cas_c')).toBe(to);
  });

  it('has no page for what is of a case that is not shown', () => {
    expect(pageOf('track/body', 'ref_a', undefined)).toBeUndefined();
  });
});

describe('a step of a task', () => {
  it('says only what was written', () => {
    expect(stepBody('in-progress', EMPTY_STEP)).toEqual({ to: 'in-progress' });
    const step = { ...EMPTY_STEP, person: ' თამარი ', note: 'მივდივარ' };
    expect(stepBody('accepted', step)).toEqual({
      ...{ to: 'accepted', actingPerson: 'თამარი', note: 'მივდივარ' },
    });
  });
});
