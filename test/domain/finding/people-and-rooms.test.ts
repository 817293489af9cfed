import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../shared/domain/resource/resource.ts';
import { CENTRE, LEAD } from '../../build.ts';
import { aPerson, aRole, aVisit, hours, TBILISI } from '../../finding.ts';
import {
  at,
  blockers,
  DAY,
  interviewer,
  kind,
  ONLY,
  psychologist,
  quarter,
  replaced,
  resources,
  search,
  taken,
  there,
  visit,
  without,
  withRole,
} from './one-time.ts';

it('finds the one time at which everything fits', () => {
  expect(search().items.map(({ proposal }) => proposal.start)).toEqual([ONLY]);
});

describe('a person', () => {
  it.each<[string, Partial<Resource>]>([
    ['is not qualified', { qualifications: [] }],
    [
      'whose certificate has run out the day before',
      { qualifications: [{ code: 'forensic-interviewer', from: '2020-01-01', to: '2026-11-24' }] },
    ],
    [
      'whose certificate begins the day after',
      { qualifications: [{ code: 'forensic-interviewer', from: '2026-11-26' }] },
    ],
    ['does not speak the child’s language', { languages: ['ru'] }],
    ['leaves a quarter before the end', { availability: hours('10:00', '10:45') }],
    [
      'is on leave',
      { availability: { ...there.availability, leave: [{ from: DAY, to: DAY, kind: 'sick' }] } },
    ],
    [
      'has another appointment',
      { outside: { busy: [{ from: at('06:30'), to: at('06:40') }], readAt: ONLY, until: ONLY } },
    ],
    ['belongs to another agency', { agency: LEAD }],
  ])('who %s cannot hold the interview', (_, over) => {
    expect(blockers({ resources: replaced(interviewer, over) })).toEqual(['interviewer']);
  });

  it('who is booked in the middle is not free for the whole length', () => {
    expect(blockers(taken(interviewer.id, 42, 43))).toEqual(['interviewer']);
  });

  it('is the same throughout: two halves of two people are nobody', () => {
    const halves = [hours('10:00', '10:45'), hours('10:45', '12:00')].map((availability) =>
      aPerson(CENTRE, 'psychologist', { availability }),
    );
    const all = [...without(psychologist), ...halves];
    expect(blockers({ resources: all })).toEqual(['psychologist']);
  });

  it('keeps the pause after a booking, and claims it', () => {
    const buffers = { before: 0, after: 15 };
    const paused = replaced(interviewer, { buffers });
    expect(blockers({ resources: paused, ...taken(interviewer.id, 44, 45) })).toEqual([
      'interviewer',
    ]);
    const [found] = search({ resources: paused }).items;
    const claim = found?.proposal.claims.find(({ sheet }) => sheet === interviewer.id);
    expect(claim).toMatchObject({ from: quarter(10), to: quarter(11, 15) });
  });

  it('of the sex that was asked for as a must', () => {
    const interview = withRole('interviewer', { sex: 'male' });
    expect(blockers({ interview })).toEqual(['interviewer']);
    expect(search({ interview: withRole('interviewer', { sex: 'female' }) }).items).toHaveLength(1);
  });

  it('with a declared conflict, or of an agency that is shut out, has no part', () => {
    const accounts = { agencies: [], accounts: ['person-1'] };
    expect(blockers({ shut: accounts })).toEqual(['social-worker']);
    expect(blockers({ shut: { agencies: [LEAD], accounts: [] } })).toEqual(['social-worker']);
  });

  it('interprets only for a child of another municipality, unless that was waived', () => {
    const near = aPerson(CENTRE, 'interpreter', { ...there, municipality: 'kutaisi' });
    const roles = [...visit.roles, aRole('interpreter', CENTRE)];
    const all = { resources: [...resources, near] };
    expect(blockers({ ...all, interview: aVisit({ roles }) })).toEqual(['interpreter']);
    const choices = { interpreterFromNear: true };
    expect(search({ ...all, interview: aVisit({ roles, choices }) }).items).toHaveLength(1);
  });

  it('held the earlier interview, where one is continued', () => {
    expect(blockers({ interview: aVisit({ interviewer: 'res_other' }) })).toEqual(['interviewer']);
    const interview = aVisit({ interviewer: interviewer.id });
    expect(search({ interview }).items).toHaveLength(1);
  });

  it('does not work on a holiday, nor outside hours unless on call', () => {
    const monday = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-23T18:00:00.000Z' };
    const now = '2026-11-20T13:40:00.000Z';
    expect(search({ ...monday, now }).items).toEqual([]);
    const onCall = [{ from: at('06:00'), to: at('07:00') }];
    const away = { ...hours('14:00', '18:00'), onCall };
    const all = replaced(interviewer, { availability: away });
    expect(blockers({ resources: all })).toEqual(['interviewer']);
    expect(search({ resources: all, onCall: true }).items).toHaveLength(1);
  });

  it('who declined the time is not asked for it again', () => {
    const declined = [{ agency: LEAD, from: at('05:30'), to: at('08:15') }];
    expect(blockers({ declined })).toEqual(['social-worker']);
  });
});

describe('a room', () => {
  it.each(['interview-room', 'observation-room', 'waiting-room'] as const)(
    'is needed: %s',
    (name) => {
      expect(blockers({ resources: without(kind(name)) })?.join(' ')).toContain(name);
      expect(blockers(taken(kind(name).id, 42, 43))?.join(' ')).toContain(name);
    },
  );

  it('needs an observation room that looks into it', () => {
    const all = replaced(kind('observation-room'), { observes: [] });
    expect(search({ resources: all }).items).toEqual([]);
  });

  it('needs two recorders', () => {
    expect(blockers({ resources: without(kind('recorder')) })).toEqual(['recorder']);
  });

  it('is accredited on the day', () => {
    const over = [{ code: 'accredited-room', from: '2020-01-01', to: '2026-11-24' }];
    const all = replaced(kind('interview-room'), { qualifications: over });
    expect(blockers({ resources: all })).toEqual(['interview-room']);
  });

  it('is free of steps where the child needs it', () => {
    const all = replaced(kind('waiting-room'), { accessible: false });
    expect(search({ resources: all }).items).toHaveLength(1);
    const interview = aVisit({ needs: ['step-free'] });
    expect(blockers({ interview, resources: all })).toEqual(['waiting-room']);
  });

  it('of another centre is no room of this one', () => {
    const all = replaced(kind('waiting-room'), { site: TBILISI });
    expect(blockers({ resources: all })).toEqual(['waiting-room']);
  });
});

describe('a vehicle', () => {
  const interview = aVisit({ municipality: 'zestaponi' });
  it('brings a child from afar and waits for it', () => {
    const [found] = search({ interview }).items;
    const car = kind('vehicle').id;
    const claim = found?.proposal.claims.find(({ sheet }) => sheet === car);
    expect(claim).toMatchObject({ from: quarter(8, 45), to: quarter(13) });
    expect(blockers({ interview, ...taken(car, quarter(12, 30), quarter(12, 45)) })).toEqual([
      'vehicle',
    ]);
  });
  it('is free of steps where the child needs it', () => {
    const needs = { ...interview, needs: ['step-free'] };
    const all = replaced(kind('vehicle'), { accessible: false });
    expect(blockers({ interview: needs, resources: all })).toEqual(['vehicle']);
  });
});
