import { describe, expect, it } from 'vitest';
import { functions, hubTemplate, permissions, single, target } from './resources.ts';

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

describe('permissions', () => {
  const vault = target(all.find(({ name }) => name === 'referrals')?.variables.VAULT_KEY_ID) ?? '';
  const table = single(template, 'AWS::DynamoDB::Table');

  it.each([
    ['referrals', [...READ, ...CHANGE], SEAL],
    ['cases', [...READ, ...CHANGE], SEAL],
    ['tasks', [...READ, ...CHANGE], SEAL],
    ['partners', [...READ, ...CHANGE], SEAL],
    ['feed', [...READ, ...CHANGE], SEAL],
    ['directory', READ, []],
    ['relay-journal', [], []],
    ['route-referral', [...READ, ...CHANGE], SEAL],
    ['append-feed', [...READ, ...CHANGE], []],
    ['deliver-webhook', [...READ, ...CHANGE], OPEN],
    ['fire-clocks', [...READ, ...CHANGE], []],
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

  it('count on the table’s key through DynamoDB only', () => {
    const { KMSMasterKeyId } = table.Properties.SSESpecification as { KMSMasterKeyId: unknown };
    const onKey = permissions(template, 'tasks').filter(({ resource }) =>
      resource.includes(target(KMSMasterKeyId) ?? '-'),
    );
    expect(onKey.map(({ action }) => action)).toContain('kms:Decrypt');
    expect(onKey.every(({ conditional }) => conditional)).toBe(true);
  });

  it.each([
    ['relay-journal', ['Feed', 'Routing', 'RelayFailed']],
    ['append-feed', ['Delivery']],
    ['fire-clocks', ['Delivery', 'Feed', 'Routing', 'MissedMinutes']],
    ['referrals', []],
    ['route-referral', []],
    ['deliver-webhook', []],
  ])('%s sends to %j', (name, queues) => {
    const sends = permissions(template, name).filter(({ action }) => action === 'sqs:SendMessage');
    expect(sends).toHaveLength(queues.length);
    for (const queue of queues)
      expect(sends.some(({ resource }) => resource.includes(queue))).toBe(true);
  });

  it('have no wildcard but the one Lambda needs to list streams', () => {
    const wild = all.flatMap(({ name }) =>
      permissions(template, name)
        .filter(({ action, resource }) => action.includes('*') || resource.includes('*'))
        .map(({ action }) => `${name} ${action}`),
    );
    expect(wild).toEqual(['relay-journal dynamodb:ListStreams']);
  });
});
