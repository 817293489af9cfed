import { describe, expect, it } from 'vitest';
import { newInterviewId } from '../../../shared/domain/ids.ts';
import { approve, childAnswers } from '../../../shared/domain/interview/approval.ts';
import { askEpisode, confirmEpisode, Episode } from '../../../shared/domain/interview/episode.ts';
import { askFurther } from '../../../shared/domain/interview/further.ts';
import type { Guard } from '../../../shared/domain/interview/guard.ts';
import { Interview } from '../../../shared/domain/interview/interview.ts';
import { bookingHindrance } from '../../../shared/domain/interview/may-book.ts';
import { mustBeNew } from '../../../shared/domain/interview/new-topics.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import {
  aCase,
  agency,
  anEventId,
  aSealed,
  CENTRE,
  counting,
  georgiaAt,
  LEAD,
  later,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';
import { aVisit } from '../../finding.ts';

const PROSECUTOR = agency('prosecutor-imereti');
const by = (of = POLICE, sub = `sub-${of}`) => ({ sub, agency: of });
const edition = georgiaAt();
const bytes = counting(900);

const held = Interview.parse({
  ...aVisit({ interviewer: 'res_before', ground: 'consent-given' }),
  ...{ status: 'ended', booking: 'bkg_22222222222222222222', result: 'completed' },
  ...{ startedAt: NOW, endedAt: NOW, leftAt: NOW },
}) as Extract<Interview, { status: 'ended' }>;
const claims = [{ sheet: 'res_eka', day: '2026-12-01', from: 40, to: 44, role: 'interviewer' }];

const asked = (over: Partial<Parameters<typeof askFurther>[0]> = {}) =>
  askFurther(
    {
      previous: held,
      booking: { claims },
      id: newInterviewId(bytes),
      place: 2,
      need: 'new-evidence',
      topics: 1,
      otherInterviewer: undefined,
      order: undefined,
      sealed: aSealed(),
      by: by(),
      at: later({ hours: 48 }),
      event: anEventId(),
      ...over,
    },
    edition,
  );
const visitIn = ({ kept }: Decision): Interview =>
  Interview.parse(kept.find(({ what }) => what === 'interview'));

describe('a further interview', () => {
  it('follows the plan of the one that was held, with the same interviewer, as the next of the episode', () => {
    const visit = visitIn(asked());
    expect(visit).toMatchObject({
      ...{ status: 'planning', place: 2, interviewer: 'res_eka', requestedBy: POLICE },
      ...{ ground: 'consent-awaited', further: { after: held.id, need: 'new-evidence' } },
    });
    expect(visit.tier.dueAt).toBe(later({ hours: 48 + 168 }));
    expect(visit.parts.map(({ part }) => part)).not.toContain('medical');
  });

  it('has another interviewer only for a stated reason that the pack knows', () => {
    const visit = visitIn(asked({ otherInterviewer: 'long-absence' }));
    expect(visit.interviewer).toBeUndefined();
    const refused = refusalOf(() => asked({ otherInterviewer: 'faster' }));
    expect(refused).toMatchObject({ code: 'unknown-code' });
  });

  it('is not bookable before an agency of another legal person approved it', () => {
    const visit = visitIn(asked());
    expect(bookingHindrance(visit)).toBe('further-not-approved');
    const approved = (of = PROSECUTOR) =>
      approve({ visit, by: by(of), at: NOW, event: anEventId() }, edition);
    expect(bookingHindrance(visitIn(approved()))).toBeUndefined();
    for (const own of [POLICE, agency('police-tbilisi')]) {
      expect(refusalOf(() => approved(own)).code).toBe('other-legal-person-needed');
    }
  });

  it('asked for by the guardianship unit is not approved by the centre: one legal person', () => {
    const visit = visitIn(asked({ by: by(LEAD) }));
    const approved = (of = CENTRE) =>
      approve({ visit, by: by(of), at: NOW, event: anEventId() }, edition);
    expect(refusalOf(() => approved()).code).toBe('other-legal-person-needed');
    expect(visitIn(approved(POLICE)).further?.approved?.agency).toBe(POLICE);
    const again = { visit: visitIn(approved(POLICE)), by: by(PROSECUTOR), at: NOW };
    const refused = refusalOf(() => approve({ ...again, event: anEventId() }, edition));
    expect(refused.code).toBe('nothing-to-approve');
  });

  it('ordered by a court needs nobody’s approval, and is counted', () => {
    const order = { document: '1-4521-26', court: agency('court-kutaisi') };
    const visit = visitIn(asked({ order }));
    expect(visit).toMatchObject({ ground: 'court-order', order, place: 2 });
    expect(bookingHindrance(visit)).toBeUndefined();
  });

  it('is on new topics only', () => {
    const covered = [{ topic: 'when' }, { topic: 'other', question: 'ვინ იცის?' }];
    const wanted = [{ topic: 'online' }, { topic: 'when', question: 'სხვა' }];
    expect(refusalOf(() => mustBeNew(wanted, covered))).toEqual({
      code: 'topic-covered-already',
      hindrances: [{ pointer: '/topics/1', code: 'topic-covered-already' }],
    });
    expect(
      refusalOf(() => mustBeNew([{ topic: 'other', question: 'ვინ  იცის' }], covered)).code,
    ).toBe('topic-covered-already');
    expect(() => mustBeNew([{ topic: 'other', question: 'სად?' }], covered)).not.toThrow();
  });
});

describe('an interview that was broken off', () => {
  const visit = aVisit({ goesOn: { since: NOW, until: later({ hours: 14 * 24 }) } });
  const answered = (agrees: boolean, of = visit) =>
    visitIn(childAnswers({ visit: of, agrees, by: by(CENTRE), at: NOW, event: anEventId() }));
  const [soon, late] = [later({ hours: 24 }), later({ hours: 15 * 24 })];

  it('goes on only with the child’s own yes, which can be taken back', () => {
    expect(bookingHindrance(visit, soon)).toBe('child-not-asked-yet');
    const yes = answered(true);
    expect(bookingHindrance(yes, soon)).toBeUndefined();
    expect(bookingHindrance(answered(false, yes), soon)).toBe('child-not-asked-yet');
  });

  it('needs an approval only after the time of the pack', () => {
    const yes = answered(true);
    expect(bookingHindrance(yes, late)).toBe('continuation-not-approved');
    const approving = { visit: yes, by: by(PROSECUTOR), at: NOW, event: anEventId() };
    expect(bookingHindrance(visitIn(approve(approving, edition)), late)).toBeUndefined();
  });
});

describe('a new episode', () => {
  const root = aCase({ lead: LEAD });
  const used = { state: 'used' } as Guard;
  const side = (which: 'lead' | 'prosecutor', sub: string, through = 'person' as const) => ({
    ...by(which === 'lead' ? LEAD : PROSECUTOR, sub),
    side: which,
    through,
  });
  const common = { case: root, guard: used, tell: [], at: NOW };
  const ask = (over = {}) =>
    askEpisode(
      {
        ...{ ...common, earlier: [], reason: 'new-incident', sealed: aSealed() },
        ...{ by: side('lead', 'ketevan'), event: anEventId(), ...over },
      },
      edition,
    );
  const episode = Episode.parse(ask().kept.find(({ what }) => what === 'episode'));
  const confirm = (who: ReturnType<typeof side>, over = {}) =>
    confirmEpisode({ ...common, episode, by: who, event: anEventId(), ...over });

  it('is opened by lead and prosecutor together', () => {
    expect(ask().kept.find(({ what }) => what === 'case')).not.toHaveProperty('episode');
    const opened = confirm(side('prosecutor', 'salome')).kept.find(({ what }) => what === 'case');
    expect(opened).toMatchObject({ episode: 2, version: root.version + 1 });
  });

  it.each([
    ['whoever asked', side('lead', 'ketevan')],
    ['a colleague', side('lead', 'giorgi')],
    ['the same person on the other side', side('prosecutor', 'ketevan')],
    ['a system', side('prosecutor', 'salome', 'system' as never)],
  ])('is not confirmed by %s', (_, who) => {
    expect(refusalOf(() => confirm(who)).code).toBe('lead-and-prosecutor-needed');
  });

  it('is not asked for as long as the interview of the present one was not held', () => {
    for (const guard of [undefined, { state: 'active' } as Guard]) {
      expect(refusalOf(() => ask({ guard })).code).toBe('interview-not-held-yet');
      const late = () => confirm(side('prosecutor', 'salome'), { guard });
      expect(refusalOf(late).code).toBe('interview-not-held-yet');
    }
  });

  it('is not asked for twice by one side, and not opened twice', () => {
    expect(refusalOf(() => ask({ earlier: [episode] })).code).toBe('episode-asked-already');
    const late = () => confirm(side('prosecutor', 'salome'), { case: { ...root, episode: 2 } });
    expect(refusalOf(late).code).toBe('episode-open-already');
  });
});
