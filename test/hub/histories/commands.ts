import type { Endpoint } from '../../../shared/contract/endpoint.ts';
import { endpoints } from '../../../shared/contract/index.ts';
import { namesOf } from '../names-of.ts';
import type { Row } from '../raw-table.ts';
import { bodies } from './bodies.ts';
import { ACTORS, coin, editionOf, of, pick, type Scene } from './scene.ts';

/**
 * What has no part in a case: addresses, keys and feeds of systems, people and rooms with their calendars;
 * and what comes in signed, which goes the way of the commands that are played here.
 */
const ELSEWHERE = [
  ...['createEndpoint', 'changeEndpoint', 'disableEndpoint', 'enableEndpoint', 'deleteEndpoint'],
  ...['rotateEndpoint', 'challengeEndpoint', 'testEndpoint'],
  ...['replayDelivery', 'replayDeliveries'],
  ...['putFeedPosition', 'rewindFeed', 'reconcileFeed'],
  ...['createInboundKey', 'rotateInboundKey', 'deleteInboundKey', 'receiveWebhook'],
  ...['putOutsideCalendar', 'refreshOutsideCalendar', 'deleteOutsideCalendar'],
  ...['invitePerson', 'changePerson', 'removePerson', 'endSignIns', 'confirmProposal'],
  ...['takeUpMembership', 'endSession'],
  ...['rotateClient', 'endClientSecret', 'setClientCertificates'],
  ...['reportIncident', 'countIncident', 'notifyIncident', 'signHead'],
  ...['putResource', 'putBusyTimes', 'openCalendar', 'closeCalendar'],
];

/** Lists of the oversight body that a look ends. */
const CHECKED = ['identities', 'sharing-overrides'];

/** Every command of the contract that can change a child's case. */
export const commands: readonly Endpoint[] = endpoints.filter(
  ({ method, operation }) => method !== 'GET' && !ELSEWHERE.includes(operation),
);

/** The records a path speaks of, picked at random; nothing where there is none yet. */
function recordsFor(scene: Scene, { path }: Endpoint) {
  const found: Record<string, Row> = {};
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    const row = pick(candidates(scene, name, found), scene.random);
    if (!row) return undefined;
    found[name] = row;
  }
  return found;
}

function candidates(scene: Scene, name: string, found: Readonly<Record<string, Row>>): Row[] {
  if (name === 'referralId') return of(scene, 'referral');
  if (name === 'caseId') return of(scene, 'case');
  if (name === 'record') return [...of(scene, 'case'), ...of(scene, 'referral')];
  if (name === 'list') return CHECKED.map((id) => ({ pk: '', sk: '', id }));
  if (name === 'taskId') return of(scene, 'task');
  if (name === 'interviewId') return of(scene, 'interview');
  if (name === 'agencyId') return ACTORS.map((id) => ({ pk: '', sk: '', id }));
  if (name === 'sub') return of(scene, 'member').map((row) => ({ ...row, id: row.sub }));
  if (name === 'code') {
    return editionOf(scene).interview.preparation.map(({ code }) => ({ pk: '', sk: '', id: code }));
  }
  // A numbered part of the record named before it.
  const parent = Object.values(found).find(({ pk }) => pk !== '');
  return scene.rows
    .filter(({ pk, number }) => pk === parent?.pk && number !== undefined)
    .map((row) => ({ ...row, id: row.number }));
}

/** Mostly somebody with a part in it, sometimes anybody. */
function actorFor(scene: Scene, records: Readonly<Record<string, Row>>): string {
  const { random } = scene;
  const concerned = Object.values(records)
    .flatMap(({ agency, lead }) => [agency, lead])
    .filter((one) => typeof one === 'string' && (ACTORS as readonly string[]).includes(one));
  return (random() < 0.75 && pick(concerned, random)?.toString()) || (pick(ACTORS, random) ?? '');
}

export interface Played {
  readonly operation: string;
  readonly actor: string;
  readonly status: number;
  readonly path: string;
  readonly text: string;
  /** What was answered to the same call once more, where that was not of the same thing. */
  readonly otherwise?: string;
}

/** A command with who gives it, on what and with which words. */
export interface Aimed {
  readonly endpoint: Endpoint;
  readonly actor: string;
  readonly records: Readonly<Record<string, Row>>;
  readonly body?: unknown;
}

/** Any command by somebody on something; nothing where there is nothing to give it on. */
export function aimless(scene: Scene, endpoint: Endpoint): Aimed | undefined {
  const records = recordsFor(scene, endpoint);
  if (!records) return undefined;
  const body = bodies[endpoint.operation]?.(scene, records);
  return { endpoint, actor: actorFor(scene, records), records, body };
}

/** Gives a command as it goes over the wire. */
export async function play(
  scene: Scene,
  { endpoint, actor, records, body }: Aimed,
): Promise<Played> {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(records[name]?.id)),
  );
  const version = Object.values(records).at(-1)?.version;
  const key = `"history-${Math.floor(scene.random() * 2 ** 40)}"`;
  const headers = {
    ...(endpoint.idempotent && { 'idempotency-key': key }),
    ...(endpoint.conditional && version !== undefined && { 'if-match': `"${version}"` }),
  };
  const given = { headers, ...(endpoint.body && { body: JSON.stringify(body ?? {}) }) };
  const call = () => scene.world.raw(actor, endpoint.method, path, given);
  const { status, text } = await call();
  const played = { operation: endpoint.operation, actor, status, path, text };
  // A line broke after the answer had been sent: whoever asked cannot know, and asks again.
  if (!endpoint.idempotent || status >= 300 || !coin(scene, 0.3)) return played;
  const again = await call();
  const same = again.status === status && namesOf(again.text) === namesOf(text);
  return same ? played : { ...played, otherwise: `${again.status} ${again.text} after ${text}` };
}
