import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maySee,
  openRecallView,
  type RecallReader,
  readsCorrection,
  recallView,
} from '../../../shared/domain/disclosure/recall-view.ts';
import type { AgencyId } from '../../../shared/domain/ids.ts';
import { Recall } from '../../../shared/domain/recall/recall.ts';
import { DETAIL_GROUPS, type Group } from '../../../shared/domain/referral/group.ts';
import type { Referral } from '../../../shared/domain/referral/referral.ts';
import {
  aFileId,
  aPermit,
  aReferralInProgress,
  CLINIC,
  georgiaAt,
  LEAD,
  later,
  MUNICIPALITY,
  NATIONAL,
  NOW,
  POLICE,
  SCHOOL,
} from '../../build.ts';

const edition = georgiaAt();
const referral = aReferralInProgress();
const line = (agency: AgencyId, shown: Group[] = [], toldBy = ['asked']) => ({
  ...{ agency, toldSince: NOW, toldBy, shown, version: 1, status: 'open' },
});
const aRecall = (over: Record<string, unknown> = {}): Recall =>
  Recall.parse({
    ...{ what: 'recall', of: { kind: 'referral', id: referral.id }, number: 1, version: 3 },
    ...{ file: aFileId(), at: NOW, by: { sub: 's', agency: LEAD }, from: LEAD },
    ...{ kind: 'correction', reason: 'fact-wrong', fieldGroups: ['concern'], urgency: 'high' },
    ...{ watched: 'recalls', deadline: later({ hours: 24 }) },
    recipients: [
      line(POLICE, ['identity', 'concern']),
      line(CLINIC, ['medical']),
      line(SCHOOL, [], ['delivered', 'read']),
    ],
    ...over,
  });
const reader = (
  agency: AgencyId,
  rule = 'recall-recipient',
  of: Referral = referral,
): RecallReader => ({ agency, permit: aPermit(rule), referral: of, sealed: [] });
const shown = (who: RecallReader, recall = aRecall()) => {
  const correction = readsCorrection(who, recall) ? 'სწორი' : undefined;
  const confirmed = [{ recipient: 0, actingPerson: 'დავით' }];
  return recallView({ recall, reader: who, correction, confirmed, lang: 'en' }, edition);
};
const agenciesOf = (who: RecallReader, recall = aRecall()) =>
  shown(who, recall).recipients.map(({ agency }) => agency);

describe('who sees what of a recall', () => {
  it('a recipient sees its own line and no other, whoever it is', () => {
    const who = fc.constantFrom(POLICE, CLINIC, SCHOOL, MUNICIPALITY, NATIONAL);
    fc.assert(
      fc.property(who, (agency) => {
        const own = aRecall().recipients.some((one) => one.agency === agency);
        expect(maySee(reader(agency), aRecall())).toBe(own);
        if (own) expect(agenciesOf(reader(agency))).toEqual([agency]);
      }),
    );
    expect(shown(reader(CLINIC)).recipients[0]?.actingPerson).toBeUndefined();
  });

  it('lead, oversight and whoever made it see all', () => {
    const all = [POLICE, CLINIC, SCHOOL];
    expect(agenciesOf(reader(LEAD, 'lead'))).toEqual(all);
    expect(agenciesOf(reader(NATIONAL, 'data-protection'))).toEqual(all);
    const own = aRecall({ from: MUNICIPALITY });
    expect(agenciesOf(reader(MUNICIPALITY, 'takes-back-what-it-shared'), own)).toEqual(all);
  });

  it('its version is that of the reader’s own line', () => {
    expect(shown(reader(POLICE)).version).toBe(1);
    expect(shown(reader(LEAD, 'lead')).version).toBe(3);
    expect(shown(reader(LEAD, 'lead')).links).not.toHaveProperty('confirmations');
  });

  it('what is right now is for those who were shown what was wrong, lead and maker', () => {
    const groups = fc.subarray([...DETAIL_GROUPS]);
    const concerned = fc.subarray([...DETAIL_GROUPS], { minLength: 1 });
    fc.assert(
      fc.property(groups, concerned, (had, fieldGroups) => {
        const recall = aRecall({ recipients: [line(POLICE, had)], fieldGroups });
        const wasShown = fieldGroups.some((group) => had.includes(group));
        expect(readsCorrection(reader(POLICE), recall)).toBe(wasShown);
        expect(readsCorrection(reader(NATIONAL, 'data-protection'), recall)).toBe(false);
        expect(readsCorrection(reader(LEAD, 'lead'), recall)).toBe(true);
      }),
    );
  });

  it('what is right now stays closed to whoever a prosecutor sealed the account from', () => {
    const all = [reader(POLICE), reader(LEAD, 'lead'), reader(NATIONAL, 'data-protection')];
    for (const who of all) {
      expect(readsCorrection({ ...who, sealed: ['narrative'] }, aRecall())).toBe(false);
    }
    expect(readsCorrection({ ...reader(POLICE), sealed: ['medical'] }, aRecall())).toBe(true);
  });
});

describe('a reporter who is masked', () => {
  const masked = aReferralInProgress({ reporterMode: 'masked' });

  it('is in no line of the list, for lead or oversight; the line itself is there', () => {
    for (const [agency, rule] of [
      [LEAD, 'lead'],
      [NATIONAL, 'data-protection'],
    ] as const) {
      const view = shown(reader(agency, rule, masked));
      expect(view.recipients).toHaveLength(3);
      expect(JSON.stringify(view)).not.toContain(SCHOOL);
    }
    expect(agenciesOf(reader(SCHOOL, 'recall-recipient', masked))).toEqual([SCHOOL]);
  });

  it('is seen at its work like any other, where it was asked', () => {
    const recipients = [line(SCHOOL, [], ['asked', 'read'])];
    expect(agenciesOf(reader(LEAD, 'lead', masked), aRecall({ recipients }))).toEqual([SCHOOL]);
  });

  it('is not named as the one who made it', () => {
    const recall = aRecall({ from: SCHOOL, recipients: [line(POLICE)] });
    expect(shown(reader(POLICE, 'recall-recipient', masked), recall).from).toBeUndefined();
    expect(shown(reader(LEAD, 'lead', masked), recall).from).toBeUndefined();
    expect(shown(reader(POLICE), recall).from).toBe(SCHOOL);
  });
});

describe('an agency that is shut out and was told by mistake', () => {
  const shut = aReferralInProgress({ excluded: [POLICE] });

  it('learns what to delete, of what it was shown, and nothing else', () => {
    const recall = aRecall({ fieldGroups: ['identity', 'concern', 'medical'] });
    const view = shown(reader(POLICE, 'recall-recipient', shut), recall);
    expect(view).toMatchObject({ fieldGroups: ['identity', 'concern'], number: 1 });
    expect(view.correction).toBeUndefined();
    expect(view.from).toBeUndefined();
    expect(view.recipients.map(({ agency }) => agency)).toEqual([POLICE]);
  });
});

describe('what it means for a recipient', () => {
  const advice = (who: RecallReader, kind: string, reason: string) =>
    shown(who, aRecall({ kind, reason })).advice.map(({ code }) => code);
  const consent = ['consent-withdrawn', 'family-withdrew'] as const;

  it('says that protection does not rest on consent, and only where it does not', () => {
    expect(advice(reader(POLICE), ...consent)).toContain('consent-not-basis');
    const family = aReferralInProgress({ kind: 'early-identification', case: undefined });
    const voluntary = reader(POLICE, 'recall-recipient', family);
    expect(advice(voluntary, ...consent)).not.toContain('consent-not-basis');
  });

  it('says that access is closed to whom it is', () => {
    const wrong = ['wrong-agency', 'other-area'] as const;
    expect(advice(reader(CLINIC), ...wrong)).toContain('access-closed');
    expect(advice(reader(LEAD, 'lead'), ...wrong)).toEqual(['work-goes-on']);
  });
});

it('the list of open ones counts the others only for who waits or watches', () => {
  const of = (part: 'answers' | 'waits' | 'watches', at = NOW) =>
    openRecallView(aRecall(), { part, at }, referral.id, 'en', edition);
  expect(of('answers').unanswered).toBeUndefined();
  expect(of('waits')).toMatchObject({ unanswered: 3, overdue: false });
  expect(of('watches', later({ hours: 24 })).overdue).toBe(true);
});
