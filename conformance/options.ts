import { parseArgs } from 'node:util';
import { freshKey, type Key, keyOf, type Scheme } from './keys.ts';
import { PACE, type Target } from './receiver/bench.ts';
import { SENDER_PACE } from './sender/cases.ts';
import { runCommand } from './sender/command.ts';
import type { SenderTarget } from './sender/run.ts';
import type { Lang } from './verdict.ts';

/** What was asked for makes no sense: said in one sentence, and nothing is run. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

export interface Wanted {
  readonly lang: Lang;
  readonly out: string;
  readonly receiver?: Target;
  readonly sender?: SenderTarget;
  readonly options: readonly string[];
}
export type Order = Wanted | 'help' | 'version' | { readonly newKey: Scheme; readonly lang: Lang };

/** The kit does not wait longer than this for the end of an old key. */
const OLD_UNTIL_MOST_MS = 3_600_000;
const AGENCY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const options = {
  receiver: { type: 'string' },
  sender: { type: 'string' },
  secret: { type: 'string', multiple: true },
  'next-secret': { type: 'string', multiple: true },
  'old-until': { type: 'string' },
  taken: { type: 'string' },
  scheme: { type: 'string' },
  agency: { type: 'string', default: 'municipality-test' },
  'new-key': { type: 'string' },
  only: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  out: { type: 'string', default: '.' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parsed>;
const parsed = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the command line; secrets may stand in the environment instead, where `ps` shows none. */
export function orderOf(args: readonly string[], env: Environment): Order {
  const values = readArgs(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const lang = langOf(values.lang);
  const newKey = values['new-key'];
  if (newKey !== undefined) return { newKey: schemeOf(newKey), lang };
  if (!values.receiver && !values.sender) {
    throw new Misuse('give --receiver https://… or --sender "command", or --help');
  }
  const receiver = values.receiver ? targetOf(values.receiver, values, env) : undefined;
  const sender = values.sender ? senderOf(values.sender, values) : undefined;
  const widening = ['taken', 'next-secret', 'old-until'] as const;
  return {
    lang,
    out: values.out,
    ...(receiver && { receiver }),
    ...(sender && { sender }),
    options: widening.filter((name) => values[name] !== undefined).map((name) => `--${name}`),
  };
}

function readArgs(args: readonly string[]): Values {
  try {
    return parsed(args);
  } catch (error) {
    throw new Misuse((error as Error).message.split('\n')[0] ?? '');
  }
}

function targetOf(receiver: string, values: Values, env: Environment): Target {
  const keys = keysOf('--secret', values.secret ?? listed(env.ERTAD_CONFORMANCE_SECRET));
  const next = keysOf(
    '--next-secret',
    values['next-secret'] ?? listed(env.ERTAD_CONFORMANCE_NEXT_SECRET),
  );
  if (keys.length === 0) {
    throw new Misuse(
      '--receiver needs --secret whsec_… (or ERTAD_CONFORMANCE_SECRET); --new-key v1 makes one',
    );
  }
  const scheme = values.scheme && schemeOf(values.scheme);
  if (scheme && !keys.some((key) => key.scheme === scheme)) {
    throw new Misuse(
      `--scheme ${scheme} needs a --secret ${scheme === 'v1' ? 'whsec_…' : 'whsk_…'}`,
    );
  }
  const oldUntil = instantOf(values['old-until']);
  if (oldUntil !== undefined && next.length === 0) {
    throw new Misuse('--old-until needs --next-secret');
  }
  return {
    receiver: urlOf('--receiver', receiver),
    ...(values.taken && { taken: urlOf('--taken', values.taken) }),
    keys,
    next,
    ...(oldUntil !== undefined && { oldUntil }),
    only: listed(values.only),
    pace: PACE,
  };
}

function senderOf(command: string, values: Values): SenderTarget {
  if (!AGENCY.test(values.agency))
    throw new Misuse('--agency is an id like municipality-zestaponi');
  const key = keyOf(freshKey(schemeOf(values.scheme ?? 'v1')).kit);
  if (!key) throw new TypeError('a fresh key is a key');
  return {
    start: (env) => runCommand(command, env),
    agency: values.agency,
    key,
    pace: SENDER_PACE,
  };
}

const listed = (text: string | undefined): string[] => text?.split(/[\s,]+/).filter(Boolean) ?? [];

const keysOf = (option: string, texts: readonly string[]): Key[] =>
  texts.map((text) => {
    if (text.startsWith('whpk_')) {
      throw new Misuse(
        `${option}: a public key cannot sign. --new-key v1a makes a pair: give the receiver its whpk_…, the kit its whsk_…`,
      );
    }
    const key = keyOf(text);
    if (!key) {
      throw new Misuse(
        `${option}: not a key. whsec_ and base64 of 24 to 64 bytes, or whsk_ and base64 of 32`,
      );
    }
    return key;
  });

function urlOf(option: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Misuse(`${option} is not an http(s) address`);
  if (url.username || url.password)
    throw new Misuse(`${option}: no user and password in an address`);
  return url;
}

function instantOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  const wait = at - Date.now();
  if (Number.isNaN(at) || wait < 0 || wait > OLD_UNTIL_MOST_MS) {
    throw new Misuse('--old-until is an instant like 2026-11-24T10:05:00Z, within the next hour');
  }
  return at;
}

function schemeOf(text: string): Scheme {
  if (text !== 'v1' && text !== 'v1a') throw new Misuse('a scheme is v1 or v1a');
  return text;
}

function langOf(text: string): Lang {
  if (text !== 'ka' && text !== 'en') throw new Misuse('--lang is ka or en');
  return text;
}
