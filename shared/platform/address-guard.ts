import { lookup, Resolver } from 'node:dns/promises';
import { Refusal } from '../domain/refusal.ts';
import { type AddressFault, addressWords } from '../domain/webhook/address-words.ts';
import { familyOf, isLoopback, isPublic } from './public-address.ts';

export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

type Resolve = (host: string) => Promise<readonly { readonly address: string }[]>;

interface GuardOptions {
  /** On in the local hub only: loopback, on any port and in plain http, is then allowed. */
  readonly allowLoopback: boolean;
  readonly resolve?: Resolve;
  readonly resolveMs?: number;
}

/** Where a service of an agency listens; not where mail, databases or consoles do. */
const PORTS = new Set(['', '443', '8443', '9443']);
const URL_MOST = 2_048;
const HOST_MOST = 253;
/** Longest wait for a name. */
const RESOLVE_MS = 5_000;

/** Nothing that two readers could understand differently: spaces, controls, backslashes, no host. */
const WRITTEN = /^[a-z][a-z0-9+.-]*:\/\/[^\s\\\p{C}/?#]+(?:[/?#][^\s\\\p{C}]*)?$/iu;
const AUTHORITY = /^[^:]+:\/\/([^/?#]*)/;
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Never on the public internet: RFC 6761, 6762, 7686, 8375, 9476, ICANN 2024, and by custom. */
const INSIDE =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|invalid|onion|alt|arpa)$/;
const LOCALHOST = /(?:^|\.)localhost$/;

const refused = (code: AddressFault) =>
  new Refusal('address-not-allowed', [{ pointer: '/url', code, says: addressWords[code] }]);

/**
 * Checks where the hub may connect, and answers the one address to connect to. Every address a name
 * leads to must be allowed; connect to the answer, not to the name, which can lead elsewhere a moment
 * later. Ask again before each attempt.
 */
export const addressGuard = ({
  allowLoopback,
  resolve = everyAddress,
  resolveMs = RESOLVE_MS,
}: GuardOptions) => {
  const own = (address: string) => allowLoopback && isLoopback(address);

  return async (text: string): Promise<CheckedAddress> => {
    const { protocol, hostname, port } = read(text);
    const plain = protocol === 'http:' && allowLoopback;
    if (protocol !== 'https:' && !plain) throw refused('not-https');
    const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const found = familyOf(host) ? [host] : await namesTo(host);
    const [first] = found;
    const family = familyOf(first ?? '');
    if (!first || !family || !found.every((each) => own(each) || isPublic(each))) {
      throw refused('not-public');
    }
    if (plain && !found.every(own)) throw refused('not-https');
    if (!found.every(own) && !PORTS.has(port)) throw refused('port-not-allowed');
    return { address: first, family };
  };

  async function namesTo(host: string): Promise<string[]> {
    const ours = allowLoopback && LOCALHOST.test(host);
    if (!ours && (host.length > HOST_MOST || !NAME.test(host) || INSIDE.test(host))) {
      throw refused('name-not-public');
    }
    const found = await within(resolveMs, resolve(host)).catch(() => {
      throw refused('unresolvable');
    });
    return found.map(({ address }) => address);
  }
};
export type AddressGuard = ReturnType<typeof addressGuard>;

/** The URL as everybody reads it, or why it is none. */
function read(text: string): URL {
  if (!/^https?:/i.test(text)) throw refused('not-https');
  if (text.length > URL_MOST || !WRITTEN.test(text) || !URL.canParse(text)) {
    throw refused('malformed');
  }
  // In the text: an empty name and password are gone once it is parsed.
  if (AUTHORITY.exec(text)?.[1]?.includes('@')) throw refused('credentials-in-url');
  if (text.includes('#')) throw refused('fragment-in-url');
  return new URL(text);
}

async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, milliseconds, new Error('the name was not resolved in time'));
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/**
 * Asks the name servers themselves: the system's own look-up holds one of four threads while it
 * waits, and completes names with the domains of the network it stands in. IPv4 first: Lambda has no
 * way out over IPv6.
 */
async function everyAddress(host: string): Promise<{ address: string }[]> {
  if (LOCALHOST.test(host)) return lookup(host, { all: true });
  const resolver = new Resolver({ timeout: RESOLVE_MS / 2, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = answers.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  if (found.length === 0) throw new Error('no address');
  return found.map((address) => ({ address }));
}
