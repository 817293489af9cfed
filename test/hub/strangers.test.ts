import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../shared/contract/index.ts';
import { becomePerson } from './persons.ts';
import { type Sink, startSink } from './sink.ts';
import { CENTRE, interviewedChild, LEAD, protectedChild } from './whole/case.ts';
import { WHO } from './whole/child.ts';
import { ask, each, ROLES, STRANGERS, seen, validBody } from './whole/strangers.ts';
import { type Ids, pathOf, teller } from './whole/teller.ts';
import { startWorld, type World } from './world.ts';

/** With `ERTAD_LONG=yes` each of them is asked about what does not exist as well. */
const LONG = process.env.ERTAD_LONG === 'yes';
const CONFLICTED = 'person-davit-police-imereti';
const WORKER = 'person-nino-school-zestaponi';

let world: World;
let sink: Sink;
let real: Ids;
let none: Ids;
beforeAll(async () => {
  [world, sink] = await Promise.all([startWorld(), startSink()]);
  const tell = teller(world);
  const { referralId, caseId, task } = await protectedChild(tell);
  const { interviewId } = await interviewedChild(tell, caseId);
  const { id: endpointId } = await tell.say(
    LEAD,
    'createEndpoint',
    {},
    {
      url: sink.url,
      events: ['*'],
    },
  );
  const { id: keyId } = await tell.say(LEAD, 'createInboundKey', {}, { scheme: 'v1' });
  const reason = 'related-to-child';
  await tell.say(LEAD, 'declareConflict', { caseId }, { account: CONFLICTED, reason });
  for (const { sub, role } of ROLES) {
    const foreign = { agency: 'agency-tbilisi', kind: 'guardianship-body', roles: [role] };
    await becomePerson(world, sub, foreign);
  }
  const rows = await world.table.rows();
  const idOf = (what: string, agency: string) =>
    String(rows.find((row) => row.what === what && row.agency === agency)?.id);
  const booking = rows.find((row) => row.what === 'booking' && row.interview === interviewId);
  const common = { number: 1, request: 1, sequence: 1, day: world.now().slice(0, 10) };
  real = {
    ...{ ...common, referralId, caseId, interviewId, taskId: task('register-report') },
    ...{ bookingId: String(booking?.id), resourceId: idOf('resource', CENTRE) },
    ...{ endpointId: String(endpointId), keyId: String(keyId), code: 'child-told' },
    ...{ agencyId: LEAD, account: 'person-giorgi-agency-imereti', list: 'rewinds' },
  };
  const absent = '2'.repeat(20);
  none = {
    ...{ ...real, referralId: 'ref_22222222', caseId: `cas_${absent}`, taskId: `tsk_${absent}` },
    ...{ interviewId: `int_${absent}`, bookingId: `bkg_${absent}`, resourceId: `res_${absent}` },
    ...{ endpointId: `whe_${absent}`, keyId: `ink_${absent}` },
    ...{ agencyId: 'agency-nowhere', account: 'person-nobody' },
  };
});
afterAll(async () => {
  await world?.stop();
  await sink?.stop();
});

const closed = endpoints.filter((one) => !one.public && !one.signed);
const onRecords = closed.filter(({ path }) => /\{\w+\}/.test(path) && !path.includes('{day}'));
const lists = closed.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
const nameOf = ({ operation }: { operation: string }) => operation;

const PLANS_VISITS = [
  ...['agency-tbilisi', 'police-tbilisi', 'prosecutor-tbilisi', 'centre-tbilisi', CONFLICTED],
  ...['court-tbilisi', 'legal-aid-tbilisi', ...ROLES.map(({ sub }) => sub)],
];
/**
 * What a stranger may all the same. A duty desk writes down what it is told by telephone; whoever plans
 * visits sees rooms and people of others without names; of a resource whoever keeps it makes up the id,
 * so with one that nobody has a new one begins.
 */
const OPEN: Readonly<Record<string, readonly string[] | 'everybody'>> = {
  addNews: ['agency-tbilisi', 'police-tbilisi', 'hotline-1505', 'resource-centre-baghdati'],
  getResource: PLANS_VISITS,
  listBroken: PLANS_VISITS,
  putResource: 'everybody',
  // Its school was told, so a person of it answers what is taken back; of the record she sees nothing.
  listRecalls: [WORKER],
  getRecall: [WORKER],
  confirmRecall: [WORKER],
};
/** A slot is signed: one that the hub did not propose is refused before anything is read. */
const SIGNED = ['holdSlot', 'moveBooking'];
const isOpen = (operation: string, who: string): boolean =>
  OPEN[operation] === 'everybody' || (OPEN[operation]?.includes(who) ?? false);

describe('every operation on a record', () => {
  const everybody = [...STRANGERS, ...ROLES.map(({ sub }) => sub), CONFLICTED, WORKER];

  it('has a body to ask with', () => {
    expect(onRecords.length).toBeGreaterThan(90);
    for (const { operation } of onRecords) validBody(operation);
  });

  it('looks to everybody without a part in it as if there were no such record', async () => {
    const wrong: string[] = [];
    let count = 0;
    const [first = ''] = STRANGERS;
    await each(onRecords, async (endpoint) => {
      const { operation } = endpoint;
      const absent = seen(await ask(world, first, operation, none));
      if (absent.status !== (SIGNED.includes(operation) ? 400 : 404) && !isOpen(operation, first))
        wrong.push(`${operation}: absent is ${absent.status} ${JSON.stringify(absent.body)}`);
      for (const who of everybody.filter((one) => !isOpen(operation, one))) {
        const foreign = seen(await ask(world, who, operation, real));
        count += 1;
        const expected = LONG ? seen(await ask(world, who, operation, none)) : absent;
        if (JSON.stringify(foreign) !== JSON.stringify(expected)) {
          wrong.push(
            `${operation} by ${who}: ${foreign.status} ${JSON.stringify(foreign.body).slice(0, 300)}`,
          );
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1_500);
  });

  it('has no method beside its own that would answer otherwise for a record there is', async () => {
    const paths = [...new Set(onRecords.map(({ path }) => path))];
    await each(paths, async (path) => {
      const known = onRecords.filter((one) => one.path === path).map(({ method }) => method);
      const others = ['PATCH', 'PUT', 'DELETE'].filter((one) => !known.includes(one as never));
      for (const method of others.slice(0, LONG ? 3 : 1)) {
        const [there, not] = [real, none].map((ids) =>
          world.raw('agency-tbilisi', method, pathOf({ path }, ids)),
        );
        expect(seen((await there) as never), `${method} ${path}`).toEqual(
          seen((await not) as never),
        );
      }
    });
  });
});

describe('every list', () => {
  it('shows a stranger nothing of the case', async () => {
    const ids = [
      'referralId',
      'caseId',
      'taskId',
      'interviewId',
      'bookingId',
      'endpointId',
      'keyId',
    ];
    const foreign = ids.map((name) => String(real[name]));
    expect(lists.map(nameOf)).toEqual(expect.arrayContaining(['listTasks', 'readFeed']));
    await each([...STRANGERS, ...ROLES.map(({ sub }) => sub)], async (who) => {
      for (const { operation } of lists) {
        const { text } = await ask(world, who, operation, {});
        for (const id of foreign) expect(text, `${operation} by ${who}`).not.toContain(id);
      }
    });
  });

  it('goes on only for whom its cursor was made', async () => {
    const page = await world.raw(LEAD, 'GET', '/v1/tasks?limit=1');
    const { next } = JSON.parse(page.text) as { next: string };
    expect(next).toContain('cursor=');
    expect((await world.raw(LEAD, 'GET', next)).status).toBe(200);
    const garbage = seen(
      await world.raw('agency-tbilisi', 'GET', '/v1/tasks?limit=1&cursor=abc.def'),
    );
    expect(garbage.status).toBe(400);
    for (const who of ['agency-tbilisi', 'person-giorgi-agency-imereti']) {
      expect(seen(await world.raw(who, 'GET', next))).toEqual(garbage);
    }
  });

  it('of another agency’s own affairs is that of an agency there is not', async () => {
    for (const path of ['/v1/feed/position?agency=']) {
      const there = await world.raw('police-tbilisi', 'GET', `${path}${LEAD}`);
      const not = await world.raw('police-tbilisi', 'GET', `${path}agency-nowhere`);
      expect(seen(there)).toEqual(seen(not));
    }
  });
});

describe('an id of a foreign record in a body', () => {
  it('is answered like one that does not exist', async () => {
    const tell = teller(world);
    const report = {
      narrative: 'ერთი წინადადება',
      kind: 'violence',
      reporter: { mode: 'named', phone: '599 12 34 56' },
    };
    const child = { municipality: 'tbilisi' };
    const { id } = await tell.say('school-tbilisi', 'submitReferral', {}, { ...report, child });
    await world.hub.idle();
    const own = { referralId: String(id) };
    const { tasks } = (await tell.say('school-tbilisi', 'explainRouting', own)) as {
      tasks: { task: string; agency: string; kind: { code: string } }[];
    };
    const task = tasks.find(({ kind }) => kind.code === 'assess-safety')?.task ?? '';
    const person = { to: 'accepted', actingPerson: WHO };
    await tell.say('agency-tbilisi', 'transitionTask', { taskId: task }, person);
    const { case: caseId } = await tell.say('agency-tbilisi', 'getReferral', own);
    const at = { caseId: String(caseId) };
    const because = { reason: 'no-need-found', note: 'არ არის საჭირო', askedBy: 'თამარი' };
    const perpetrator = { relation: 'father' };
    const calls = [
      ['joinCase', (ids: Ids) => ({ referral: ids.referralId, same: 'yes', reason: 'იგივე' })],
      ['joinCase', (ids: Ids) => ({ case: ids.caseId, same: 'yes', reason: 'იგივე' })],
      ['askWaiver', (ids: Ids) => ({ task: ids.taskId, ...because })],
      [
        'namePerpetrator',
        (ids: Ids) => ({ perpetrator, corrects: { referral: ids.referralId, index: 0 } }),
      ],
    ] as const;
    for (const [operation, body] of calls) {
      const there = seen(await ask(world, 'agency-tbilisi', operation, at, body(real)));
      const not = seen(await ask(world, 'agency-tbilisi', operation, at, body(none)));
      expect(there, operation).toEqual(not);
      expect(there.status, operation).toBeGreaterThanOrEqual(400);
    }
  });
});
