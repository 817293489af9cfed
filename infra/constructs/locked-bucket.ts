import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Longer than any limitation period for what the journal may have to prove. */
const KEPT_YEARS = 15;

/**
 * What lies here can be neither changed nor removed until its time is over, by nobody: compliance
 * mode binds the account's root as well. It takes the journal's heads, which hold no personal data.
 */
export class LockedBucket extends Construct {
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(365 * KEPT_YEARS)),
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.bucket).acknowledge(
      {
        id: 'AwsSolutions-S1',
        reason: 'Only heads are written here, one a day, each journalled by the hub itself.',
      },
      {
        id: 'NIST.800.53.R5-S3BucketLoggingEnabled',
        reason: 'Only heads are written here, one a day, each journalled by the hub itself.',
      },
      {
        id: 'NIST.800.53.R5-S3BucketReplicationEnabled',
        reason: 'The witnesses hold the same heads in their feeds; data may not leave the region.',
      },
      {
        id: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
        reason:
          'A head is no secret: it is a size, a hash and a signature, known to all witnesses.',
      },
    );
  }

  get name(): string {
    return this.bucket.bucketName;
  }

  /** Adds heads; reads nothing, removes nothing. */
  grantAdd(writer: IFunction): void {
    const resourceArns = [this.bucket.arnForObjects('heads/*')];
    Grant.addToPrincipal({
      grantee: writer,
      actions: ['s3:PutObject'],
      resourceArns,
    }).assertSuccess();
    const cfn = this.bucket.node.defaultChild as CfnBucket;
    const id = Stack.of(this).resolve(cfn.logicalId);
    Validations.of(writer.role ?? writer).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${id}.Arn>/heads/*]`,
      reason:
        'A head gets its name when it is signed: the folder is the limit, and nothing is replaced.',
    });
  }
}
