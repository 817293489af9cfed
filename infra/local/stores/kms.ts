import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Answer, json, ServiceError } from './answers.ts';
import { generations } from './kms-generations.ts';

const Context = z.record(z.string(), z.string()).default({});
type Context = z.infer<typeof Context>;
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
const ReEncrypt = z.object({
  CiphertextBlob: z.base64(),
  SourceKeyId: z.string().optional(),
  SourceEncryptionContext: Context,
  DestinationKeyId: z.string(),
  DestinationEncryptionContext: Context,
});
const RotateKeyOnDemand = z.object({ KeyId: z.string() });

/**
 * Blob: version (1 byte), length of the key's ARN (2 bytes), the ARN, its generation (2 bytes),
 * nonce (12), tag (16), AES-256-GCM ciphertext. All before the nonce, and the encryption context,
 * are authenticated.
 */
const VERSION = 2;
const NONCE = 12;
const TAG = 16;

/** Answers what the vault and its operators ask; `arnOf` gives the ARN of a key named in any way. */
export function localKms(dataDir: string, arnOf: (key: string) => string) {
  const master = masterKey(join(dataDir, 'kms-master-key'));
  const made = generations(join(dataDir, 'kms-generations.json'));
  const close = (arn: string, plaintext: Buffer, context: Context) =>
    base64(wrap({ master, arn, generation: made.current(arn) }, plaintext, context));
  const open = (ciphertext: string, key: string | undefined, context: Context) => {
    const arn = keyOfBlob(ciphertext);
    if (!arn) throw invalidCiphertext();
    if (key && arnOf(key) !== arn)
      throw new ServiceError('IncorrectKeyException', 'The key is not the one that encrypted.');
    return { arn, plaintext: unwrap(master, arn, Buffer.from(ciphertext, 'base64'), context) };
  };
  const operations: Readonly<Record<string, (input: unknown) => Answer>> = {
    GenerateDataKey: (input) => {
      const { KeyId, NumberOfBytes, EncryptionContext } = read(GenerateDataKey, input);
      const arn = arnOf(KeyId);
      const plaintext = randomBytes(NumberOfBytes);
      const CiphertextBlob = close(arn, plaintext, EncryptionContext);
      return json({ KeyId: arn, Plaintext: base64(plaintext), CiphertextBlob });
    },
    Decrypt: (input) => {
      const { CiphertextBlob, KeyId, EncryptionContext } = read(Decrypt, input);
      const { arn, plaintext } = open(CiphertextBlob, KeyId, EncryptionContext);
      const EncryptionAlgorithm = 'SYMMETRIC_DEFAULT';
      return json({ KeyId: arn, Plaintext: base64(plaintext), EncryptionAlgorithm });
    },
    ReEncrypt: (input) => {
      const asked = read(ReEncrypt, input);
      const source = open(asked.CiphertextBlob, asked.SourceKeyId, asked.SourceEncryptionContext);
      const KeyId = arnOf(asked.DestinationKeyId);
      const CiphertextBlob = close(KeyId, source.plaintext, asked.DestinationEncryptionContext);
      return json({ KeyId, SourceKeyId: source.arn, CiphertextBlob });
    },
    RotateKeyOnDemand: (input) => {
      const { KeyId } = read(RotateKeyOnDemand, input);
      made.rotate(arnOf(KeyId));
      return json({ KeyId });
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

interface Wrapping {
  readonly master: Buffer;
  readonly arn: string;
  readonly generation: number;
}

function wrap(by: Wrapping, plaintext: Buffer, context: Context) {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyFor(by), nonce);
  cipher.setAAD(authenticated(by, context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([header(by), nonce, cipher.getAuthTag(), sealed]);
}

function unwrap(master: Buffer, arn: string, blob: Buffer, context: Context) {
  try {
    const by = { master, arn, generation: generationOf(blob) };
    const rest = blob.subarray(header(by).length);
    const decipher = createDecipheriv('aes-256-gcm', keyFor(by), rest.subarray(0, NONCE));
    decipher.setAAD(authenticated(by, context));
    decipher.setAuthTag(rest.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(rest.subarray(NONCE + TAG)), decipher.final()]);
  } catch {
    throw invalidCiphertext();
  }
}

/** Which generation of its key closed a blob, as it says in clear. */
export const generationOf = (blob: Buffer): number => blob.readUInt16BE(3 + blob.readUInt16BE(1));

const keyFor = ({ master, arn, generation }: Wrapping) =>
  Buffer.from(hkdfSync('sha256', master, '', `${arn}#${generation}`, 32));

function header({ arn, generation }: Pick<Wrapping, 'arn' | 'generation'>): Buffer {
  const name = Buffer.from(arn);
  const lead = Buffer.from([VERSION, 0, 0]);
  lead.writeUInt16BE(name.length, 1);
  const made = Buffer.alloc(2);
  made.writeUInt16BE(generation);
  return Buffer.concat([lead, name, made]);
}

const authenticated = (by: Wrapping, context: Context) => {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat([header(by), Buffer.from(JSON.stringify(pairs))]);
};

function read<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new ServiceError('ValidationException', z.prettifyError(parsed.error));
  return parsed.data;
}

const invalidCiphertext = () =>
  new ServiceError('InvalidCiphertextException', 'The ciphertext or its context is not valid.');

const base64 = (bytes: Buffer) => bytes.toString('base64');
