import { type KMSClient, ReEncryptCommand } from '@aws-sdk/client-kms';
import { given } from '../kms.ts';
import type { KeyContext } from './data-keys.ts';

/** Wraps a data key anew under what the key is made of by now; the data key never leaves KMS. */
export const rewrapping =
  (client: KMSClient, keyId: string, table: string) =>
  async (wrapped: Uint8Array, context: KeyContext): Promise<Uint8Array> => {
    const bound = { table, ...context };
    const answer = await client.send(
      new ReEncryptCommand({
        CiphertextBlob: wrapped,
        SourceKeyId: keyId,
        SourceEncryptionContext: bound,
        DestinationKeyId: keyId,
        DestinationEncryptionContext: bound,
      }),
    );
    return given(answer.CiphertextBlob);
  };
export type Rewrap = ReturnType<typeof rewrapping>;
