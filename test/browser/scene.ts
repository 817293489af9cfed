import { bookableId } from '../../infra/local/bookables.ts';
import { holdSlot } from '../../shared/contract/bookings.ts';
import { breakGlass } from '../../shared/contract/break-glass.ts';
import { getCase } from '../../shared/contract/cases.ts';
import { reportIncident } from '../../shared/contract/incidents.ts';
import { signHead } from '../../shared/contract/journal.ts';
import { createEndpoint } from '../../shared/contract/partners.ts';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { findSlots } from '../../shared/contract/slots.ts';
import { askSubjectAccess } from '../../shared/contract/subject-access.ts';
import { atWork, opened } from '../hub/visits.ts';
import type { World } from '../hub/world.ts';
import { aReferral } from './a-referral.ts';

/** Whoever stands for an agency at the browser. */
export const TEACHER = 'person-nino-school-zestaponi';
const OFFICER = 'person-lela-resource-centre-zestaponi';
const DESK = 'person-tamar-agency-imereti';
const HEAD = 'person-ketevan-agency-imereti';
const KEEPER = 'person-rusudan-agency-imereti';
const POLICE = 'person-davit-police-imereti';
const ELSEWHERE = 'person-zura-police-tbilisi';
const PROSECUTOR = 'person-salome-prosecutor-imereti';
const CENTRE = 'person-eka-centre-kutaisi';
const CENTRE_HEAD = 'person-nanuli-centre-kutaisi';
const IT = 'person-vakhtang-municipality-zestaponi';
const OVERSIGHT = 'person-elene-oversight-national';

const REASON = 'პატრული ბინის კართან დგას და უნდა ვიცოდეთ, უსაფრთხოდ იქნება თუ არა ბავშვი ამაღამ.';

/** An address of this machine at which nothing is: the hub here sends to no other. */
const NOBODY_LISTENS = 'http://127.0.0.1:9/ertad';

/** A page with somebody for whom it is there. */
export interface Shown {
  /** Of its picture. */
  readonly name: string;
  readonly sub: string;
  readonly path: string;
}

/** Two children who do not exist, as far as every page of the console needs them. */
async function children(world: World) {
  const { body } = await world.as('school-zestaponi')(submitReferral, { body: aReferral });
  await world.hub.idle();
  const tasks = await world.table.all('task');
  const own = tasks.find(
    ({ agency, referral }) => agency === 'agency-imereti' && referral === body.id,
  );
  const other = await atWork(world);
  const visit = await opened(world, other.caseId);
  return { referral: body.id, task: String(own?.id), case: String(own?.case), other, visit };
}

/** The first proposal is held, so that the visit waits for answers. */
async function held(world: World, interviewId: Awaited<ReturnType<typeof opened>>) {
  const path = { interviewId };
  const { items } = (await world.as('police-imereti')(findSlots, { path })).body;
  const [first] = items;
  if (first) await world.as('police-imereti')(holdSlot, { path, body: { slot: first.slot } });
  return first?.start.slice(0, 10) ?? '';
}

/** What oversight has before it: an emergency look, an incident, somebody who asks for their data. */
async function affairs(world: World, record: Awaited<ReturnType<typeof atWork>>['caseId']) {
  await world.as(ELSEWHERE)(breakGlass, { body: { record, reason: REASON } });
  await world.as(ELSEWHERE)(getCase, { path: { caseId: record } });
  const to = world.now();
  const from = new Date(Date.parse(to) - 3_600_000).toISOString();
  await world.as(OVERSIGHT)(reportIncident, { body: { from, to, note: 'ტელეფონი დაიკარგა' } });
  await world.as(OVERSIGHT)(askSubjectAccess, {
    body: {
      ...{ record, subject: 'child', requester: 'parent', name: 'ეკა' },
      ties: { accused: 'unknown', sharesHousehold: 'unknown', dependsOnAccused: 'no' },
    },
  });
  return (await world.as(OVERSIGHT)(signHead)).body.id;
}

/** Every page of the console, each with its records. */
export async function everyPage(world: World): Promise<Shown[]> {
  const { referral, task, case: case_, other, visit } = await children(world);
  const day = await held(world, visit);
  const head = await affairs(world, other.caseId);
  const made = await world.as('municipality-zestaponi')(createEndpoint, {
    body: { url: NOBODY_LISTENS, events: ['task.requested'] },
  });
  const endpoint = `/app/systems/endpoints/${made.body.id}`;
  const room = bookableId('centre-kutaisi', 'interviewer-1');
  const of = (sub: string, pages: Readonly<Record<string, string>>): Shown[] =>
    Object.entries(pages).map(([name, path]) => ({ name, sub, path }));
  const sent = `/app/referrals/${referral}`;
  const lead = `/app/cases/${case_}`;
  const plan = `/app/visits/${visit}`;
  const atCentre = `/app/centre/visits/${visit}`;
  const watch = '/app/oversight';
  return [
    ...of(TEACHER, { 'my-referrals': '/app/referrals', 'new-referral': '/app/referrals/new' }),
    ...of(OFFICER, { 'early-identification': '/app/referrals/early', news: '/app/news' }),
    ...of(DESK, {
      ...{ 'work-list': '/app/tasks', 'ended-tasks': '/app/tasks/ended' },
      ...{ task: `/app/tasks/${task}`, 'task-service': `/app/tasks/${task}/service` },
      ...{ referral: sent, 'referral-why': `${sent}/why`, 'referral-news': `${sent}/news` },
      ...{ 'referral-statements': `${sent}/statements`, 'referral-consents': `${sent}/consents` },
      ...{ 'referral-recalls': `${sent}/recalls`, 'referral-closing': `${sent}/closing` },
      ...{ 'referral-looked': `${sent}/looked`, 'open-recalls': '/app/recalls' },
      ...{ case: lead, 'case-safety': `${lead}/safety`, 'case-family': `${lead}/family` },
      ...{ 'case-visits': `${lead}/visits`, duty: '/app/duty', roster: '/app/duty/roster' },
      ...{ 'hand-over': '/app/duty/hand-over', 'phone-intake': '/app/duty/intake' },
      ...{ me: '/app/me', 'my-access': `/app/me/access/${referral}` },
      ...{ 'not-there': '/app/nowhere', components: '/_components' },
    }),
    ...of(HEAD, {
      loads: '/app/me/loads',
      'case-record': `${lead}/record`,
      'case-access': `${lead}/access`,
    }),
    ...of(KEEPER, { people: '/app/people', 'invite-person': '/app/people/new' }),
    ...of(POLICE, {
      ...{ visits: '/app/visits', visit: plan, 'visit-times': `${plan}/times` },
      ...{ 'visit-planning': `${plan}/planning`, 'visit-further': `${plan}/further` },
    }),
    ...of(ELSEWHERE, { 'case-closed-to-me': `/app/cases/${case_}` }),
    ...of(PROSECUTOR, { 'visit-for-prosecutor': plan }),
    ...of(CENTRE, {
      ...{ 'centre-day': `/app/centre?day=${day}`, 'centre-prepare': atCentre },
      ...{ 'centre-interview': `${atCentre}/interview`, 'centre-after': `${atCentre}/after` },
      ...{ 'centre-recordings': `${atCentre}/recordings` },
      ...{ 'centre-for-the-child': `${atCentre}/for-the-child` },
      ...{ 'centre-people': '/app/centre/people', 'centre-add': '/app/centre/people/new' },
    }),
    ...of(CENTRE_HEAD, { 'centre-person': `/app/centre/people/${room}` }),
    ...of(IT, {
      ...{ systems: '/app/systems', 'new-endpoint': '/app/systems/new' },
      ...{ feed: '/app/systems/feed', keys: '/app/systems/keys', clients: '/app/systems/clients' },
      ...{
        endpoint,
        'change-endpoint': `${endpoint}/change`,
        deliveries: `${endpoint}/deliveries`,
      },
    }),
    ...of(OVERSIGHT, {
      ...{
        oversight: watch,
        escalations: `${watch}/escalations`,
        'duty-gaps': `${watch}/duty-gaps`,
      },
      ...{ units: `${watch}/units`, misses: `${watch}/misses`, watched: `${watch}/watched` },
      ...{ 'watched-looks': `${watch}/watched/break-glass` },
      ...{ 'look-in-need': `${watch}/looks-in-need/${other.caseId}/1` },
      ...{ 'waivers-to-confirm': `${watch}/waivers/${other.caseId}` },
      ...{ incidents: `${watch}/incidents`, 'new-incident': `${watch}/incidents/new` },
      ...{ incident: `${watch}/incidents/1`, requests: `${watch}/requests` },
      ...{ 'new-request': `${watch}/requests/new` },
      ...{ request: `${watch}/requests/${other.caseId}/1` },
      ...{ 'who-looked': `${watch}/who-looked/${other.caseId}`, explain: `${watch}/explain` },
      ...{ retention: `${watch}/retention`, 'retention-of-one': `${watch}/retention/${referral}` },
      ...{ journal: `${watch}/journal`, 'journal-head': `${watch}/journal/${head}` },
      ...{ 'owed-checks': `${watch}/owed` },
    }),
  ];
}
