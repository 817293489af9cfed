import { KMSClient, RotateKeyOnDemandCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorTable } from '../../infra/local/operator.ts';
import { generationOf } from '../../infra/local/stores/kms.ts';
import { addNews } from '../../shared/contract/additions.ts';
import { getCase } from '../../shared/contract/cases.ts';
import { referralTimeline, withdrawReferral } from '../../shared/contract/referrals.ts';
import {
  askLifting,
  beginRotation,
  confirmLifting,
  endProceedings,
  getRetention,
  getRotation,
  listErasures,
  setHold,
} from '../../shared/contract/retention.ts';
import type { CaseId, ReferralId } from '../../shared/domain/ids.ts';
import { dataKeyKey } from '../../shared/store/key-rows.ts';
import { accept, feedOf, readReferral, readTask, routed } from './steps.ts';
import { early, violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const OFFICER = 'resource-centre-zestaponi';
const SERVICE = 'municipality-zestaponi';
const LEAD = 'agency-imereti';
const PROSECUTOR = 'prosecutor-imereti';
const ANA = 'person-ana-oversight-national';
const LASHA = 'person-lasha-oversight-national';
/** Then the prosecutor takes the report, and not the police. */
const POLICE_OFFICER = { relation: 'acquaintance', employer: 'police-imereti' } as const;
const DAY = 86_400_000;

const keyRow = async (referral: ReferralId) => {
  const [row] = (await world.table.all('referral')).filter(({ id }) => id === referral);
  const owner = { kind: 'file', id: String(row?.file) } as const;
  return operatorTable(world.hub, 'KEYS_TABLE_NAME').get(dataKeyKey(owner));
};
const retention = async (referralId: ReferralId, as = ANA) =>
  (await world.as(as)(getRetention, { path: { referralId } })).body;
const needy = () => early({ 'low-income': 'yes', isolated: 'yes' });

/** An early identification that was taken back: its time counts from now. */
async function withdrawn() {
  const { id, task } = await routed(world, needy(), { from: OFFICER });
  const work = task('support-family');
  await accept(world, SERVICE, work);
  const { version } = await readReferral(world, OFFICER, id);
  // A withdrawn consent would recall what was shared, and an open recall keeps the file.
  const body = { reason: 'no-longer-needed', note: 'დახმარება აღარ სჭირდებათ' };
  await world.as(OFFICER)(withdrawReferral, { path: { referralId: id }, body, ifMatch: version });
  return { id, work };
}

/** To the day after that one. */
async function past(day: string | undefined) {
  const target = Date.parse(`${day}T12:00:00Z`) + DAY;
  await world.hub.moveClock({ set: new Date(target).toISOString() });
}

describe('a file', () => {
  it('has a key of its own, written with its referral', async () => {
    const { id } = await routed(world, violence());
    const { id: other } = await routed(world, violence());
    const [one, two] = [await keyRow(id), await keyRow(other)];
    expect(one?.wrapped).toBeInstanceOf(Uint8Array);
    expect(one?.wrapped).not.toEqual(two?.wrapped);
  });
});

describe('a rotation', () => {
  const generations = async () => {
    const rows = operatorTable(world.hub, 'KEYS_TABLE_NAME');
    const { items } = await rows.scan(undefined, ['pk', 'wrapped']);
    return items.flatMap(({ wrapped }) =>
      wrapped instanceof Uint8Array ? [generationOf(Buffer.from(wrapped))] : [],
    );
  };

  async function turnKey() {
    const { stores, functions } = world.hub;
    const KeyId = functions.find(({ environment }) => environment.VAULT_KEY_ID)?.environment
      .VAULT_KEY_ID;
    const client = new KMSClient({
      endpoint: stores.gatewayUrl,
      region: 'eu-central-1',
      credentials: stores.admit('turner', [
        { Effect: 'Allow', Action: 'kms:RotateKeyOnDemand', Resource: '*' },
      ]),
    });
    await client.send(new RotateKeyOnDemandCommand({ KeyId }));
  }

  it('wraps every key anew while reads and writes go on, and nothing stops opening', async () => {
    const before = await Promise.all([routed(world, violence()), routed(world, violence())]);
    await turnKey();
    await world.as(LASHA)(beginRotation, {});
    expect(await refusal(world.as(ANA)(beginRotation, {}))).toMatchObject({
      code: 'rotation-going-on',
    });
    let going = true;
    const traffic = (async () => {
      const seen: string[] = [];
      while (going) {
        const { id } = await routed(world, violence({ narrative: 'შუალედში მოსული' }));
        for (const one of [id, ...before.map((each) => each.id)]) {
          const { details } = await readReferral(world, 'school-zestaponi', one);
          seen.push(String(details.narrative?.narrative));
        }
      }
      return seen;
    })();
    await world.advance('PT6M');
    going = false;
    const seen = await traffic;
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain('undefined');
    const { body } = await world.as(ANA)(getRotation, {});
    expect(body).toMatchObject({ number: 1, state: 'ended' });
    expect(body.rewrapped).toBeGreaterThan(0);
    expect(new Set(await generations())).toEqual(new Set([1]));
  });
});

describe('a withdrawn early identification', () => {
  it('is erased when its time has come, and says so from that moment on everywhere', async () => {
    const { id, work } = await withdrawn();
    const { eraseOn, rule, keptBecause } = await retention(id);
    expect(rule.code).toBe('early-identification');
    expect(keptBecause).toEqual([]);
    expect((await readReferral(world, OFFICER, id)).details).not.toEqual({});
    await past(eraseOn);
    const gone = await readReferral(world, OFFICER, id);
    expect(gone.details).toEqual({});
    expect(gone.erased).toMatchObject({ rule: { code: 'early-identification' } });
    expect(gone.erased?.says).toContain('erased');
    expect((await readTask(world, SERVICE, work)).erased?.at).toBe(gone.erased?.at);
    expect(await keyRow(id)).toMatchObject({ erasedAt: gone.erased?.at });
    expect(await keyRow(id)).not.toHaveProperty('wrapped');
    const timeline = await world.as(OFFICER)(referralTimeline, { path: { referralId: id } });
    expect(timeline.body.items.map(({ type }) => type)).toContain('file.erased');
    expect((await feedOf(world, SERVICE)).length).toBeGreaterThan(0);
    const news = { narrative: 'ახალი ამბავი', channel: 'system' } as const;
    const refused = await refusal(
      world.as(OFFICER)(addNews, { path: { referralId: id }, body: news }),
    );
    expect(refused).toMatchObject({ status: 409, code: 'content-erased' });
    await world.advance('PT10M');
    const events = (await world.table.all('event')).filter(
      ({ type, referral }) => type === 'file.erased' && referral === id,
    );
    expect(events).toHaveLength(1);
  });

  it('is kept by a hold, which only a second person lifts', async () => {
    const { id } = await withdrawn();
    const path = { referralId: id };
    const body = { reason: 'complaint', note: 'საჩივარი განიხილება' };
    const { body: hold } = await world.as(ANA)(setHold, { path, body });
    const { eraseOn } = await retention(id);
    await past(eraseOn);
    expect((await retention(id)).keptBecause.map(({ code }) => code)).toEqual(['hold']);
    expect((await readReferral(world, OFFICER, id)).details).not.toEqual({});
    const ofHold = { ...path, number: hold.number };
    const early = await refusal(world.as(LASHA)(confirmLifting, { path: ofHold, ifMatch: 1 }));
    expect(early).toMatchObject({ code: 'lifting-not-asked' });
    const asking = { path: ofHold, body: { note: 'პასუხი გაეცა' }, ifMatch: 1 };
    await world.as(ANA)(askLifting, asking);
    const same = await refusal(world.as(ANA)(confirmLifting, { path: ofHold, ifMatch: 2 }));
    expect(same).toMatchObject({ code: 'second-person-needed' });
    await world.as(LASHA)(confirmLifting, { path: ofHold, ifMatch: 2 });
    const { eraseOn: next } = await retention(id);
    const { body: coming } = await world.as(ANA)(listErasures, {});
    expect(coming.items).toContainEqual(expect.objectContaining({ referral: id, eraseOn: next }));
    await past(next);
    expect((await readReferral(world, OFFICER, id)).erased).toBeDefined();
  });
});

describe('a record of violence', () => {
  it('is held until the prosecutor says that proceedings have ended, and its period is over', async () => {
    const { id, routing } = await routed(
      world,
      violence({ allegedPerpetrators: [POLICE_OFFICER] }),
    );
    const own = routing.tasks.find(({ agency }) => String(agency) === PROSECUTOR);
    if (!own) throw new Error('the prosecutor was asked nothing');
    await accept(world, PROSECUTOR, own.task);
    const { eraseOn, keptBecause } = await retention(id);
    expect(eraseOn).toBeUndefined();
    expect(keptBecause.map(({ code }) => code)).toEqual(['proceedings', 'still-open']);
    const caseId = (await readReferral(world, 'school-zestaponi', id)).case as CaseId;
    const { version } = (await world.as(LEAD)(getCase, { path: { caseId } })).body;
    const body = { outcome: 'judgment-final', endedAt: world.now() };
    const stranger = world.as(LEAD)(endProceedings, { path: { caseId }, body, ifMatch: version });
    expect(await refusal(stranger)).toMatchObject({ status: 404 });
    const call = { path: { caseId }, body, ifMatch: version };
    const { body: ended } = await world.as(PROSECUTOR)(endProceedings, call);
    expect(ended.erasures).toHaveLength(1);
    await past(ended.erasures[0]?.on);
    const kept = await retention(id);
    expect(kept.erased).toBeUndefined();
    expect(kept.keptBecause.map(({ code }) => code)).toEqual(['still-open']);
  });
});
