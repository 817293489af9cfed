import { describe, expect, it } from 'vitest';
import { addressGuard } from '../../shared/platform/address-guard.ts';

const PUBLIC = { address: '93.184.215.14', family: 4 };
const PUBLIC6 = { address: '2a00:1450:4001:80e::200e', family: 6 };
const resolving = (...found: { address: string; family: number }[]) =>
  addressGuard({ allowLoopback: false, resolve: async () => found });
const deployed = resolving(PUBLIC);
const local = addressGuard({ allowLoopback: true, resolve: async () => [PUBLIC] });

const refused = (guard: typeof deployed, url: string, code: string) =>
  expect(guard(url)).rejects.toMatchObject({
    code: 'address-not-allowed',
    hindrances: [{ pointer: '/url', code }],
  });

describe('a webhook address', () => {
  it.each([
    ['https://example.ge/hook', PUBLIC],
    ['https://example.ge:8443/hook?x=1', PUBLIC],
    ['https://93.184.215.14/', PUBLIC],
    ['https://[2a00:1450:4001:80e::200e]/', PUBLIC6],
    ['https://მაგალითი.გე/', PUBLIC],
  ])('may be %s, and is answered as the one address to connect to', async (url, address) => {
    expect(await deployed(url)).toEqual(address);
  });

  it.each([
    'http://example.ge/',
    'ftp://example.ge/',
    'file:///etc/passwd',
    'ws://example.ge/',
    'javascript:alert(1)',
  ])('may not be %s: only https', async (url) => {
    await refused(deployed, url, 'not-https');
  });

  it.each(['https://a@example.ge/', 'https://a:b@example.ge/', 'https://:b@example.ge/'])(
    'may not carry credentials: %s',
    async (url) => {
      await refused(deployed, url, 'credentials-in-url');
    },
  );
});

describe('an address that is not public', () => {
  it.each([
    // One address in many spellings.
    '127.0.0.1',
    '127.1',
    '127.0.0.1.',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '１２７.０.０.１',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:7f00:1::]',
    // Ranges, by their first and last address.
    '0.0.0.0',
    '0.255.255.255',
    '10.0.0.0',
    '10.255.255.255',
    '100.64.0.0',
    '100.127.255.255',
    '127.255.255.255',
    '169.254.0.1',
    '169.254.169.254',
    '172.16.0.0',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.0.0',
    '192.168.255.255',
    '198.18.0.0',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.7',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::ffff:10.0.0.1]',
    '[::ffff:93.184.215.14]',
    '[100::1]',
    '[2001::1]',
    '[2001:db8::1]',
    '[2002:a00:1::]',
    '[3fff::1]',
    '[5f00::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[febf::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]',
  ])('is refused: %s, on any port', async (host) => {
    await refused(deployed, `https://${host}/`, 'not-public');
    await refused(deployed, `https://${host}:8443/`, 'not-public');
  });

  it.each([
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '[2003::1]',
    '[2606:4700::1111]',
    '[2a02::1]',
  ])('is not %s, which lies just beside', async (host) => {
    await expect(deployed(`https://${host}/`)).resolves.toMatchObject({
      address: host.replace(/[[\]]/g, ''),
    });
  });

  it('behind a name is refused, also as one of several', async () => {
    const inside = { address: '10.0.0.5', family: 4 };
    await refused(resolving(inside), 'https://example.ge/', 'not-public');
    await refused(resolving(PUBLIC, inside), 'https://example.ge/', 'not-public');
    await refused(
      resolving(PUBLIC6, { address: '::ffff:10.0.0.5', family: 6 }),
      'https://example.ge/',
      'not-public',
    );
  });

  it('is what a name without any address leads to', async () => {
    await refused(resolving(), 'https://example.ge/', 'not-public');
  });
});

describe('a name nobody can resolve', () => {
  it('is refused without a word of the resolver', async () => {
    const guard = addressGuard({
      allowLoopback: false,
      resolve: () => Promise.reject(new Error('ENOTFOUND secret.internal')),
    });
    await refused(guard, 'https://secret.internal/', 'unresolvable');
  });
});

describe('the local hub', () => {
  it.each([
    'http://127.0.0.1:5000/',
    'https://127.0.0.1/',
    'http://[::1]:5000/',
    'http://2130706433:5000/',
  ])('may also send to %s', async (url) => {
    await expect(local(url)).resolves.toBeDefined();
  });

  it.each([
    ['http://example.ge/', 'not-https'],
    ['http://93.184.215.14/', 'not-https'],
    ['http://10.0.0.1/', 'not-public'],
    ['https://169.254.169.254/', 'not-public'],
    ['http://a:b@127.0.0.1/', 'credentials-in-url'],
  ])('may not send to %s', async (url, code) => {
    await refused(local, url, code);
  });
});
