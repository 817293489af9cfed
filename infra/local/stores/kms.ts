import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Answer, json, ServiceError } from './answers.ts';

const Context = z.record(z.string(), z.string()).default({});
const GenerateDataKey = z.object({
  KeyId: z.string(),
  KeySpec: z.literal('AES_256').optional(),
  NumberOfBytes: z.int().min(1).max(1024).default(32),
  EncryptionContext: Context,
});
const Decrypt = z.object({
  CiphertextBlob: z.base64(),
  KeyId: z.string().optional(),
  EncryptionContext: Context,
});

/**
 * Blob: version (1 byte), length of the key's ARN (2 bytes), the ARN, nonce (12), tag (16),
 * AES-256-GCM ciphertext. All before the nonce, and the encryption context, are authenticated.
 */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** Answers GenerateDataKey and Decrypt; `arnOf` gives the ARN of a key named in any way. */
export function localKms(dataDir: string, arnOf: (key: string) => string) {
  const master = masterKey(join(dataDir, 'kms-master-key'));
  const operations: Readonly<Record<string, (input: unknown) => Answer>> = {
    GenerateDataKey: (input) => {
      const { KeyId, NumberOfBytes, EncryptionContext } = read(GenerateDataKey, input);
      const arn = arnOf(KeyId);
      const plaintext = randomBytes(NumberOfBytes);
      const blob = wrap(master, arn, plaintext, EncryptionContext);
      return json({ KeyId: arn, Plaintext: base64(plaintext), CiphertextBlob: base64(blob) });
    },
    Decrypt: (input) => {
      const { CiphertextBlob, KeyId, EncryptionContext } = read(Decrypt, input);
      const arn = keyOfBlob(CiphertextBlob);
      if (!arn) throw invalidCiphertext();
      if (KeyId && arnOf(KeyId) !== arn)
        throw new ServiceError('IncorrectKeyException', 'The key is not the one that encrypted.');
      const plaintext = unwrap(
        master,
        arn,
        Buffer.from(CiphertextBlob, 'base64'),
        EncryptionContext,
      );
      return json({
        KeyId: arn,
        Plaintext: base64(plaintext),
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      });
    },
  };
  return (operation: string, input: unknown): Answer => {
    const answer = operations[operation];
    if (!answer) throw new ServiceError('UnsupportedOperationException', `No local ${operation}`);
    return answer(input);
  };
}

/** The ARN of the key that made a ciphertext, as it says in clear; nothing if it is not one. */
export function keyOfBlob(ciphertext: string): string | undefined {
  const blob = Buffer.from(ciphertext, 'base64');
  if (blob.length < 3 || blob[0] !== VERSION) return undefined;
  const arn = blob.subarray(3, 3 + blob.readUInt16BE(1)).toString();
  return arn.startsWith('arn:') ? arn : undefined;
}

/** One master key for the machine, readable by its owner alone. */
function masterKey(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, base64(randomBytes(32)), { mode: 0o600, flag: 'wx' });
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== 32) throw new Error(`${file} does not hold a 256 bit key`);
  return key;
}

function wrap(master: Buffer, arn: string, plaintext: Buffer, context: z.infer<typeof Context>) {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyFor(master, arn), nonce);
  cipher.setAAD(authenticated(arn, context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([header(arn), nonce, cipher.getAuthTag(), sealed]);
}

function unwrap(master: Buffer, arn: string, blob: Buffer, context: z.infer<typeof Context>) {
  const rest = blob.subarray(header(arn).length);
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(master, arn), rest.subarray(0, NONCE));
    decipher.setAAD(authenticated(arn, context));
    decipher.setAuthTag(rest.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(rest.subarray(NONCE + TAG)), decipher.final()]);
  } catch {
    throw invalidCiphertext();
  }
}

const keyFor = (master: Buffer, arn: string) =>
  Buffer.from(hkdfSync('sha256', master, '', arn, 32));

function header(arn: string): Buffer {
  const name = Buffer.from(arn);
  const lead = Buffer.from([VERSION, 0, 0]);
  lead.writeUInt16BE(name.length, 1);
  return Buffer.concat([lead, name]);
}

const authenticated = (arn: string, context: z.infer<typeof Context>) => {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat([header(arn), Buffer.from(JSON.stringify(pairs))]);
};

function read<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new ServiceError('ValidationException', z.prettifyError(parsed.error));
  return parsed.data;
}

const invalidCiphertext = () =>
  new ServiceError('InvalidCiphertextException', 'The ciphertext or its context is not valid.');

const base64 = (bytes: Buffer) => bytes.toString('base64');
