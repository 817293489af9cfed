import type { Call } from './faults.ts';
import { keyOfBlob } from './kms.ts';

/** One permission that a call needs. */
export interface Need {
  /** As IAM writes it: `dynamodb:PutItem`. */
  readonly action: string;
  readonly resource: string;
}

type Input = Readonly<Record<string, unknown>>;
type Reading = (operation: string, input: Input, place: string) => Need[];

/**
 * What IAM asks for before it lets a call through. `place` is region and account as they stand in
 * an ARN: `eu-central-1:000000000000`. An operation not known here needs `*`, which a
 * narrow role does not have.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function needsOf({ service, operation, input }: Call, place: string): Need[] {
  const reading = READINGS[service];
  const needs = reading?.(operation, input, place) ?? [];
  if (needs.length === 0) return [{ action: `${service}:${operation}`, resource: '*' }];
  return [...new Map(needs.map((need) => [`${need.action} ${need.resource}`, need])).values()];
}

const READINGS: Readonly<Record<string, Reading>> = {
  dynamodb: (operation, input, place) => {
    if (operation === 'TransactWriteItems') return transactionNeeds(input, place);
    if (operation === 'TransactGetItems')
      return objects(input.TransactItems).flatMap((item) => tableNeed('GetItem', item.Get, place));
    if (operation === 'BatchGetItem' || operation === 'BatchWriteItem')
      return Object.keys(object(input.RequestItems)).flatMap((name) =>
        tableNeed(operation, { TableName: name }, place),
      );
    return tableNeed(operation, input, place);
  },
  sqs: (operation, input, place) => {
    const name = text(input.QueueUrl)?.split('/').at(-1) ?? text(input.QueueName);
    const action = `sqs:${operation.replace(/Batch$/, '')}`;
    return name ? [{ action, resource: `arn:aws:sqs:${place}:${name}` }] : [];
  },
  kms: (operation, input, place) => {
    const key = text(input.KeyId) ?? keyOfBlob(text(input.CiphertextBlob) ?? '');
    // Wrapping anew is allowed apart for the key it comes from and the one it goes to.
    if (operation === 'ReEncrypt') {
      const [from, to] = [text(input.SourceKeyId) ?? key, text(input.DestinationKeyId)];
      if (!from || !to) return [];
      return [
        { action: 'kms:ReEncryptFrom', resource: keyArn(from, place) },
        { action: 'kms:ReEncryptTo', resource: keyArn(to, place) },
      ];
    }
    return key ? [{ action: `kms:${operation}`, resource: keyArn(key, place) }] : [];
  },
  ssm: (operation, input, place) => {
    const name = text(input.Name);
    return name ? [{ action: `ssm:${operation}`, resource: parameterArn(name, place) }] : [];
  },
  ses: (operation, input, place) => {
    const domain = text(input.FromEmailAddress)?.split('@').at(-1)?.replace(/>$/, '');
    const resource = `arn:aws:ses:${place}:identity/${domain}`;
    return domain ? [{ action: `ses:${operation}`, resource }] : [];
  },
  s3: (operation, input) => {
    const [bucket, key] = [text(input.Bucket), text(input.Key)];
    const resource = `arn:aws:s3:::${bucket}/${key}`;
    return bucket && key ? [{ action: `s3:${operation}`, resource }] : [];
  },
  'cognito-idp': (operation, input, place) => {
    const pool = text(input.UserPoolId);
    const resource = `arn:aws:cognito-idp:${place}:userpool/${pool}`;
    return pool ? [{ action: `cognito-idp:${operation}`, resource }] : [];
  },
  // The contact gets its id when the call is made.
  connect: (operation, input, place) => {
    const instance = text(input.InstanceId);
    const resource = `arn:aws:connect:${place}:instance/${instance}/contact/new`;
    return instance ? [{ action: `connect:${operation}`, resource }] : [];
  },
  // A message to a phone number has no ARN: IAM compares with `*`.
  sns: (operation, input) => {
    const topic = text(input.TopicArn);
    return topic ? [{ action: `sns:${operation}`, resource: topic }] : [];
  },
};

const WRITES = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const transactionNeeds = (input: Input, place: string) =>
  objects(input.TransactItems).flatMap((item) =>
    Object.entries(WRITES).flatMap(([kind, operation]) => tableNeed(operation, item[kind], place)),
  );

/** A read of an index needs the index, not the table. */
function tableNeed(operation: string, part: unknown, place: string): Need[] {
  const { TableName, IndexName } = object(part);
  const name = text(TableName);
  if (!name) return [];
  const table = name.startsWith('arn:') ? name : `arn:aws:dynamodb:${place}:table/${name}`;
  const index = text(IndexName);
  return [{ action: `dynamodb:${operation}`, resource: index ? `${table}/index/${index}` : table }];
}

/** The ARN of a key given by its id, alias or ARN. */
export const keyArn = (key: string, place: string) => {
  if (key.startsWith('arn:')) return key;
  return `arn:aws:kms:${place}:${key.startsWith('alias/') ? key : `key/${key}`}`;
};

/** `/ertad/x` and `x` are `parameter/ertad/x` and `parameter/x`. */
export const parameterArn = (name: string, place: string) =>
  name.startsWith('arn:') ? name : `arn:aws:ssm:${place}:parameter/${name.replace(/^\//, '')}`;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const object = (value: unknown): Input =>
  typeof value === 'object' && value !== null ? (value as Input) : {};

const objects = (value: unknown) => (Array.isArray(value) ? value.map(object) : []);
