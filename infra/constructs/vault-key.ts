import { RemovalPolicy } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { KeysTable } from './keys-table.ts';

/**
 * The data keys of the files and the key that wraps them. Apart from the hub's table and its key:
 * who may read that table may still not open what is sealed in it.
 */
export class VaultKey extends Construct {
  readonly keys: KeysTable;
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: "Ertad: wraps the data keys that seal the files' contents",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.keys = new KeysTable(this, 'Keys');
  }

  get keyId(): string {
    return this.key.keyId;
  }

  /** What a function needs to find both. */
  get environment() {
    return { VAULT_KEY_ID: this.keyId, KEYS_TABLE_NAME: this.keys.table.tableName };
  }

  /** Opens what is sealed, and seals into files that are open. */
  grantOpen(reader: IGrantable): void {
    this.key.grant(reader, 'kms:Decrypt');
    this.keys.grantLook(reader);
  }

  /** The same, and makes secrets that the functions share. */
  grantSeal(writer: IGrantable): void {
    this.key.grant(writer, 'kms:Decrypt', 'kms:GenerateDataKey');
    this.keys.grantLook(writer);
  }

  /** Makes and reads the secrets that functions share, and looks at no key of a file. */
  grantSecrets(writer: IGrantable): void {
    this.key.grant(writer, 'kms:Decrypt', 'kms:GenerateDataKey');
  }

  /** Makes the keys of new files, or of agencies for what belongs to no file. */
  grantNewKeys(writer: IGrantable): void {
    this.grantSeal(writer);
    this.keys.grantAdd(writer);
  }

  /** Wraps data keys anew and destroys those whose time has come; opens nothing. */
  grantKeep(keeper: IGrantable): void {
    this.key.grant(keeper, 'kms:ReEncryptFrom', 'kms:ReEncryptTo');
    this.keys.grantKeep(keeper);
  }
}
