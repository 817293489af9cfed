import { describe, expect, it } from 'vitest';
import type { Interview } from '../../../shared/domain/interview/interview.ts';
import type { Kept } from '../../../shared/domain/journal/decision.ts';
import { Aftercare, mayFollow } from '../../../shared/domain/visit/aftercare.ts';
import { rest } from '../../../shared/domain/visit/breaks.ts';
import { checklistFor } from '../../../shared/domain/visit/checklist.ts';
import { depart } from '../../../shared/domain/visit/departure.ts';
import { end } from '../../../shared/domain/visit/end.ts';
import { permitTopics } from '../../../shared/domain/visit/firewall.ts';
import { openVisits } from '../../../shared/domain/visit/outstanding.ts';
import { holdPlanning } from '../../../shared/domain/visit/planning.ts';
import { openPoints, type Preparation, prepare } from '../../../shared/domain/visit/preparation.ts';
import { recordCare } from '../../../shared/domain/visit/record-care.ts';
import { sameName } from '../../../shared/domain/visit/same-name.ts';
import type { Session } from '../../../shared/domain/visit/session.ts';
import { openedBy } from '../../../shared/domain/visit/standing.ts';
import { type Starting, start } from '../../../shared/domain/visit/start.ts';
import { aBooked } from '../../bookings.ts';
import {
  aCase,
  aClock,
  anEventId,
  aReferralInProgress,
  aTaskId,
  CENTRE,
  CLINIC,
  georgiaAt,
  LEAD,
  later,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';
import { aRole, aVisit, PROSECUTOR } from '../../finding.ts';

const edition = georgiaAt();
const step = (at = NOW, agency = CENTRE) => ({
  by: { sub: 'x', agency },
  at,
  event: anEventId(),
  lead: LEAD,
});
const found = <W extends Kept['what']>(kept: readonly Kept[], what: W) =>
  kept.filter((one): one is Extract<Kept, { what: W }> => one.what === what);
const roles = [
  aRole('interviewer', CENTRE),
  aRole('psychologist', CENTRE),
  aRole('prosecutor', PROSECUTOR, { video: true, standIn: true }),
  aRole('coordinator', PROSECUTOR, { required: false }),
  aRole('forensic-doctor', CLINIC, { parts: ['medical'] }),
];
const plan = aVisit({ roles, legalForm: 'interview', meeting: { heldAt: NOW } });
const booking = aBooked({ claims: [], interview: plan, over: { start: NOW } });
const visit = { ...plan, status: 'booked', booking: booking.id } as Interview;
const present = ['interviewer', 'psychologist', 'prosecutor'].map((role) => ({
  role,
  agency: role === 'prosecutor' ? PROSECUTOR : CENTRE,
  video: false,
  standIn: false,
}));
const entry = (code: string, over: Partial<Preparation> = {}): Preparation => ({
  ...{ what: 'preparation', of: { kind: 'interview', id: visit.id }, number: 1, version: 1 },
  ...{ file: visit.file, at: NOW, by: { sub: 'x' }, code, state: 'done' },
  ...over,
});
const all = checklistFor(visit, edition).map(({ code }) => entry(code));

describe('the beginning', () => {
  const begin = (over: Partial<Starting> = {}, at = NOW) =>
    start(
      {
        ...{ visit, booking, prepared: all, sessions: [], present, ground: 'no-consent-needed' },
        ...{ withoutMeeting: undefined, excluded: [], conflicted: [], accused: [], clocks: [] },
        sealed: undefined,
        ...over,
      },
      step(at),
      edition,
    );

  it('puts the visit under way where everything is so', () => {
    const { kept, events } = begin();
    expect(found(kept, 'interview')[0]).toMatchObject({ status: 'under-way', startedAt: NOW });
    expect(events[0]?.type).toBe('interview.started');
  });

  it.each<[string, string, Partial<Starting>, string?]>([
    ['that is only planned', 'visit-not-booked', { visit: plan }],
    [
      'that is frozen',
      'visit-not-booked',
      { visit: { ...plan, status: 'frozen', frozenAt: NOW, because: plan.id } as Interview },
    ],
    ['whose booking was cancelled', 'visit-not-booked', { booking: undefined }],
    ['of another day', 'visit-on-another-day', {}, later({ hours: 24 })],
    [
      'without a planning meeting',
      'planning-missing',
      { visit: { ...visit, meeting: undefined } as Interview },
    ],
    ['in an emergency nobody knows', 'unknown-code', { withoutMeeting: 'hurry' }],
    [
      'without a legal form',
      'legal-form-missing',
      { visit: { ...visit, legalForm: undefined } as Interview },
    ],
    ['whose consent is awaited', 'consent-missing', { ground: 'consent-awaited' }],
    ['without the psychologist', 'role-absent', { present: present.filter((_, i) => i !== 1) }],
    [
      'with the interviewer on a screen',
      'role-absent',
      { present: present.map((one, i) => (i === 0 ? { ...one, video: true } : one)) },
    ],
    [
      'with a stand-in where none may be',
      'role-absent',
      { present: present.map((one, i) => (i === 1 ? { ...one, standIn: true } : one)) },
    ],
    ['with an agency that is excluded', 'must-not-be-present', { excluded: [PROSECUTOR] }],
    ['with an alleged perpetrator', 'must-not-be-present', { accused: [2] }],
    [
      'with an account in conflict',
      'must-not-be-present',
      {
        present: present.map((one, i) => (i === 2 ? { ...one, account: 'eka' } : one)),
        conflicted: ['eka'],
      },
    ],
    ['that is not prepared', 'preparation-open', { prepared: [] }],
    [
      'whose recorders were tested the day before',
      'preparation-open',
      { prepared: all.map((one) => ({ ...one, at: later({ hours: -24 }) })) },
    ],
  ])('refuses a visit %s: %s', (_, code, over, at) => {
    expect(refusalOf(() => begin(over, at)).code).toBe(code);
  });

  it('takes a prosecutor on the screen, a stand-in of his, and an emergency in place of the meeting', () => {
    const far = present.map((one, i) => (i === 2 ? { ...one, video: true, standIn: true } : one));
    const { meeting: _, ...unplanned } = visit;
    const over = { visit: unplanned as Interview, withoutMeeting: 'acute-danger', present: far };
    expect(found(begin(over).kept, 'session')[0]).toMatchObject({ withoutMeeting: 'acute-danger' });
  });
});

describe('the checklist', () => {
  const codes = (over: Parameters<typeof aVisit>[0]) =>
    checklistFor(aVisit(over), edition).map(({ code }) => code);

  it('has what concerns this child', () => {
    expect(codes({})).not.toContain('visit-the-day-before');
    expect(codes({ needs: ['visit-the-day-before'] })).toContain('visit-the-day-before');
    expect(codes({ needs: ['medication-time'] })).toContain('medication');
    expect(codes({ roles: [aRole('sign-interpreter', CENTRE)] })).toContain('interpreter-briefed');
  });

  it('takes a reason in place of a point, but never for the recorders', () => {
    const dealing = (code: string, reason?: string, devices: string[] = []) =>
      prepare(
        { visit, number: 1, dealing: { code, reason, devices, sealed: undefined } },
        step(),
        edition,
      );
    expect(found(dealing('slept', 'no-time').kept, 'preparation')[0]).toMatchObject({
      state: 'not-done',
    });
    expect(refusalOf(() => dealing('recorders-tested', 'no-time')).code).toBe('preparation-open');
    const twice = ['REC-1', 'REC-1'];
    expect(refusalOf(() => dealing('recorders-tested', undefined, twice)).code).toBe(
      'devices-missing',
    );
    expect(refusalOf(() => dealing('juggling')).code).toBe('not-found');
  });

  it('is open again before another sitting', () => {
    const open = (since: string) => openPoints(visit, all, { at: NOW, since }, edition);
    expect(open('')).toEqual([]);
    expect(open(NOW).length).toBeGreaterThan(0);
  });
});

const session: Session = {
  ...{ what: 'session', of: { kind: 'interview', id: visit.id }, number: 1, version: 1 },
  ...{ file: visit.file, at: NOW, by: { sub: 'x' }, startedAt: NOW, present, breaks: [] },
};
const going = { ...visit, status: 'under-way', startedAt: NOW } as Interview;

describe('breaks and the end', () => {
  it('opens and closes one break at a time', () => {
    const pause = (what: 'begin' | 'end', of: Session = session) =>
      rest({ visit: going, session: of, what, collectsQuestions: true }, step());
    const open = found(pause('begin').kept, 'session')[0] as unknown as Session;
    expect(refusalOf(() => pause('begin', open)).code).toBe('break-open');
    expect(refusalOf(() => pause('end')).code).toBe('no-break-open');
    expect(found(pause('end', open).kept, 'session')[0]).toMatchObject({
      breaks: [{ from: NOW, to: NOW }],
    });
  });

  const over = (result: 'completed' | 'declined' | 'continue') =>
    end(
      { visit: going, session, topics: [], seen: [], result, covered: [], notAsked: [] },
      step(),
      edition,
    );

  it('lifts the firewall only where the interview was completed', () => {
    expect(found(over('completed').kept, 'interview')[0]?.opened).toContain('narrative');
    expect(found(over('completed').kept, 'visibility')).toHaveLength(1);
    for (const result of ['declined', 'continue'] as const) {
      expect(found(over(result).kept, 'interview')[0]?.opened).toBeUndefined();
    }
  });
});

describe('what the side that interviews may see', () => {
  const id = visit.id;
  it('is closed while any visit is still to be held, whatever an earlier one opened', () => {
    const ended = { id, status: 'ended', opened: ['narrative' as const] };
    expect(openedBy([ended])).toEqual(['narrative']);
    expect(openedBy([ended, { id, status: 'planning' }])).toEqual([]);
    expect(openedBy([{ id, status: 'booked', opened: ['family'] }, ended])).toEqual(['family']);
    expect(openedBy([])).toEqual([]);
  });

  it('is permitted by code, and by nobody once it is open anyway', () => {
    const permit = (permits: string[], of: Interview = plan) =>
      permitTopics({ visit: of, number: 1, permits }, step(NOW, LEAD), edition);
    expect(found(permit(['family']).kept, 'interview')[0]?.opened).toEqual(['family']);
    expect(refusalOf(() => permit(['everything'])).code).toBe('unknown-code');
    const done = { ...going, result: 'completed', endedAt: NOW } as Interview;
    expect(refusalOf(() => permit(['family'], done)).code).toBe('firewall-lifted');
  });
});

const opened = aCase();
const referral = aReferralInProgress({ id: opened.referral, case: opened.id });

describe('the planning meeting', () => {
  const hold = (over: object = {}, agenda = edition.visit.agenda.map(({ code }) => code)) =>
    holdPlanning(
      {
        ...{ visit: plan, case: opened, referral, number: 1, heldAt: NOW, agenda },
        attendance: [{ agency: POLICE, role: 'investigator' }],
        decisions: [],
        informs: {
          ...{ kind: 'inform-child-and-family', agency: LEAD, urgency: 'high' },
          ...{ task: aTaskId(), event: anEventId(), sealed: undefined },
        },
        sealed: undefined,
        ...over,
      },
      step(NOW, LEAD),
      edition,
    );

  it('counts the case once, however many tasks follow', () => {
    const work = () => ({
      ...{ kind: 'provide-health-care', agency: CLINIC, urgency: 'high' as const },
      ...{ task: aTaskId(), event: anEventId(), sealed: undefined },
    });
    const { kept } = hold({ decisions: [1, 2, 3].map(() => ({ item: 'medical', work: work() })) });
    expect(found(kept, 'case')).toEqual([{ ...opened, version: opened.version + 1 }]);
    expect(found(kept, 'task')).toHaveLength(4);
  });

  it.each([
    ['talks about every point', 'agenda-open', {}, ['who']],
    ['decides on points of its agenda', 'unknown-code', { decisions: [{ item: 'weather' }] }],
    ['was not tomorrow', 'in-the-future', { heldAt: later({ hours: 1 }) }],
  ] as const)('%s', (_, code, over, agenda?: readonly string[]) => {
    expect(refusalOf(() => hold(over, agenda as string[] | undefined)).code).toBe(code);
  });
});

describe('care', () => {
  it('goes offered, answered, started; no other fact is asked', () => {
    expect(mayFollow(undefined, 'started')).toBe(false);
    expect(mayFollow('offered', 'accepted')).toBe(true);
    expect(mayFollow('accepted', 'started')).toBe(true);
    expect(mayFollow('declined', 'offered')).toBe(true);
  });

  const held = { ...session, endedAt: NOW, result: 'completed' as const };
  const care = (said: object, entries: Aftercare[] = [], by = CENTRE) =>
    recordCare(
      {
        ...{ visit: going, case: opened, referral, sessions: [held], entries, clocks: [] },
        said: {
          ...{ code: 'therapy', state: 'offered', reason: undefined, result: undefined },
          ...{ followUp: undefined, hasPerson: false },
          ...said,
        },
        sealed: undefined,
        newTask: aTaskId,
        newEvent: anEventId,
      },
      step(NOW, by),
      edition,
    );

  it('of therapy waits for no expert report and no task, open or not', () => {
    const offered = care({}).kept;
    const entries = found(offered, 'aftercare').map((one) => Aftercare.parse(one));
    const started = care({ state: 'accepted' }, entries);
    expect(found(started.kept, 'clock').map(({ name }) => name)).toEqual(['care-started-2-2']);
  });

  it('after a risk rings the lead and hands urgent work over; without one it does neither', () => {
    const screen = (result: string) => care({ code: 'self-harm-screen', state: 'done', result });
    const risky = screen('acute-risk');
    expect(found(risky.kept, 'task').map(({ urgency }) => urgency)).toEqual(['urgent', 'urgent']);
    expect(risky.events[0]?.call).toEqual({ agency: LEAD, role: 'lead-duty', by: 'call' });
    expect(screen('no-risk').events[0]?.call).toBeUndefined();
    const police = () =>
      care({ code: 'self-harm-screen', state: 'done', result: 'no-risk' }, [], POLICE);
    expect(refusalOf(police).code).toBe('not-your-role');
  });

  it('keeps a case open while a visit is, or a contact is owed', () => {
    const clock = aClock('contact-third-day', {
      name: 'contact-third-day-1',
      subject: { kind: 'interview', id: visit.id },
    });
    const codes = (status: string, clocks = [clock]) =>
      openVisits([{ id: visit.id, status, clocks }]).map(({ code }) => code);
    expect(codes('booked', [])).toEqual(['visit-open']);
    expect(codes('ended')).toEqual(['visit-contact-open']);
    expect(codes('ended', [{ ...clock, endedAt: NOW }])).toEqual([]);
    expect(codes('cancelled', [])).toEqual([]);
  });

  it('lets no child go unless safety, screen and contact are there, or a person says why not', () => {
    const done = ['self-harm-screen', 'named-contact'].map((code, i) => ({
      ...Aftercare.parse(found(care({}).kept, 'aftercare')[0]),
      ...{ code, state: 'done' as const, number: i + 1, agency: LEAD },
    }));
    const leave = (over: object = {}) =>
      depart(
        {
          ...{ visit: { ...going, result: 'completed', endedAt: NOW } as Interview },
          ...{ sessions: [held], entries: done, decisions: [], reasons: [], person: true },
          ...over,
        },
        step(),
        edition,
      );
    const missing = refusalOf(() => leave());
    expect(missing).toMatchObject({ code: 'departure-incomplete' });
    expect(missing.hindrances).toEqual([
      { pointer: 'after/safety-renewed', code: 'safety-renewed' },
    ]);
    const reasons = [{ item: 'safety-renewed', reason: 'emergency' }];
    expect(refusalOf(() => leave({ reasons, person: false })).code).toBe('person-says-it');
    const { kept } = leave({ reasons });
    const names = found(kept, 'clock').map(({ name, holder }) => `${name} ${holder}`);
    expect(names).toContain(`contact-first-day-1 ${LEAD}`);
    expect(names).toHaveLength(6);
    expect(found(kept, 'clock').filter(({ guardsChild }) => guardsChild)).toHaveLength(3);
  });
});

describe('a name', () => {
  it.each([
    ['გოჩა მაისურაძე', 'Gocha Maisuradze', true],
    ['Maisuradze Gocha', 'გოჩა მაისურაძე', true],
    ['გოჩა', 'გოჩა მაისურაძე', false],
    ['ნინო მაისურაძე', 'გოჩა მაისურაძე', false],
  ])('%s and %s can be one person: %s', (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
  });
});
