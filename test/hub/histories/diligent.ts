import type { Endpoint } from '../../../shared/contract/endpoint.ts';
import type { Row } from '../raw-table.ts';
import { PERSON } from '../steps.ts';
import { type Aimed, commands } from './commands.ts';
import { ACTORS, any, hours, of, pick, type Scene } from './scene.ts';

const NOTE = 'გაკეთდა';
const WORKER = 'person-giorgi-agency-imereti';
const SUPERVISOR = 'person-ketevan-agency-imereti';

const named = (operation: string): Endpoint => {
  const found = commands.find((one) => one.operation === operation);
  if (!found) throw new Error(`no command ${operation}`);
  return found;
};
const isHere = (agency: unknown): agency is string =>
  (ACTORS as readonly unknown[]).includes(agency);

/** What people who do their work would do next; nothing where nothing is to be done. */
export function diligently(scene: Scene): Aimed | undefined {
  const done = any<(scene: Scene) => Aimed | undefined>(
    scene,
    work,
    work,
    work,
    decide,
    tell,
    hear,
    waive,
    confirm,
    close,
  );
  return done(scene);
}

/** A task moves one step on, by the agency that holds it. */
function work(scene: Scene): Aimed | undefined {
  const open = of(scene, 'task').filter(
    ({ status, agency }) =>
      isHere(agency) && !['completed', 'cancelled', 'failed', 'rejected'].includes(String(status)),
  );
  const task = pick(open, scene.random);
  if (!task) return undefined;
  const taken = ['accepted', 'in-progress'].includes(String(task.status));
  const body = taken
    ? { to: 'completed', outcome: 'done' }
    : { to: 'accepted', actingPerson: PERSON, deputy: PERSON };
  return {
    endpoint: named('transitionTask'),
    actor: String(task.agency),
    records: { taskId: task },
    body,
  };
}

const ledHere = (scene: Scene, what: string, status?: string): Row | undefined =>
  pick(
    of(scene, what).filter((row) => isHere(row.lead) && (!status || row.status === status)),
    scene.random,
  );

/** The lead has seen the child and says where it sleeps. */
function decide(scene: Scene): Aimed | undefined {
  const opened = ledHere(scene, 'case', 'open');
  if (!opened) return undefined;
  const body = {
    childSeenAt: hours(scene, -0.01),
    seenBy: PERSON,
    seenAlone: 'yes',
    where: 'school',
    sleepsTonight: 'crisis-centre',
    measures: [{ kind: 'none' }],
    siblingsChecked: 'none',
    reviewBy: hours(scene, 600),
    reason: NOTE,
  };
  return {
    endpoint: named('decideSafety'),
    actor: String(opened.lead),
    records: { caseId: opened },
    body,
  };
}

function tell(scene: Scene): Aimed | undefined {
  const referral = ledHere(scene, 'referral', 'in-progress');
  const body = { code: 'outcome-protected' };
  return (
    referral && {
      endpoint: named('sendFeedback'),
      actor: String(referral.lead),
      records: { referralId: referral },
      body,
    }
  );
}

function hear(scene: Scene): Aimed | undefined {
  const unheard = of(scene, 'feedback').filter(({ acknowledgedAt }) => !acknowledgedAt);
  const feedback = pick(unheard, scene.random);
  const referral = of(scene, 'referral').find(({ pk }) => pk === feedback?.pk);
  if (!feedback || !referral) return undefined;
  const records = { referralId: referral, number: { ...feedback, id: feedback.number } };
  return { endpoint: named('acknowledgeFeedback'), actor: String(referral.submittedBy), records };
}

function waive(scene: Scene): Aimed | undefined {
  const opened = ledHere(scene, 'case', 'open');
  if (opened?.lead !== 'agency-imereti') return undefined;
  const track = any(scene, 'justice', 'body', 'mind', 'safety');
  const body = { track, reason: 'done-outside', note: NOTE, askedBy: PERSON };
  return { endpoint: named('askWaiver'), actor: WORKER, records: { caseId: opened }, body };
}

function confirm(scene: Scene): Aimed | undefined {
  const waiver = pick(
    of(scene, 'waiver').filter(({ confirmed }) => !confirmed),
    scene.random,
  );
  const opened = of(scene, 'case').find(({ pk }) => pk === waiver?.pk);
  if (!waiver || !opened) return undefined;
  const records = { caseId: opened, number: { ...waiver, id: waiver.number } };
  return { endpoint: named('confirmWaiver'), actor: SUPERVISOR, records };
}

function close(scene: Scene): Aimed | undefined {
  const referral = ledHere(scene, 'referral', 'in-progress');
  const body = { reason: 'help-given' };
  return (
    referral && {
      endpoint: named('closeReferral'),
      actor: String(referral.lead),
      records: { referralId: referral },
      body,
    }
  );
}
