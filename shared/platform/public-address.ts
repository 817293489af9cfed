import { BlockList, isIP } from 'node:net';

type Family = 'ipv4' | 'ipv6';

/** Everything that is not a public unicast address (IANA special-purpose registries, RFC 6890). */
const NOT_PUBLIC: readonly (readonly [net: string, prefix: number, family: Family])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  // Anycast services: reachable, and nobody's own (AS112, AMT, 6to4 relays).
  ['192.31.196.0', 24, 'ipv4'],
  ['192.52.193.0', 24, 'ipv4'],
  ['192.175.48.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // All of IPv6 but global unicast, so mapped, compatible and NAT64 addresses too; and inside it
  // what embeds (Teredo, 6to4), measures or documents other addresses.
  ['::', 3, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['2620:4f:8000::', 48, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

// One list for each family: a list takes an IPv4 address for its IPv6 form, which is in `::/3`.
const notPublic = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, prefix, family] of NOT_PUBLIC) notPublic[family].addSubnet(net, prefix, family);
const loopback = { ipv4: new BlockList(), ipv6: new BlockList() };
loopback.ipv4.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.ipv6.addAddress('::1', 'ipv6');

/** RFC 5214: any network may hold these, and the last 32 bits are an IPv4 address. */
const ISATAP = /^0{0,3}[02]00:0?5efe$|^0{1,4}:0?5efe$/;

const typeOf = (family: 4 | 6): Family => (family === 6 ? 'ipv6' : 'ipv4');

/** 4 or 6; nothing for what is no address, or is one only on one interface (`fe80::1%eth0`). */
export const familyOf = (address: string): 4 | 6 | undefined => {
  const family = address.includes('%') ? 0 : isIP(address);
  return family === 4 || family === 6 ? family : undefined;
};

/** Whether it is this machine itself. */
export function isLoopback(address: string): boolean {
  const family = familyOf(address);
  return family !== undefined && loopback[typeOf(family)].check(address, typeOf(family));
}

/** Whether it is a public unicast address. What cannot be read is not. */
export function isPublic(address: string): boolean {
  const family = familyOf(address);
  if (family === undefined || notPublic[typeOf(family)].check(address, typeOf(family)))
    return false;
  return family === 4 || !isIsatap(address);
}

function isIsatap(address: string): boolean {
  // As URL writes it: hexadecimal groups in lower case, the longest run of zeros as `::`.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return ISATAP.test([...left, ...zeros, ...right].slice(4, 6).join(':'));
}
