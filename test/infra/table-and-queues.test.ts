import { describe, expect, it } from 'vitest';
import { alarmsOn, functions, hubTemplate, resources, tableOf, target } from './resources.ts';

const template = hubTemplate();
const all = functions(template);

describe('table', () => {
  const table = tableOf(template, 'Data');

  it('can be restored, streams new images and is not deleted by accident', () => {
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expiresAtEpoch', Enabled: true },
    });
  });

  it('lies under a key of its own that turns every year', () => {
    const { KMSMasterKeyId } = table.Properties.SSESpecification as { KMSMasterKeyId: unknown };
    const key = template.Resources[target(KMSMasterKeyId) ?? ''];
    expect(key).toMatchObject({
      Type: 'AWS::KMS::Key',
      DeletionPolicy: 'Retain',
      Properties: { EnableKeyRotation: true },
    });
    const vault = all.map(({ variables }) => variables.VAULT_KEY_ID).find(Boolean);
    expect(target(KMSMasterKeyId)).not.toBe(target(vault));
  });

  it.each([
    ['gsi1', ['id', 'kind', 'status', 'urgency', 'deadline', 'submittedBy', 'receivedAt']],
    ['gsi2', ['what', 'subject', 'name', 'consumer', 'event', 'dueAt', 'agency', 'version']],
  ])('shows in %s keys and list fields only', (name, fields) => {
    const index = (table.Properties.GlobalSecondaryIndexes as { IndexName: string }[]).find(
      ({ IndexName }) => IndexName === name,
    );
    expect(index).toMatchObject({
      KeySchema: [{ AttributeName: `${name}pk` }, { AttributeName: `${name}sk` }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: expect.arrayContaining(fields) },
    });
  });
});

describe('the table of data keys', () => {
  const table = tableOf(template, 'Vault');

  it('can be restored for a week, and nothing leaves it by itself', () => {
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(table.Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: 7,
      },
    });
    for (const way of [
      'StreamSpecification',
      'GlobalSecondaryIndexes',
      'Replicas',
      'KinesisStreamSpecification',
    ])
      expect(table.Properties).not.toHaveProperty(way);
  });

  it('lies under a key of its own, which is not the one that wraps', () => {
    const keyOf = ({ SSESpecification }: typeof table.Properties) =>
      target((SSESpecification as { KMSMasterKeyId: unknown }).KMSMasterKeyId);
    const vault = all.map(({ variables }) => variables.VAULT_KEY_ID).find(Boolean);
    const three = [
      keyOf(table.Properties),
      keyOf(tableOf(template, 'Data').Properties),
      target(vault),
    ];
    expect(new Set(three).size).toBe(3);
  });
});

describe('queues', () => {
  const queues = resources(template, 'AWS::SQS::Queue');
  const redrive = (properties: Readonly<Record<string, unknown>>) =>
    properties.RedrivePolicy as { deadLetterTargetArn: unknown } | undefined;
  const working = queues.filter(({ Properties }) => redrive(Properties));
  const last = queues.filter(({ Properties }) => !redrive(Properties));

  it('are six that work, each with dead letters, and six for what has no queue', () => {
    const dead = working.map(({ Properties }) => target(redrive(Properties)?.deadLetterTargetArn));
    expect(new Set(dead).size).toBe(6);
    expect(last.map(({ id }) => id)).toEqual(expect.arrayContaining(dead));
    expect(last).toHaveLength(12);
  });

  it.each(working.map((each) => [each.id, each] as const))(
    '%s has an age alarm and hides messages six times its consumer’s timeout',
    (id, { Properties }) => {
      expect(alarmsOn(template, 'ApproximateAgeOfOldestMessage', 'QueueName', id)).toHaveLength(1);
      const mapping = resources(template, 'AWS::Lambda::EventSourceMapping').find(
        (each) => target(each.Properties.EventSourceArn) === id,
      );
      expect(mapping?.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      const consumer = all.find((each) => each.id === target(mapping?.Properties.FunctionName));
      expect(Properties.VisibilityTimeout).toBe(6 * Number(consumer?.Properties.Timeout));
    },
  );

  it.each(last.map((each) => [each.id] as const))(
    '%s calls a person when something is in it',
    (id) => {
      expect(
        alarmsOn(template, 'ApproximateNumberOfMessagesVisible', 'QueueName', id),
      ).toMatchObject([{ Threshold: 1, AlarmDescription: expect.stringContaining('Impact: ') }]);
    },
  );

  it.each(queues.map((each) => [each.id, each] as const))(
    '%s is encrypted and refuses plain http',
    (id, { Properties }) => {
      expect(Properties.SqsManagedSseEnabled).toBe(true);
      const policy = resources(template, 'AWS::SQS::QueuePolicy').find((each) =>
        (each.Properties.Queues as unknown[]).some((queue) => target(queue) === id),
      );
      expect(JSON.stringify(policy?.Properties)).toContain('"aws:SecureTransport":"false"');
    },
  );

  it('keep feed entries in order without guessing what is the same', () => {
    const fifo = working.filter(({ Properties }) => Properties.FifoQueue === true);
    expect(fifo).toHaveLength(1);
    expect(fifo[0]?.Properties.ContentBasedDeduplication).toBeUndefined();
    expect(all.find(({ name }) => name === 'relay-journal')?.variables.FEED_QUEUE_URL).toEqual({
      Ref: fifo[0]?.id,
    });
  });
});

/** Records of items whose sort key begins like this. */
function of(prefix: string) {
  return { Keys: { sk: { S: [{ prefix }] } } };
}

describe.each([
  ['relay-journal', { eventName: ['INSERT'], dynamodb: of('EVENT#') }],
  ['project-calendar', { dynamodb: of('DAY#') }],
] as const)('%s', (name, pattern) => {
  it('hears of its own changes only, tries a bounded time and keeps what failed', () => {
    const { id } = all.find((each) => each.name === name) ?? {};
    const mapping = resources(template, 'AWS::Lambda::EventSourceMapping').find(
      ({ Properties }) => target(Properties.FunctionName) === id,
    );
    expect(mapping?.Properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: expect.anything() },
    });
    const filters = mapping?.Properties.FilterCriteria as
      | { Filters: { Pattern: string }[] }
      | undefined;
    expect(filters?.Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([pattern]);
  });
});
