import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** What an agency's list shows. No sealed group is ever projected: a list carries no name. */
const LIST_FIELDS = [
  'id',
  'kind',
  'status',
  'urgency',
  'deadline',
  'subject',
  'version',
  'agency',
  'at',
  'submittedBy',
  'municipality',
  'role',
  'track',
  'referral',
  'case',
  'receivedAt',
  // Of an entry of the journal of access: who, as what and under which rule.
  'sub',
  'verb',
  'action',
  'rule',
  'groups',
  'child',
  'function',
  'ticket',
];

/** What the minute's look at everything due needs to act without a second read. */
const DUE_FIELDS = ['what', 'subject', 'name', 'consumer', 'event', 'dueAt', 'agency', 'version'];

const INDEXES = { gsi1: LIST_FIELDS, gsi2: DUE_FIELDS };

/** A transaction is allowed item by item, so these are what TransactWriteItems needs. */
const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];

/** The one table of the hub, its indexes, its stream and the key it lies under. */
export class HubTable extends Construct {
  readonly table: Table;
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Ertad: the table at rest',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = new Table(this, 'Table', {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAtEpoch',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.table).acknowledge({
      id: 'NIST.800.53.R5-DynamoDBInBackupPlan',
      reason:
        'Restored to any second of the last 35 days; a backup kept longer would outlive what the law has erased.',
    });
    for (const [indexName, nonKeyAttributes] of Object.entries(INDEXES))
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: string(`${indexName}pk`),
        sortKey: string(`${indexName}sk`),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes,
      });
  }

  get name(): string {
    return this.table.tableName;
  }

  /** Reads items and both indexes; no scan. */
  grantRead(reader: IGrantable): void {
    const indexes = Object.keys(INDEXES).map((name) => `${this.table.tableArn}/index/${name}`);
    this.allow(reader, READ, [this.table.tableArn, ...indexes]);
    this.grantKey(reader, ['kms:Decrypt', 'kms:DescribeKey']);
  }

  /** Reads, and changes items one by one or in a transaction; no batch write, which has no condition. */
  grantReadWrite(writer: IGrantable): void {
    this.grantRead(writer);
    this.allow(writer, WRITE, [this.table.tableArn]);
    this.grantKey(writer, [
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ]);
  }

  /** Reads and updates single items, for what is derived from others. */
  grantProject(projector: IGrantable): void {
    const actions = ['dynamodb:GetItem', 'dynamodb:UpdateItem'];
    this.allow(projector, actions, [this.table.tableArn]);
    this.grantKey(projector, [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
    ]);
  }

  /** Looks over the whole table; for the one function that watches over the journal. */
  grantSweep(reader: IGrantable): void {
    this.allow(reader, ['dynamodb:Scan'], [this.table.tableArn]);
  }

  private allow(grantee: IGrantable, actions: string[], resourceArns: string[]): void {
    Grant.addToPrincipal({ grantee, actions, resourceArns }).assertSuccess();
  }

  /** The caller's rights on the table's key count only when DynamoDB asks on the caller's behalf. */
  private grantKey(grantee: IGrantable, actions: string[]): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions,
        resources: [this.key.keyArn],
        conditions: {
          StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` },
        },
      }),
    );
  }
}

const string = (name: string) => ({ name, type: AttributeType.STRING });
