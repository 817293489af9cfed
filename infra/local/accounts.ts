import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Somebody who was invited here, as a user pool keeps an account. */
const Account = z.object({
  username: z.string(),
  sub: z.string(),
  email: z.string(),
  enabled: z.boolean(),
});
const Secret = z.object({ id: z.string(), value: z.string(), createdAt: z.number() });
const Kept = z.object({
  accounts: z.array(Account),
  /** Of a system, where they are no longer the one of people.ts. */
  secrets: z.record(z.string(), z.array(Secret)),
  /** When all sign-ins of an account were ended: milliseconds since the epoch. */
  signedOutAt: z.record(z.string(), z.number()),
  /** How often the second factor of an account was set up anew. */
  factors: z.record(z.string(), z.number()),
});
export type Accounts = z.infer<typeof Kept>;

const NONE: Accounts = { accounts: [], secrets: {}, signedOutAt: {}, factors: {} };

/** What was changed of the local identity provider's accounts: by the gateway, read by the provider. */
export function localAccounts(dataDir: string) {
  const file = join(dataDir, 'accounts.json');
  const read = (): Accounts =>
    existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : NONE;
  return {
    read,
    /** One after the other, each whole: the provider never reads half of one. */
    change(make: (kept: Accounts) => Accounts): void {
      writeFileSync(`${file}.new`, JSON.stringify(make(read())), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}
export type LocalAccounts = ReturnType<typeof localAccounts>;
