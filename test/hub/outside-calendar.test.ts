import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deleteOutsideCalendar,
  putOutsideCalendar,
  refreshOutsideCalendar,
} from '../../shared/contract/outside-calendars.ts';
import { getResource, putResource } from '../../shared/contract/resources.ts';
import { newResourceId, type ResourceId } from '../../shared/domain/ids.ts';
import { CENTRE, counting, instant, LEAD } from '../build.ts';
import { httpServer, type Listening } from '../platform/servers.ts';
import { refusal, startWorld, type World } from './world.ts';

const SECRET = 'private-5f7ad1c0e9';
const bytes = counting(70_000);
const words = expect.stringMatching(/\S/);
let world: World;
let server: Listening;
/** What the server answers at the moment. */
let answer: { status: number; headers?: Record<string, string>; body: () => string | Buffer };

beforeAll(async () => {
  world = await startWorld();
  server = await httpServer((_request, response) => {
    response.writeHead(answer.status, answer.headers ?? {}).end(answer.body());
  });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await world?.stop();
});

const day = (weeks: number): string =>
  instant(world.now()).toZonedDateTimeISO('Asia/Tbilisi').add({ weeks }).toPlainDate().toString();
const calendar = (...days: string[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'BEGIN:VFREEBUSY', 'COMMENT:საიდუმლო შეხვედრა'],
    ...days.map((each) => each.replaceAll('-', '')).map((d) => `FREEBUSY:${d}T060000Z/PT2H`),
    ...['END:VFREEBUSY', 'END:VCALENDAR'],
  ].join('\r\n');
const serving = (body: string | Buffer, status = 200, headers = {}) => {
  answer = { status, headers, body: () => body };
};
const url = () => `http://127.0.0.1:${server.port}/feeds/${SECRET}/busy.ics`;

const as = () => world.as(CENTRE);
async function put(id: ResourceId, ifMatch?: number): Promise<void> {
  const body = {
    ...{ kind: 'vehicle' as const, name: 'მანქანა', site: 'centre-kutaisi' },
    ...{ qualifications: [], languages: [], capacity: 4 },
    availability: { pattern: { monday: [{ from: '09:00', to: '18:00' }] } },
  };
  const path = { resourceId: id };
  await as()(putResource, { path, body, ...(ifMatch !== undefined && { ifMatch }) });
}
async function made(): Promise<ResourceId> {
  const id = newResourceId(bytes);
  await put(id);
  return id;
}
const link = (id: ResourceId, to = url()) =>
  as()(putOutsideCalendar, { path: { resourceId: id }, body: { url: to } });
const refresh = (id: ResourceId) => as()(refreshOutsideCalendar, { path: { resourceId: id } });
const read = async (id: ResourceId) => (await as()(getResource, { path: { resourceId: id } })).body;

describe('a calendar kept elsewhere', () => {
  it('is read where it is, and read again when asked; its address is shown to nobody', async () => {
    const id = await made();
    serving(calendar(day(1), day(2)));
    expect((await link(id)).body).toMatchObject({ intervals: 2, version: 2 });
    expect(await read(id)).toMatchObject({ outside: { intervals: 2, refreshes: true } });
    serving(calendar(day(1)));
    expect(await refusal(refresh(id))).toMatchObject({ status: 429, code: 'read-too-often' });
    await world.advance('PT5M');
    expect((await refresh(id)).body).toMatchObject({ intervals: 1, version: 3 });
    await put(id, 3);
    expect(await read(id)).toMatchObject({ outside: { intervals: 1, refreshes: true } });
    const rows = JSON.stringify(await world.table.rows());
    for (const hidden of [SECRET, 'საიდუმლო', String(server.port)])
      expect(rows).not.toContain(hidden);
    expect(JSON.stringify(await read(id))).not.toContain(SECRET);
  });

  it('is forgotten when asked', async () => {
    const id = await made();
    serving(calendar(day(3)));
    await link(id);
    const { body } = await as()(deleteOutsideCalendar, { path: { resourceId: id } });
    expect(body).toBeUndefined();
    expect((await read(id)).outside).toBeUndefined();
    expect(await refusal(refresh(id))).toMatchObject({ status: 409, code: 'no-outside-calendar' });
  });

  it('that cannot be fetched says why, in words; what was read before stays', async () => {
    const id = await made();
    serving(calendar(day(1)));
    await link(id);
    await world.advance('PT5M');
    for (const [status, code] of [
      [302, 'redirected'],
      [401, 'not-let-in'],
      [404, 'not-there'],
      [503, 'broken'],
    ] as const) {
      serving('', status, { location: 'http://127.0.0.1:1/' });
      const refused = await refusal(refresh(id));
      expect(refused).toMatchObject({
        status: 400,
        code: 'calendar-unreachable',
        problem: { errors: [{ pointer: '/url', code, label: words, instead: words }] },
      });
    }
    const closed = link(id, 'http://127.0.0.1:1/busy.ics');
    expect(await refusal(closed)).toMatchObject({
      problem: { errors: [{ code: 'not-reached' }] },
    });
    expect(await read(id)).toMatchObject({ outside: { intervals: 1 }, version: 2 });
  });

  it('that is none, or has no end, is refused', async () => {
    const id = await made();
    for (const [body, code] of [
      ['<html></html>', 'not-a-calendar'],
      [Buffer.alloc(2 * 1024 * 1024, 'x'), 'too-large'],
    ] as const) {
      serving(body);
      expect(await refusal(link(id))).toMatchObject({
        status: 400,
        code: 'calendar-unreadable',
        problem: { errors: [{ pointer: '/url', code }] },
      });
    }
    expect((await read(id)).outside).toBeUndefined();
  });

  it('may only stand where webhooks may go, and is opened by its own agency alone', async () => {
    const id = await made();
    const before = server.opened();
    for (const [to, code] of [
      ['http://10.0.0.5/busy.ics', 'not-public'],
      ['https://169.254.169.254/latest/meta-data', 'not-public'],
      ['https://printer.local/busy.ics', 'name-not-public'],
      ['webcal://calendar.example.ge/busy.ics', 'not-https'],
      ['file:///etc/passwd', 'not-https'],
      [`http://x:y@127.0.0.1:${server.port}/`, 'credentials-in-url'],
    ] as const) {
      expect(await refusal(link(id, to))).toMatchObject({
        status: 400,
        code: 'address-not-allowed',
        problem: { errors: [{ pointer: '/url', code, label: words }] },
      });
    }
    const others = { path: { resourceId: id }, body: { url: url() } };
    expect(await refusal(world.as(LEAD)(putOutsideCalendar, others))).toMatchObject({
      status: 404,
    });
    expect(server.opened()).toBe(before);
  });
});
