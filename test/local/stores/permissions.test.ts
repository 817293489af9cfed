import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../infra/local/stores/needs.ts';
import {
  allows,
  assertCheckable,
  type Statement,
} from '../../../infra/local/stores/permissions.ts';

const TABLE = 'arn:aws:dynamodb:eu-central-1:000000000000:table/hub';
const allow = (Action: string | string[], Resource: string | string[]): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const deny = (Action: string, Resource: string): Statement => ({
  Effect: 'Deny',
  Action,
  Resource,
});

describe('allows', () => {
  it.each<[string, Statement[], string, string, boolean]>([
    ['nothing without a statement', [], 'dynamodb:PutItem', TABLE, false],
    ['what is named', [allow('dynamodb:PutItem', TABLE)], 'dynamodb:PutItem', TABLE, true],
    ['no other action', [allow('dynamodb:PutItem', TABLE)], 'dynamodb:GetItem', TABLE, false],
    ['no other resource', [allow('dynamodb:*', TABLE)], 'dynamodb:GetItem', `${TABLE}2`, false],
    ['no index by its table', [allow('*', TABLE)], 'dynamodb:Query', `${TABLE}/index/a`, false],
    ['actions in any case', [allow('DynamoDB:putitem', '*')], 'dynamodb:PutItem', TABLE, true],
    ['resources in their case', [allow('*', TABLE.toUpperCase())], 'dynamodb:Scan', TABLE, false],
    ['a list', [allow(['a:B', 'c:D'], ['x', 'y'])], 'c:D', 'y', true],
    ['* across separators', [allow('*', `${TABLE}/index/*`)], 'a:B', `${TABLE}/index/a/b`, true],
    ['* as a suffix', [allow('kms:GenerateDataKey*', '*')], 'kms:GenerateDataKey', 'k', true],
    ['? for one character', [allow('a:?', '*')], 'a:BC', 'x', false],
    ['dots as dots', [allow('*', 'q.fifo')], 'sqs:SendMessage', 'q-fifo', false],
    ['nothing denied', [allow('*', '*'), deny('a:*', 'x')], 'a:B', 'x', false],
    ['what a deny leaves', [allow('*', '*'), deny('a:*', 'x')], 'a:B', 'y', true],
    [
      'all but NotAction',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      'a:B',
      'x',
      true,
    ],
    [
      'nothing of NotResource',
      [{ Effect: 'Allow', Action: '*', NotResource: 'arn:*' }],
      'a:B',
      'arn:x',
      false,
    ],
    [
      'no direct call where a service is meant',
      [
        {
          ...allow('kms:Decrypt', '*'),
          Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.eu-central-1.amazonaws.com' } },
        },
      ],
      'kms:Decrypt',
      'k',
      false,
    ],
  ])('lets through %s', (_, statements, action, resource, expected) => {
    expect(allows(statements, action, resource)).toBe(expected);
  });
});

describe('assertCheckable', () => {
  it.each<[string, Statement, RegExp]>([
    [
      'a condition',
      { ...allow('a:B', '*'), Condition: { StringEquals: { 'aws:x': 'y' } } },
      /submit.*condition/,
    ],
    ['no action', { Effect: 'Allow', Resource: '*' }, /names no action/],
    ['no resource', { Effect: 'Allow', Action: '*' }, /names no resource/],
    ['an unresolved ARN', allow('a:B', JSON.parse('[{"Ref":"Table"}]')), /intrinsic/],
  ])('refuses %s', (_, statement, message) => {
    expect(() => assertCheckable('submit', [statement])).toThrow(message);
  });

  it('takes an ordinary statement, and one for calls by services', () => {
    const Condition = { StringEquals: { 'kms:ViaService': 'dynamodb.eu-central-1.amazonaws.com' } };
    const statements = [allow('a:B', '*'), { ...allow('a:B', '*'), Condition }];
    expect(() => assertCheckable('submit', statements)).not.toThrow();
  });
});

describe('needsOf', () => {
  const needs = (service: string, operation: string, input: Record<string, unknown>) =>
    needsOf({ functionName: 'f', service, operation, input }, 'eu-central-1:000000000000').map(
      ({ action, resource }) => `${action} ${resource.replace(/^arn:aws:[^:]+:[^:]+:[^:]+:/, '')}`,
    );

  it.each<[string, string, Record<string, unknown>, string[]]>([
    ['dynamodb', 'GetItem', { TableName: 'hub' }, ['dynamodb:GetItem table/hub']],
    ['dynamodb', 'GetItem', { TableName: TABLE }, ['dynamodb:GetItem table/hub']],
    [
      'dynamodb',
      'Query',
      { TableName: 'hub', IndexName: 'gsi1' },
      ['dynamodb:Query table/hub/index/gsi1'],
    ],
    [
      'dynamodb',
      'BatchGetItem',
      { RequestItems: { hub: {}, keys: {} } },
      ['dynamodb:BatchGetItem table/hub', 'dynamodb:BatchGetItem table/keys'],
    ],
    [
      'dynamodb',
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'hub' } },
          { Put: { TableName: 'hub' } },
          { Update: { TableName: 'hub' } },
          { Delete: { TableName: 'keys' } },
          { ConditionCheck: { TableName: 'hub' } },
        ],
      },
      [
        'dynamodb:PutItem table/hub',
        'dynamodb:UpdateItem table/hub',
        'dynamodb:DeleteItem table/keys',
        'dynamodb:ConditionCheckItem table/hub',
      ],
    ],
    [
      'dynamodb',
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName: 'hub' } }] },
      ['dynamodb:GetItem table/hub'],
    ],
    ['dynamodb', 'ListTables', {}, ['dynamodb:ListTables *']],
    ['sqs', 'SendMessageBatch', { QueueUrl: 'http://h/0/q.fifo' }, ['sqs:SendMessage q.fifo']],
    ['kms', 'GenerateDataKey', { KeyId: 'abc' }, ['kms:GenerateDataKey key/abc']],
    ['ssm', 'GetParameter', { Name: '/ertad/x' }, ['ssm:GetParameter parameter/ertad/x']],
    ['ses', 'SendEmail', { FromEmailAddress: 'Hub <hub@e.ge>' }, ['ses:SendEmail identity/e.ge']],
    ['sns', 'Publish', { PhoneNumber: '+9955' }, ['sns:Publish *']],
    ['s3', 'GetObject', {}, ['s3:GetObject *']],
  ])('for %s %s %j asks for %j', (service, operation, input, expected) => {
    expect(needs(service, operation, input)).toEqual(expected);
  });
});
