import { describe, expect, it } from 'vitest';
import { functions, hubTemplate, permissions, tableOf, target } from './resources.ts';

const template = hubTemplate();
const all = functions(template);

const READ = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
const CHANGE = [
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
];
const OPEN = ['kms:Decrypt'];
const SEAL = ['kms:Decrypt', 'kms:GenerateDataKey'];

describe('people on duty', () => {
  const given = {
    voiceInstance: 'instance-1',
    voiceFlow: 'flow-1',
    voiceNumber: '+995320000000',
    mailFrom: 'hub@hub.example.ge',
  };
  const held = (context: Record<string, string> = {}) =>
    permissions(hubTemplate(context), 'reach-duty').filter(({ action }) =>
      /^(sns|connect|ses):/.test(action),
    );

  it('are reached by text message alone where the deployment has no more', () => {
    expect(held().map(({ action }) => action)).toEqual(['sns:Publish']);
  });

  it('are rung up through the one instance, mailed from the one address, by one function', () => {
    const [, call, mail, ...more] = held(given);
    expect(call).toMatchObject({
      action: 'connect:StartOutboundVoiceContact',
      resource: expect.stringContaining(':instance/instance-1/contact/*'),
    });
    expect(mail).toMatchObject({
      action: 'ses:SendEmail',
      resource: expect.stringContaining(':identity/hub.example.ge'),
    });
    expect(more).toEqual([]);
    const others = all.flatMap(({ name }) =>
      permissions(template, name).map((one) => ({ ...one, name })),
    );
    expect(
      others.filter(
        ({ action, name }) => name !== 'reach-duty' && /^(sns|connect|ses):/.test(action),
      ),
    ).toEqual([]);
  });

  it('need a voice whole or not at all', () => {
    expect(() => hubTemplate({ voiceInstance: 'instance-1' })).toThrow('voiceFlow');
  });
});

describe('permissions', () => {
  const vault = target(all.find(({ name }) => name === 'referrals')?.variables.VAULT_KEY_ID) ?? '';
  const table = tableOf(template, 'Data');
  const keys = tableOf(template, 'Vault');

  it.each([
    ['referrals', [...READ, ...CHANGE], SEAL],
    ['cases', [...READ, ...CHANGE], SEAL],
    ['protection', [...READ, ...CHANGE], SEAL],
    ['tasks', [...READ, ...CHANGE], SEAL],
    ['partners', [...READ, ...CHANGE], SEAL],
    ['endpoints', [...READ, ...CHANGE], SEAL],
    ['inbound', [...READ, ...CHANGE], SEAL],
    ['feed', [...READ, ...CHANGE], SEAL],
    ['directory', READ, []],
    ['relay-journal', [], []],
    ['route-referral', [...READ, ...CHANGE], SEAL],
    ['append-feed', [...READ, ...CHANGE], []],
    ['deliver-webhook', [...READ, ...CHANGE], OPEN],
    ['reach-duty', [...READ, ...CHANGE], OPEN],
    ['fire-clocks', [...READ, ...CHANGE], []],
    ['resources', [...READ, ...CHANGE], SEAL],
    ['project-calendar', ['dynamodb:GetItem', 'dynamodb:UpdateItem'], []],
  ])('%s does with table and vault what it needs, no more', (name, onTable, onVault) => {
    const held = permissions(template, name);
    const of = (service: string, id = '') =>
      [
        ...new Set(
          held
            .filter(
              (each) =>
                each.action.startsWith(service) &&
                each.resource.includes(`"${id}"`) &&
                !each.resource.includes('StreamArn'),
            )
            .map((each) => each.action),
        ),
      ].sort();
    expect(of('dynamodb:', table.id)).toEqual([...onTable].sort());
    expect(of('kms:', vault)).toEqual(onVault);
  });

  const LOOK = ['dynamodb:BatchGetItem'];
  const ADD = [...LOOK, 'dynamodb:PutItem'];
  it.each([
    ...['cases', 'protection', 'tasks', 'interviews', 'visits', 'reach-duty'].map(
      (name) => [name, LOOK] as const,
    ),
    ...['referrals', 'route-referral', 'endpoints', 'duty'].map((name) => [name, ADD] as const),
    ...['directory', 'append-feed', 'fire-clocks'].map((name) => [name, []] as const),
  ])('%s does with the wrapped data keys what it needs, no more', (name, wanted) => {
    const held = permissions(template, name).filter(
      ({ action, resource }) => action.startsWith('dynamodb:') && resource.includes(`"${keys.id}"`),
    );
    expect([...new Set(held.map(({ action }) => action))].sort()).toEqual(wanted);
  });

  it('count on the table’s key through DynamoDB only', () => {
    const { KMSMasterKeyId } = table.Properties.SSESpecification as { KMSMasterKeyId: unknown };
    const onKey = permissions(template, 'tasks').filter(({ resource }) =>
      resource.includes(target(KMSMasterKeyId) ?? '-'),
    );
    expect(onKey.map(({ action }) => action)).toContain('kms:Decrypt');
    expect(onKey.every(({ conditional }) => conditional)).toBe(true);
  });

  it.each([
    ['relay-journal', ['Calls', 'Feed', 'Invitations', 'Routing', 'Visits', 'RelayFailed']],
    ['append-feed', ['Delivery']],
    ['endpoints', ['Delivery']],
    [
      'fire-clocks',
      ['Calls', 'Delivery', 'Feed', 'Invitations', 'Routing', 'Visits', 'MissedMinutes'],
    ],
    ['referrals', []],
    ['route-referral', []],
    ['deliver-webhook', ['Delivery']],
    ['reach-duty', []],
    ['project-calendar', ['CalendarFailed']],
  ])('%s sends to %j', (name, queues) => {
    const sends = permissions(template, name).filter(({ action }) => action === 'sqs:SendMessage');
    expect(sends).toHaveLength(queues.length);
    for (const queue of queues)
      expect(sends.some(({ resource }) => resource.includes(queue))).toBe(true);
  });

  // A telephone has no ARN, and a head's name in the locked bucket is its size.
  it('have no wildcard but to list streams, to send to a telephone and to put a head', () => {
    const wild = all.flatMap(({ name }) =>
      permissions(template, name)
        .filter(({ action, resource }) => action.includes('*') || resource.includes('*'))
        .map(({ action }) => `${name} ${action}`),
    );
    expect(wild.toSorted()).toEqual([
      'project-calendar dynamodb:ListStreams',
      'reach-duty sns:Publish',
      'relay-journal dynamodb:ListStreams',
      'seal-journal dynamodb:ListStreams',
      'sign-heads s3:PutObject',
    ]);
  });
});
