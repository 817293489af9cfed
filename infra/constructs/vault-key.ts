import { RemovalPolicy } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * The key that wraps the data keys of the files. Apart from the table's key: who may read the
 * table may still not open what is sealed in it.
 */
export class VaultKey extends Construct {
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: "Ertad: wraps the data keys that seal the files' contents",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  get keyId(): string {
    return this.key.keyId;
  }

  /** Opens what is sealed. */
  grantOpen(reader: IGrantable): void {
    this.key.grant(reader, 'kms:Decrypt');
  }

  /** Opens what is sealed and seals anew. */
  grantSeal(writer: IGrantable): void {
    this.key.grant(writer, 'kms:Decrypt', 'kms:GenerateDataKey');
  }
}
