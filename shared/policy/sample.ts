import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { hindrancesOf } from '../domain/hindrances.ts';
import { AgencyId } from '../domain/ids.ts';
import { Lang } from '../domain/labels.ts';
import type { Edition } from '../domain/policy/edition.ts';
import { checkSubmission } from '../domain/referral/check.ts';
import { ReferralSubmission } from '../domain/referral/submission.ts';
import { type Hindrance, Refusal } from '../domain/refusal.ts';
import type { Policy } from './editions.ts';
import type { Sample } from './explain-decision.ts';

/** Why there is nothing to explain, in one line. */
export class Unexplained extends Error {
  override readonly name = 'Unexplained';
}

interface Asked {
  readonly file: string;
  readonly from: string;
  readonly at?: string | undefined;
  readonly lang: string;
  readonly 'open-centre': readonly string[];
}

/** Reads a referral from a file and checks it as the hub would; what is wrong is named by pointer. */
export function readSample(asked: Asked, policy: Policy): Sample & { readonly edition: Edition } {
  const at = instant(asked.at);
  const edition = editionAt(at, asked, policy);
  const referrer = AgencyId.safeParse(asked.from);
  if (!referrer.success || !edition.agency(asked.from))
    throw new Unexplained(`--from ${asked.from}: the policy pack has no such agency`);
  const lang = Lang.safeParse(asked.lang);
  if (!lang.success) throw new Unexplained(`--lang ${asked.lang}: ${Lang.options.join(' or ')}`);
  const submission = read(asked.file);
  check(asked.file, submission, edition, at);
  return { submission, referrer: referrer.data, at, lang: lang.data, edition };
}

function instant(at: string | undefined): Temporal.Instant {
  if (at === undefined) return Temporal.Now.instant();
  try {
    return Temporal.Instant.from(at);
  } catch {
    throw new Unexplained(`--at ${at}: an instant looks like 2026-11-20T13:40:00Z`);
  }
}

function editionAt(at: Temporal.Instant, asked: Asked, policy: Policy): Edition {
  try {
    return policy.at(at, { openCentres: asked['open-centre'] });
  } catch (error) {
    throw new Unexplained(`--at ${asked.at}: ${(error as Error).message}`, { cause: error });
  }
}

function read(file: string): ReferralSubmission {
  const read = ReferralSubmission.safeParse(jsonOf(file), { reportInput: true });
  if (read.success) return read.data;
  throw new Unexplained(`${file} is no referral: ${named(hindrancesOf(read.error))}`);
}

/** Names the place in the file only: what stands there may be about a child. */
function jsonOf(file: string): unknown {
  const text = textOf(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const [where] = /at position .*|end of JSON input/.exec((error as Error).message) ?? [];
    throw new Unexplained(`${file} is not JSON${where ? ` (${where})` : ''}`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new Unexplained(`${file}: ${why}`, { cause: error });
  }
}

function check(
  file: string,
  submission: ReferralSubmission,
  edition: Edition,
  at: Temporal.Instant,
): void {
  try {
    checkSubmission(submission, edition, at);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, hindrances } = error;
    throw new Unexplained(`${file} would be refused: ${named(hindrances) || code}`);
  }
}

const named = (hindrances: readonly Hindrance[]): string =>
  hindrances.map(({ pointer, code }) => `${pointer || 'all of it'} ${code}`).join(', ');
