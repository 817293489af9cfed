import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookableId } from '../../infra/local/bookables.ts';
import { operatorTable } from '../../infra/local/operator.ts';
import { fileTopics } from '../../shared/contract/topics.ts';
import type { Booking } from '../../shared/domain/booking/booking.ts';
import type { Claim } from '../../shared/domain/booking/sheet.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { take } from '../../shared/store/day-sheets.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { decided } from '../hub/steps.ts';
import {
  atWork,
  booked,
  CENTRE,
  everybody,
  formChosen,
  grown,
  LEAD,
  met,
  opened,
  POLICE,
  PROSECUTOR,
  visitOf,
} from '../hub/visits.ts';
import { inOrder, keptBy, type Persona, type Size, settled } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { label, words } from './words.ts';

const KEEPER = 'person-eka-centre-kutaisi';
const HEAD = 'person-nanuli-centre-kutaisi';
const HASH = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';
const CHILD = 'ნიაკო';
/** A dentist's hour in the spring, and one that was called off. */
const OWN_CALENDAR = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:nino@clinic.ge'],
  ...['DTSTART:20270405T060000Z', 'DTEND:20270405T070000Z', 'SUMMARY:ექიმთან', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:2', 'DTSTART:20270406T060000Z', 'STATUS:CANCELLED', 'END:VEVENT'],
  'END:VCALENDAR',
].join('\r\n');
const CONTACT = 'თამარ ბერიძე';
const QUARTER_MS = 900_000;

onStage();
beforeAll(async () => {
  // Whoever is lost is replaced by itself: here people look at it before that.
  world.hub.pause('replan-visits');
});

const georgia = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tbilisi' }).format(new Date(at));
const midnight = (day: string): number => Date.parse(`${day}T00:00:00+04:00`);

/** The booking really takes its room, its people and the zone of the house, from now on. */
async function taken(id: InterviewId, which: number): Promise<void> {
  const visit = await visitOf(world, id);
  if (!('booking' in visit)) throw new Error('not booked');
  const table = operatorTable(world.hub);
  const booking = await interviews(table).booking(id, visit.booking);
  const day = georgia(booking.start);
  const now = Math.floor((Date.parse(booking.start) - midnight(day)) / QUARTER_MS);
  // One after the other: the house takes one family at a time.
  const from = Math.min(80, now) + (which - 1) * 4;
  const span = { day, from, to: from + 4 };
  const claims: Claim[] = [
    { sheet: `${CENTRE}.house`, ...span },
    { sheet: bookableId(CENTRE, `interview-room-${which}`), ...span, kind: 'interview-room' },
    { sheet: bookableId(CENTRE, `interviewer-${which}`), ...span, role: 'interviewer' },
  ];
  const next: Booking = { ...booking, version: booking.version + 1, claims };
  const also = { ...visit, version: visit.version + 1 } as Interview;
  const moment = { at: world.now(), skewSeconds: 5 };
  await table.transact(
    [
      ...writesOf({ kept: [next, also], events: [] }),
      ...take({ claims, booking: booking.id }, moment),
    ],
    randomUUID(),
  );
  await world.hub.idle();
}

/** A visit of now that its agencies have planned and booked; nothing is prepared yet. */
async function planned(which: number, start = world.now()) {
  const child = { ...grown().child, givenName: CHILD };
  const referral = await atWork(world, grown({ child }));
  const id = await opened(world, referral.caseId);
  await met(world, id);
  await formChosen(world, id);
  const path = { interviewId: id };
  await world.as(POLICE)(fileTopics, { path, body: { topics: [{ topic: 'what-happened' }] } });
  for (const agency of [PROSECUTOR, LEAD])
    await world.as(agency)(fileTopics, { path, body: { nothing: true } });
  await booked(world, id, start);
  await taken(id, which);
  return { ...referral, id };
}

describe.each<[Lang, Size, number]>([
  ['ka', 'desktop', 1],
  ['en', 'phone', 2],
])('the day at the centre (%s, %s)', (lang, size, which) => {
  const t = words(lang);
  const c = t.centre;

  it('goes from the board to the way home', async () => {
    const { id } = await planned(which);
    const keeper = await signedIn(KEEPER, lang, size);
    const { page } = keeper;
    await page.getByRole('heading', { name: c.board, level: 1 }).waitFor();
    const day = georgia((await bookingOf(id)).start);
    await page.goto(`${world.hub.url}/app/centre?day=${day}`);
    await settled(page, t.waiting);
    const line = page.locator(`a.line[href="/app/centre/visits/${id}"]`);
    await line.getByText(c.notReady.replace('{{open}}', '3')).waitFor();
    await page.getByText(c.moves.arrives, { exact: true }).first().waitFor();
    await inOrder(keeper);

    await line.click();
    await ticked(keeper, lang, id);
    await inOrderButRefused(keeper);

    await page.getByRole('link', { name: c.interview.title, exact: true }).click();
    await page.getByRole('heading', { name: c.start.title }).waitFor();
    for (const { role } of await everybody(world, id)) {
      const party = page.locator('fieldset.party').filter({
        // A centre has “psychologist” in its own name: the role stands first.
        has: page.locator('legend', {
          hasText: new RegExp(`^${label(lang, 'visitRoles', role)} `),
        }),
      });
      await party.first().getByText(c.start.here, { exact: true }).click();
    }
    await inOrderButRefused(keeper);
    await page.getByRole('button', { name: c.start.do, exact: true }).click();
    await page.getByText(c.break.collects, { exact: true }).click();
    await page.getByRole('button', { name: c.break.begin }).click();
    await page.getByRole('button', { name: c.break.end }).click();
    await page.getByRole('button', { name: c.break.begin }).waitFor();
    await page.getByText(label(lang, 'interviewResults', 'completed'), { exact: true }).click();
    await page.getByRole('button', { name: c.end.do, exact: true }).click();
    await page.getByText(c.end.becameMissing).waitFor();
    await page.getByText(c.end.covered, { exact: true }).click();
    await inOrderButRefused(keeper);
    await page.getByRole('button', { name: c.end.do, exact: true }).click();
    await page.getByText(c.interview.ended, { exact: true }).waitFor();
    expect((await visitOf(world, id)).status).toBe('under-way');
    await inOrderButRefused(keeper);

    await recorded(keeper, lang);
    await inOrderButRefused(keeper);
    await gone(keeper, lang, id);
    await inOrderButRefused(keeper);
    const kept = await keptBy(keeper);
    for (const said of [CHILD, CONTACT, HASH]) expect(kept).not.toContain(said);
    await keeper.close();
  });
});

const bookingOf = async (id: InterviewId): Promise<Booking> => {
  const visit = await visitOf(world, id);
  if (!('booking' in visit)) throw new Error('not booked');
  return interviews(operatorTable(world.hub)).booking(id, visit.booking);
};

/** The checklist, point by point; the child is shown when somebody asks. */
async function ticked({ page }: Persona, lang: Lang, id: InterviewId): Promise<void> {
  const c = words(lang).centre;
  await page.getByRole('button', { name: c.child.show }).click();
  await page.getByText(CHILD).first().waitFor();
  await page.getByRole('button', { name: c.child.hide }).click();
  const point = (n: RegExp) => page.locator('li.point').filter({ hasText: n });
  const told = point(/will happen and who watches|რა მოხდება და ვინ დაესწრება/);
  await told.getByRole('button', { name: c.prepare.do, exact: true }).click();
  await told.getByRole('button', { name: c.prepare.save }).click();
  await told.getByText(c.prepare.done, { exact: true }).first().waitFor();
  const transport = point(/Transport|მგზავრობა/);
  await transport.getByRole('button', { name: c.prepare.doNot }).click();
  await transport.getByLabel(c.prepare.reason).selectOption('not-needed');
  await transport.getByRole('button', { name: c.prepare.save }).click();
  await transport.getByText(c.prepare['not-done'], { exact: true }).first().waitFor();
  const devices = point(/recorders were|ჩამწერი შემოწმ/);
  await devices.getByRole('button', { name: c.prepare.do, exact: true }).click();
  await devices.getByLabel(c.prepare.devices).fill('REC-1');
  await devices.getByRole('button', { name: c.prepare.save }).click();
  // One recorder is too few: the hub says so and nothing is ticked.
  await devices.getByRole('alert').waitFor();
  await devices.getByLabel(c.prepare.devices).fill('REC-1, REC 2');
  await devices.getByRole('button', { name: c.prepare.save }).click();
  await page.getByText(c.ready, { exact: true }).waitFor();
  expect((await visitOf(world, id)).status).toBe('booked');
}

/** The original is entered with its fingerprint, and the ledger is whole. */
async function recorded({ page }: Persona, lang: Lang): Promise<void> {
  const c = words(lang).centre;
  await page.getByRole('link', { name: c.ledger.title, exact: true }).click();
  await page.getByLabel(c.file.content).selectOption('original');
  await page.getByLabel(c.file.sha256).fill('123');
  await page.getByLabel(c.file.minutes).fill('45:10');
  await page.getByLabel(c.file.place).fill('სეიფი 2');
  await page.getByRole('button', { name: c.file.do, exact: true }).click();
  await page.getByText(c.file.missing.sha256).waitFor();
  await page.getByLabel(c.file.sha256).fill(HASH);
  await page.getByRole('button', { name: c.file.do, exact: true }).click();
  await page.getByText(HASH).waitFor();
  await page.getByRole('button', { name: c.check.do, exact: true }).click();
  await page.getByText(c.check.whole.replace('{{entries}}', '1')).waitFor();
}

/** Screened, with somebody to call and safe again: then the child goes. */
async function gone({ page }: Persona, lang: Lang, id: InterviewId): Promise<void> {
  const c = words(lang).centre;
  await page.getByRole('link', { name: c.care.title, exact: true }).click();
  await page.getByText(c.departure.open).waitFor();
  await page.getByLabel(c.care.what, { exact: true }).selectOption('self-harm-screen');
  await page.getByRole('combobox', { name: c.care.state }).selectOption('done');
  await page.getByLabel(c.care.result, { exact: true }).selectOption('no-risk');
  await page.getByRole('button', { name: c.care.save, exact: true }).click();
  const said = page.locator('li.point');
  await said.getByText(label(lang, 'selfHarmResults', 'no-risk'), { exact: true }).waitFor();
  await page.getByLabel(c.care.what, { exact: true }).selectOption('named-contact');
  await page.getByRole('combobox', { name: c.care.state }).selectOption('done');
  await page.getByLabel(c.care.person, { exact: true }).fill(CONTACT);
  await page.getByLabel(c.care.phone, { exact: true }).fill('599001122');
  await page.getByRole('button', { name: c.care.save, exact: true }).click();
  await page.getByText(CONTACT).waitFor();
  const { referral } = await visitOf(world, id);
  await world.advance('PT1M');
  await decided(world, LEAD, referral);
  await page.reload();
  await page.getByText(c.departure.ready).waitFor();
  await page.getByRole('button', { name: c.departure.do }).click();
  await page.getByText(c.care.owed, { exact: true }).waitFor();
  expect((await visitOf(world, id)).status).toBe('ended');
}

describe('somebody who falls ill', () => {
  const c = words('ka').centre;

  it('is written down, and the page says what breaks and who can stand in', async () => {
    const tomorrow = midnight(georgia(world.now())) + 35 * 4 * QUARTER_MS;
    const { id } = await planned(1, new Date(tomorrow).toISOString());
    const day = georgia(new Date(tomorrow).toISOString());
    const head = await signedIn(HEAD, 'ka', 'desktop');
    const { page } = head;
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words('ka').nav.rooms, exact: true })
      .click();
    await page.getByText('ხატია, გამომკითხავი').click();
    await page.getByRole('button', { name: c.leave.title }).click();
    await page.getByLabel(c.leave.kind).selectOption('leave');
    await page.getByLabel(c.leave.from).fill(day);
    await page.getByRole('button', { name: c.leave.do, exact: true }).click();
    // Planned leave is not taken over a booking: the page names the day and leads to the visit.
    await page.getByText(c.leave.booked).waitFor();
    await inOrderButRefused(head);
    await page.getByLabel(c.leave.kind).selectOption('sick');
    await page.getByRole('button', { name: c.leave.do, exact: true }).click();
    await page.getByText(c.broken.repairs).waitFor();
    await page.getByText('ზურაბი, გამომკითხავი').waitFor();
    await page
      .getByText(label('ka', 'resourceLosses', 'sick'), { exact: true })
      .first()
      .waitFor();
    expect(await page.locator(`li.point a[href="/app/centre/visits/${id}"]`).count()).toBe(1);

    await page.getByRole('button', { name: c.outside.file }).click();
    await page.getByLabel(c.outside.fileLabel).setInputFiles({
      name: 'calendar.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(OWN_CALENDAR),
    });
    const sent = page.waitForRequest(/busy-times$/);
    await page.getByRole('button', { name: c.outside.file }).click();
    expect((await sent).postData()).not.toContain('ექიმთან');
    await page.getByText(c.outside.skipped.cancelled.replace('{{count}}', '1')).waitFor();
    await inOrderButRefused(head);

    await page.getByRole('button', { name: c.calendar.open }).click();
    await page.getByRole('button', { name: c.calendar.open }).click();
    await page.getByText(c.calendar.once).waitFor();
    await inOrderButRefused(head);
    await page.goto(`${world.hub.url}/app/centre?day=${day}`);
    await page
      .getByText(c.closed.replace('{{because}}', label('ka', 'resourceLosses', 'sick')))
      .first()
      .waitFor();
    await head.close();
  });
});

/** What the hub refused stands in the browser's own console; nothing else may. */
async function inOrderButRefused(one: Persona): Promise<void> {
  expect(one.complaints.filter((said) => !/ (409|400|422) /.test(said))).toEqual([]);
  expect(await one.axe()).toEqual([]);
}
