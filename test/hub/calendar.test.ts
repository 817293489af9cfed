import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelBooking, confirmBooking, holdSlot } from '../../shared/contract/bookings.ts';
import { closeCalendar, openCalendar } from '../../shared/contract/calendars.ts';
import { openInterview } from '../../shared/contract/interviews.ts';
import { findSlots } from '../../shared/contract/slots.ts';
import type { ResourceId } from '../../shared/domain/ids.ts';
import { accept, readReferral, routed } from './steps.ts';
import { violence } from './submissions.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const LEAD = 'agency-imereti';
const NAME = 'გვანცა';

/** A time held for the visit of a child whose name must stand in no calendar. */
async function held() {
  const body = violence({
    forms: ['sexual'],
    child: { givenName: NAME, municipality: 'zestaponi', ageYears: 9, languages: ['ka'] },
    allegedPerpetrators: [{ relation: 'neighbour', livesWithChild: 'no' }],
  });
  const { id, task } = await routed(world, body);
  await accept(world, LEAD, task('assess-safety'));
  const { case: caseId } = await readReferral(world, LEAD, id);
  if (!caseId) throw new Error('no case');
  const lead = world.as(LEAD);
  const interviewId = (await lead(openInterview, { path: { caseId }, body: {} })).body.id;
  const [slot] = (await lead(findSlots, { path: { interviewId }, query: {} })).body.items;
  if (!slot) throw new Error('no time was found');
  const call = { path: { interviewId }, body: { slot: slot.slot } };
  const booking = (await lead(holdSlot, call)).body;
  await settle(world);
  return { booking, path: { interviewId, bookingId: booking.id } };
}

interface Mail {
  readonly to: readonly string[];
  readonly text: string;
  readonly calendar?: string;
}
async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${world.hub.url}/mailbox`, {
    headers: { accept: 'application/json' },
  });
  const { items } = (await answer.json()) as { items: Mail[] };
  return items.filter(({ to }) => to.includes(address));
}
const read = (file: string | undefined) => {
  const calendar = new ICAL.Component(ICAL.parse(file ?? ''));
  const entry = calendar.getFirstSubcomponent('vevent');
  const of = (name: string) => String(entry?.getFirstPropertyValue(name));
  const method = String(calendar.getFirstPropertyValue('method'));
  return { method, uid: of('uid'), sequence: of('sequence'), status: of('status') };
};
const subscribed = (path: string) => fetch(`${world.hub.url}${path}`);

describe('the calendar of somebody who takes part', () => {
  it('is asked, told and taken back by mail, with a rising sequence and nothing of the child', async () => {
    const { booking, path } = await held();
    const taken = booking.takes.find(({ as }) => as === 'prosecutor')?.resource;
    const places = ['1', '2'].map((place) => `prosecutor-${place}@prosecutor-imereti.example`);
    const mails = async () => (await Promise.all(places.map(mailsTo))).flat();
    expect(taken).toBeDefined();
    expect(await mails()).toHaveLength(1);
    for (const { agency } of booking.agencies) await world.as(agency)(confirmBooking, { path });
    await settle(world);
    await world.as(LEAD)(cancelBooking, { path, body: { reason: 'child-not-well' } });
    await settle(world);
    const all = await mails();
    const entries = all.map(({ calendar }) => read(calendar));
    expect(entries).toMatchObject([
      { method: 'REQUEST', sequence: '0', status: 'TENTATIVE' },
      { method: 'REQUEST', sequence: '1', status: 'CONFIRMED' },
      { method: 'CANCEL', sequence: '2', status: 'CANCELLED' },
    ]);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
    expect(JSON.stringify(all)).not.toMatch(new RegExp(`${NAME}|ბავშვ|ძალად|zestaponi`, 'i'));
    // Each stands with the case as a disclosure: to whom of which agency, and why.
    const sendings = (await world.table.all('access')).filter(
      ({ rule, agency, to }) =>
        rule === 'invites-who-takes-part' && agency === 'prosecutor-imereti' && to === 'prosecutor',
    );
    expect(sendings).toHaveLength(3);
    expect(sendings[0]).toMatchObject({
      ...{ verb: 'disclose', way: 'mail', to: 'prosecutor', groups: [] },
      ...{ purpose: 'joint-interview', subject: { kind: 'case' } },
    });
  });

  it('has a private address, replaced by the next one and ended at will', async () => {
    const { booking, path } = await held();
    const room = booking.takes.find(({ as }) => as === 'interview-room')?.resource as ResourceId;
    const centre = world.as(booking.site);
    const request = { path: { resourceId: room } };
    const first = (await centre(openCalendar, request)).body.path;
    const shown = await subscribed(first);
    expect(shown.headers.get('content-type')).toContain('text/calendar');
    const file = await shown.text();
    expect(read(file)).toMatchObject({ method: 'PUBLISH' });
    // A long line is folded (RFC 5545, 3.1); the room may have other visits in its calendar.
    const entries = file.replaceAll('\r\n ', '').split('BEGIN:VEVENT');
    const own = entries.find((entry) => entry.includes(path.interviewId));
    expect(own).toContain('STATUS:TENTATIVE');
    const second = (await centre(openCalendar, request)).body.path;
    expect((await subscribed(first)).status).toBe(404);
    expect((await subscribed(second)).status).toBe(200);
    await centre(closeCalendar, request);
    expect((await subscribed(second)).status).toBe(404);
  });

  it('is opened by its own agency alone', async () => {
    const { booking } = await held();
    const [taken] = booking.takes;
    const request = { path: { resourceId: taken?.resource as ResourceId } };
    expect(await refusal(world.as('school-zestaponi')(openCalendar, request))).toMatchObject({
      code: 'not-found',
    });
    expect((await subscribed(`/calendars/${'A'.repeat(43)}.ics`)).status).toBe(404);
  });
});
