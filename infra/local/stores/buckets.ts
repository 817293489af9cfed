import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import * as z from 'zod';
import { type Answer, json, ServiceError } from './answers.ts';

const PutObject = z.object({
  Bucket: z.string().min(1),
  Key: z.string().min(1),
  Body: z.base64(),
  /** A bucket under Object Lock refuses what comes without. */
  ChecksumSHA256: z.string('Content-MD5 or an x-amz-checksum header is required'),
});

/**
 * Objects of S3 as files under `buckets/` of the data folder. As under Object Lock nothing is ever
 * replaced: another object of the same key becomes another version beside it.
 */
export function localBuckets(dataDir: string) {
  const root = resolve(dataDir, 'buckets');
  const write = async (path: string, body: Buffer, version: number): Promise<void> => {
    const file = version === 1 ? path : `${path}.v${version}`;
    try {
      await writeFile(file, body, { flag: 'wx', mode: 0o400 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await write(path, body, version + 1);
    }
  };
  return async (operation: string, input: unknown): Promise<Answer> => {
    const { data, error } = PutObject.safeParse(input);
    if (operation !== 'PutObject' || !data)
      throw new ServiceError('InvalidRequest', error ? z.prettifyError(error) : operation);
    const body = Buffer.from(data.Body, 'base64');
    const checksum = createHash('sha256').update(body).digest('base64');
    if (checksum !== data.ChecksumSHA256)
      throw new ServiceError('BadDigest', 'The checksum is not that of the body.');
    const path = resolve(join(root, data.Bucket, data.Key));
    if (!path.startsWith(`${root}${sep}`)) throw new ServiceError('InvalidRequest', 'Not a key');
    await mkdir(dirname(path), { recursive: true });
    await write(path, body, 1);
    return json({});
  };
}
