import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { KeyService } from './vault.ts';

/** AWS KMS as the vault's key service; the context binds every data key to the one table. */
export const kms = (client: KMSClient, keyId: string, table: string): KeyService => {
  const EncryptionContext = { table };
  return {
    async generate() {
      const answer = await client.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext }),
      );
      return { plain: given(answer.Plaintext), wrapped: given(answer.CiphertextBlob) };
    },
    async unwrap(wrapped) {
      const answer = await client.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: wrapped, EncryptionContext }),
      );
      return given(answer.Plaintext);
    },
  };
};

function given(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new Error('the key service answered without a key');
  return bytes;
}
