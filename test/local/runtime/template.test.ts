import { describe, expect, it } from 'vitest';
import { matcher } from '../../../infra/local/event-patterns.ts';
import { resolver } from '../../../infra/local/intrinsics.ts';
import { rate } from '../../../infra/local/schedules.ts';
import { readTemplate } from '../../../infra/local/template.ts';

const PLACE = {
  region: 'eu-central-1',
  account: '000000000000',
  stackName: 'Small',
  gatewayUrl: 'http://localhost:1',
};

describe('intrinsic functions', () => {
  const resolve = resolver(
    { ref: (id) => `ref-${id}`, attribute: (id, name) => `${id}/${name}` },
    { Yes: { 'Fn::Equals': ['a', 'a'] }, No: { 'Fn::Not': [{ Condition: 'Yes' }] } },
  );

  it.each([
    [{ Ref: 'Table' }, 'ref-Table'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue/Arn'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'Queue/Arn'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }, 'a-ref-B'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['.', 'x.y.z'] }] }, 'y'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation
    [{ 'Fn::Sub': 'a${B}c${D.Arn}${!E}' }, 'aref-BcD/Arn${E}'],
    [{ 'Fn::If': ['No', 1, { deep: [{ Ref: 'X' }] }] }, { deep: ['ref-X'] }],
  ])('resolves %j', (value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it('refuses one it does not know', () => {
    expect(() => resolve({ 'Fn::ImportValue': 'x' })).toThrow('Fn::ImportValue');
  });
});

describe('a template', () => {
  const read = (Resources: Parameters<typeof readTemplate>[0]['Resources']) =>
    readTemplate({ Resources }, PLACE);

  it('names what it creates', () => {
    const template = read({
      Orders: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } },
      Data: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'data' } },
    });
    expect(template.resolve({ Ref: 'Orders' })).toBe(
      'http://localhost:1/000000000000/Small-Orders.fifo',
    );
    expect(template.resolve({ 'Fn::GetAtt': ['Data', 'Arn'] })).toBe(
      'arn:aws:dynamodb:eu-central-1:000000000000:table/data',
    );
    expect(template.find('AWS::SQS::Queue', 'Small-Orders.fifo').logicalId).toBe('Orders');
  });

  it('refuses a resource type it has never heard of', () => {
    expect(() => read({ Search: { Type: 'AWS::OpenSearchService::Domain' } })).toThrow(
      'AWS::OpenSearchService::Domain',
    );
  });

  it('refuses a value that exists in the cloud only', () => {
    const template = read({ Firewall: { Type: 'AWS::WAFv2::WebACL' } });
    expect(() => template.resolve({ Ref: 'Firewall' })).toThrow('cloud only');
    expect(template.resolveLoosely({ Ref: 'Firewall' })).toContain('arn:aws:absent:');
  });
});

describe('an event filter', () => {
  const event = { name: 'INSERT', image: { sk: { S: 'EVENT#1' }, n: 5, tags: ['a', 'b'] } };

  it.each([
    [{ name: ['INSERT', 'MODIFY'] }, true],
    [{ name: ['REMOVE'] }, false],
    [{ image: { sk: { S: [{ prefix: 'EVENT#' }] } } }, true],
    [{ image: { sk: { S: [{ suffix: '#2' }] } } }, false],
    [{ image: { gone: [{ exists: false }] } }, true],
    [{ image: { gone: { S: [{ prefix: 'x' }] } } }, false],
    [{ name: [{ 'anything-but': ['REMOVE'] }] }, true],
    [{ image: { n: [{ numeric: ['>', 4, '<=', 5] }] } }, true],
    [{ image: { tags: ['b'] } }, true],
    [{ name: [{ 'equals-ignore-case': 'insert' }] }, true],
  ])('%j → %s', (pattern, expected) => {
    expect(matcher(pattern)(event)).toBe(expected);
  });

  it('refuses a rule it does not know', () => {
    expect(() => matcher({ name: [{ wildcard: '*' }] })).toThrow('wildcard');
  });
});

describe('a schedule', () => {
  it('is read in minutes, hours or days, and refused as a cron line', () => {
    expect(rate('rate(1 minute)')).toBe(60_000);
    expect(rate('rate(2 days)')).toBe(172_800_000);
    expect(() => rate('cron(0 8 * * ? *)')).toThrow('cron');
  });
});
