import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { KeyService } from './vault/data-keys.ts';

/** AWS KMS as the vault's key service; the context binds every data key to the hub and its owner. */
export const kms = (client: KMSClient, keyId: string, table: string): KeyService => ({
  async generate(context) {
    const EncryptionContext = { table, ...context };
    const answer = await client.send(
      new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext }),
    );
    return { plain: given(answer.Plaintext), wrapped: given(answer.CiphertextBlob) };
  },
  async unwrap(wrapped, context) {
    const EncryptionContext = { table, ...context };
    const answer = await client.send(
      new DecryptCommand({ KeyId: keyId, CiphertextBlob: wrapped, EncryptionContext }),
    );
    return given(answer.Plaintext);
  },
});

/** What KMS always answers, though its types say perhaps. */
export function given(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new Error('the key service answered without a key');
  return bytes;
}
