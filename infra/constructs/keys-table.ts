import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * For so many days a restored copy of the table still holds the key of an erased file: what is
 * promised to be gone is gone after them. Long enough to notice that the table itself was spoilt.
 */
const RECOVERY_DAYS = 7;

/** The wrapped data keys, apart from what they seal: no stream, no index, no copy elsewhere. */
export class KeysTable extends Construct {
  readonly table: Table;
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Ertad: the table of data keys at rest',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: RECOVERY_DAYS,
      },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.table).acknowledge({
      id: 'NIST.800.53.R5-DynamoDBInBackupPlan',
      reason:
        'A backup would keep the keys of erased files; the short point-in-time recovery is all.',
    });
  }

  /** Looks keys up one by one; nobody but the keeper can list them. */
  grantLook(reader: IGrantable): void {
    this.allow(reader, 'dynamodb:BatchGetItem');
    this.grantKey(reader, 'kms:Decrypt', 'kms:DescribeKey');
  }

  /** Adds the keys of new files and agencies. */
  grantAdd(writer: IGrantable): void {
    this.allow(writer, 'dynamodb:PutItem');
    this.grantKey(
      writer,
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    );
  }

  /** Wraps keys anew and destroys those whose time has come. */
  grantKeep(keeper: IGrantable): void {
    this.grantLook(keeper);
    this.allow(keeper, 'dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:UpdateItem');
    this.grantKey(
      keeper,
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    );
  }

  private allow(grantee: IGrantable, ...actions: string[]): void {
    Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: [this.table.tableArn],
    }).assertSuccess();
  }

  /** The caller's rights on the table's key count only when DynamoDB asks on the caller's behalf. */
  private grantKey(grantee: IGrantable, ...actions: string[]): void {
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
