import { describe, expect, it } from 'vitest';
import { subjectPack } from '../../../shared/domain/disclosure/subject-pack.ts';
import type { Household, Ties } from '../../../shared/domain/family/household.ts';
import { askAccess, vote } from '../../../shared/domain/subject-access/decide.ts';
import { SubjectAccess } from '../../../shared/domain/subject-access/request.ts';
import { reasonsAgainst } from '../../../shared/domain/subject-access/shielded.ts';
import { policy } from '../../../shared/policy/policy.ts';
import {
  aCase,
  anEventId,
  aReferralInProgress,
  aSealed,
  instant,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';

const edition = policy.at(instant());
const NO: Ties = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' };
/** An accused who lives elsewhere, and somebody safe who speaks for the child. */
const safe: Household = {
  perpetrators: [{ livesWithChild: 'no', namedAt: later({ hours: -48 }) }],
  speakers: [
    { capacity: 'parent', ties: NO, at: later({ hours: -24 }), from: later({ hours: -24 }) },
  ],
  contacts: [],
};
const asks = (over: object = {}, household = safe) =>
  reasonsAgainst({ requester: 'parent', ties: NO, ...over }, household, NOW);

describe('a machine answers', () => {
  it('where nothing ties whoever asks to an accused', () => {
    expect(asks()).toEqual([]);
    expect(asks({ requester: 'child' })).toEqual([]);
  });

  it.each(['yes', 'unknown'] as const)('never where a tie is: %s', (tie) => {
    expect(asks({ ties: { ...NO, accused: tie } })).toEqual(['requester-accused']);
    expect(asks({ ties: { ...NO, sharesHousehold: tie } })).toEqual(['requester-shares-household']);
    expect(asks({ ties: { ...NO, dependsOnAccused: tie } })).toEqual(['requester-depends']);
    expect(asks({ through: { ...NO, sharesHousehold: tie } })).toEqual(['through-accused']);
  });

  it('never to a shielded household, nor to a child that may live with an accused', () => {
    expect(asks({}, { ...safe, speakers: [] })).toEqual(['household-shielded']);
    const perpetrators = [{ livesWithChild: 'unknown' as const, namedAt: later({ hours: -48 }) }];
    const together = { ...safe, perpetrators };
    expect(asks({ requester: 'child' }, together)).toEqual(['household-shielded']);
  });
});

const record = aCase();
const referral = aReferralInProgress({ id: record.referral, case: record.id });
const OFFICER = { sub: 'elene', agency: NATIONAL };
const acting = {
  ...{ record, referral, at: NOW, event: anEventId(), lead: LEAD, national: NATIONAL },
  sealed: aSealed(),
};
const asked = (against: Parameters<typeof askAccess>[0]['against']) =>
  askAccess(
    {
      ...{ ...acting, by: OFFICER, subject: 'child', requester: 'parent', ties: NO },
      ...{ through: undefined, earlier: [], against },
    },
    edition,
  );
const partOf = (decision: ReturnType<typeof asked>) =>
  SubjectAccess.parse(decision.kept.find(({ what }) => what === 'subject-access'));

describe('two people', () => {
  const decision = asked(['requester-accused']);
  const request = partOf(decision);
  const clock = decision.kept.find((one) => one.what === 'clock');
  const clocks = clock?.what === 'clock' ? [clock] : [];
  const voting = { ...acting, request, clocks, verdict: 'release' as const };
  const officer = { side: 'officer' as const, by: OFFICER };
  const lead = { side: 'lead' as const, by: { sub: 'ketevan', agency: LEAD } };

  it('decide where a machine must not, with a clock and in the list of oversight', () => {
    expect(request).toMatchObject({ state: 'waiting', watched: 'subject-access' });
    expect(clock).toMatchObject({ name: 'subject-access-agreed-1', holder: NATIONAL });
    expect(partOf(asked([]))).toMatchObject({ state: 'released', because: [] });
  });

  it('are both needed, and never one for both', () => {
    const first = partOf(vote({ ...voting, ...officer }));
    expect(first.state).toBe('waiting');
    for (const again of [officer, { ...lead, by: OFFICER }]) {
      const second = () => vote({ ...voting, ...again, request: first });
      expect(refusalOf(second).code).toBe('second-person-needed');
    }
    const both = vote({ ...voting, ...lead, request: first });
    expect(partOf(both)).toMatchObject({ state: 'released', decidedAt: NOW });
    expect(partOf(both)).not.toHaveProperty('watched');
    expect(both.kept).toContainEqual(expect.objectContaining({ what: 'clock', endedAt: NOW }));
    const late = () => vote({ ...voting, ...lead, request: partOf(both) });
    expect(refusalOf(late).code).toBe('already-decided');
  });

  it('refuse where one of them does', () => {
    expect(partOf(vote({ ...voting, ...lead, verdict: 'refuse' }))).toMatchObject({
      state: 'refused',
    });
  });
});

describe('what is handed over', () => {
  const details = {
    identity: { givenName: 'ლუკა' },
    concern: { forms: ['physical'], allegedPerpetrators: [{ name: 'ზაზა' }] },
    narrative: { narrative: 'მეზობელმა ნახა' },
    reporter: { reporter: { name: 'ნინო' } },
    family: { speaker: { name: 'ეკა' } },
    outcome: { actingPerson: 'გიორგი' },
  } as never;
  const looks = [
    { at: NOW, agency: LEAD, rule: 'lead', hidden: false },
    { at: NOW, agency: SCHOOL, rule: 'referrer', hidden: true },
  ];
  const known = { details, looks, recipients: [POLICE, LEAD, POLICE] };

  it('holds the child’s own, who looked and why, and hides everybody else', () => {
    const pack = subjectPack({ ...known, subject: 'child' }, edition);
    const written = JSON.stringify(pack);
    expect(written).toContain('ლუკა');
    for (const hidden of ['ზაზა', 'მეზობელმა', 'ნინო', 'ეკა', 'გიორგი', SCHOOL]) {
      expect(written).not.toContain(hidden);
    }
    expect(pack.looks).toMatchObject([{ agency: LEAD, on: NOW.slice(0, 10) }]);
    expect(pack.recipients.map(({ agency }) => agency)).toEqual([LEAD, POLICE]);
    expect(pack.purposes).toMatchObject(
      [{ ka: expect.stringMatching(/[ა-ჰ]/) }, {}].slice(0, pack.purposes.length),
    );
  });

  it('to an adult holds nothing of the child', () => {
    expect(subjectPack({ ...known, subject: 'parent' }, edition).known).toEqual({});
  });
});
