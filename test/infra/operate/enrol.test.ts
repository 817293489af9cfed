import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stores, startStores } from '../../../infra/local/stores/stores.ts';
import { type Deps, enrol, leave } from '../../../infra/operate/enrolment.ts';
import { handOver } from '../../../infra/operate/hand-over.ts';
import type { Principal } from '../../../shared/domain/access/principal.ts';
import { journal, MembershipChanged } from '../../../shared/store/journal.ts';
import { members } from '../../../shared/store/members.ts';
import { type Table, table } from '../../../shared/store/table.ts';
import { aReferral, georgiaAt } from '../../build.ts';
import { HUB_TABLE, REGION } from '../../local/stores/hub-table.ts';

const NOW = Date.parse('2026-11-20T13:40:00Z');
const TABLE = 'members';
let stores: Stores;
let hubTable: Table;
let deps: Deps;
let at = NOW;

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ertad-enrol-'));
  stores = await startStores({ dataDir, inMemory: true, clock: () => NOW });
  await stores.createTable(HUB_TABLE, TABLE);
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'operator' };
  const client = new DynamoDBClient({ endpoint: stores.dynamodbUrl, region: REGION, credentials });
  hubTable = table({ client, name: TABLE, random: () => 0.5 });
  deps = {
    members: members(hubTable),
    handOver: handOver(hubTable, () => at),
    edition: georgiaAt(),
    now: () => at,
    newToken: randomUUID,
  };
});
afterAll(() => stores.stop());

const wish = (sub: string, over: object = {}) => ({
  sub,
  agency: 'agency-imereti',
  roles: 'worker,duty',
  ...over,
});
const failure = (call: Promise<unknown>) => call.catch((error: Error) => error.message);
const member = async (sub: string): Promise<Principal> => {
  const found = await deps.members.find(sub);
  if (!found) throw new Error(`${sub} is no member`);
  return found;
};

/** A write of somebody whose membership was looked up before; whichever guard copy it meets. */
const writeAs = (by: Principal, copy: number) =>
  journal({ table: hubTable, nowSeconds: () => 0, random: () => copy / 8, newToken: randomUUID })
    .commit({ kept: [aReferral({ agency: by.agency })], events: [] }, { by })
    .then(() => 'written')
    .catch((error: Error) => error);
const writesAs = (by: Principal) =>
  Promise.all(Array.from({ length: 8 }, (_, copy) => writeAs(by, copy)));

describe('enrolment', () => {
  it('makes a member of an agency of the pack, who may write', async () => {
    expect(await enrol(deps, wish('new'))).toMatch(
      /^new is now a member of agency-imereti \(.+\) as duty, worker\.$/,
    );
    const made = await member('new');
    expect(made).toMatchObject({ kind: 'guardianship-body', roles: ['duty', 'worker'], areas: [] });
    expect(new Set(await writesAs(made))).toEqual(new Set(['written']));
  });

  it('says what was, and ends every write begun under it, when roles change', async () => {
    await enrol(deps, wish('promoted'));
    const before = await member('promoted');
    expect(await enrol(deps, wish('promoted', { roles: 'supervisor' }))).toBe(
      'promoted was a member of agency-imereti as duty, worker and is now one as supervisor.',
    );
    for (const outcome of await writesAs(before)) expect(outcome).toBeInstanceOf(MembershipChanged);
    expect((await member('promoted')).roles).toEqual(['supervisor']);
  });

  it('changes nothing when it is so already', async () => {
    await enrol(deps, wish('same'));
    const before = await member('same');
    expect(await enrol(deps, wish('same', { roles: 'duty, worker,duty' }))).toContain(
      'nothing was changed',
    );
    expect(await member('same')).toEqual(before);
  });

  it('does not take a member away from another agency', async () => {
    await enrol(deps, wish('placed'));
    expect(await failure(enrol(deps, wish('placed', { agency: 'police-imereti' })))).toBe(
      'placed is a member of agency-imereti (duty, worker): --leave comes first',
    );
    expect((await member('placed')).agency).toBe('agency-imereti');
  });

  it.each([
    ['an agency the pack does not have', { agency: 'agency-mars' }, '--agency agency-mars: '],
    ['a role nobody has', { roles: 'worker,boss' }, '--roles takes one or more of system, worker'],
    ['no role', { roles: ' ,' }, '--roles takes one or more of system, worker'],
    ['a subject with a blank', { sub: 'a b' }, '--sub is no subject'],
  ])('is refused with %s', async (_, over, says) => {
    expect(await failure(enrol(deps, wish('nobody', over)))).toContain(says);
    expect(await deps.members.find('nobody')).toBeUndefined();
  });

  it('lets one of two operators win, and tells the other', async () => {
    const outcomes = await Promise.all([
      failure(enrol(deps, wish('raced', { roles: 'worker' }))),
      failure(enrol(deps, wish('raced', { roles: 'duty' }))),
    ]);
    expect(outcomes.filter((said) => String(said).includes('is now a member'))).toHaveLength(1);
    expect((await member('raced')).roles).toHaveLength(1);
  });
});

describe('leaving', () => {
  it('ends every write begun before it, and leaves no trace in the table', async () => {
    await enrol(deps, wish('leaver'));
    const before = await member('leaver');
    expect(await leave(deps, 'leaver')).toBe(
      'leaver is no longer a member of agency-imereti (was duty, worker).',
    );
    for (const outcome of await writesAs(before)) expect(outcome).toBeInstanceOf(MembershipChanged);
    for (const rest of ['STATE', 'GUARD#'])
      expect(await hubTable.startingWith('MEMBER#leaver', rest)).toEqual([]);
  });

  it('stays in force for what was begun before, also when the person comes back elsewhere', async () => {
    await enrol(deps, wish('mover'));
    const before = await member('mover');
    await leave(deps, 'mover');
    at += 1;
    await enrol(deps, wish('mover', { agency: 'police-imereti' }));
    for (const outcome of await writesAs(before)) expect(outcome).toBeInstanceOf(MembershipChanged);
  });

  it('is refused for somebody who is no member', async () => {
    expect(await failure(leave(deps, 'stranger'))).toContain('is a member of no agency');
  });
});

describe('npm run enrol', () => {
  const command = join(import.meta.dirname, '../../../infra/operate/enrol.ts');
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [command, ...args], {
      env: {
        ...process.env,
        AWS_ENDPOINT_URL_DYNAMODB: stores.dynamodbUrl,
        AWS_ACCESS_KEY_ID: 'operator',
        AWS_SECRET_ACCESS_KEY: 'operator',
      },
    }).then(
      ({ stdout }) => ({ code: 0, says: stdout }),
      ({ code, stderr }) => ({ code, says: stderr }),
    );
  const to = (sub: string) => ['--table', TABLE, '--sub', sub];
  const school = ['--agency', 'school-zestaponi', '--roles', 'worker'];

  it('adds and removes, each in one line', async () => {
    expect(await run(...to('cli'), ...school)).toEqual({
      code: 0,
      says: expect.stringMatching(/^cli is now a member of school-zestaponi \(.+\) as worker\.\n$/),
    });
    expect(await run(...to('cli'), '--leave')).toEqual({
      code: 0,
      says: 'cli is no longer a member of school-zestaponi (was worker).\n',
    });
  });

  it.each([
    ['without a table', ['--sub', 'x', ...school], /^Not done: npm run enrol -- --table NAME/],
    ['of a table that is not there', ['--table', 'no', '--sub', 'x', ...school], /^Not done: \S/],
    ['with an option nobody knows', [...to('x'), '--force'], /^Not done: Unknown option '--force'/],
    [
      'that both joins and leaves',
      [...to('x'), ...school, '--leave'],
      /^Not done: npm run enrol -- --table NAME/,
    ],
  ])('says in one line why a call %s is not done', async (_, args, says) => {
    const outcome = await run(...args);
    expect(outcome).toEqual({ code: 1, says: expect.stringMatching(says) });
    expect(outcome.says.trim().split('\n')).toHaveLength(1);
  });
});
