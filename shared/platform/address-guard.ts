import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { Refusal } from '../domain/refusal.ts';

/** Everything that is not a public unicast address (IANA special-purpose registries, RFC 6890). */
const NOT_PUBLIC: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // All of IPv6 but global unicast, and inside it what embeds or documents other addresses.
  ['::', 3, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

// One list for each family: a list takes an IPv4 address for its IPv6 form, which is in `::/3`.
const notPublic = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, prefix, family] of NOT_PUBLIC) notPublic[family].addSubnet(net, prefix, family);
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

interface GuardOptions {
  /** On in the local hub only: loopback and plain http are then allowed. */
  readonly allowLoopback: boolean;
  readonly resolve?: (host: string) => Promise<readonly { address: string; family: number }[]>;
}

const refused = (code: string) => new Refusal('address-not-allowed', [{ pointer: '/url', code }]);

/**
 * Checks where a webhook may go and answers the one address to connect to. Every address a name
 * resolves to must be allowed; connect to the answer, not to the name, or it can change in between.
 */
export const addressGuard = ({ allowLoopback, resolve = everyAddress }: GuardOptions) => {
  const allowed = ({ address, family }: { address: string; family: number }): boolean => {
    const type = family === 6 ? 'ipv6' : 'ipv4';
    if (allowLoopback && loopback.check(address, type)) return true;
    return !notPublic[type].check(address, type);
  };

  return async (url: string): Promise<CheckedAddress> => {
    const { protocol, hostname, username, password } = new URL(url);
    if (username || password) throw refused('credentials-in-url');
    const plain = protocol === 'http:' && allowLoopback;
    if (protocol !== 'https:' && !plain) throw refused('not-https');
    const host = hostname.replace(/^\[|\]$/g, '');
    const literal = isIP(host);
    const found = literal
      ? [{ address: host, family: literal }]
      : await resolve(host).catch(() => {
          throw refused('unresolvable');
        });
    const [first] = found;
    if (!first || !found.every(allowed)) throw refused('not-public');
    if (plain && !loopback.check(first.address, first.family === 6 ? 'ipv6' : 'ipv4')) {
      throw refused('not-https');
    }
    return { address: first.address, family: first.family === 6 ? 6 : 4 };
  };
};
export type AddressGuard = ReturnType<typeof addressGuard>;

const everyAddress = (host: string) => lookup(host, { all: true, verbatim: true });
