import { describe, expect, it } from 'vitest';
import { addressGuard } from '../../shared/platform/address-guard.ts';

const PUBLIC = { address: '93.184.215.14', family: 4 };
const PUBLIC6 = { address: '2a00:1450:4001:80e::200e', family: 6 };
const resolving = (...found: { address: string; family: number }[]) =>
  addressGuard({ allowLoopback: false, resolve: async () => found });
const deployed = resolving(PUBLIC);
const LOOPBACK = { address: '127.0.0.1', family: 4 };
const local = addressGuard({
  allowLoopback: true,
  resolve: async (host) => [host.endsWith('localhost') ? LOOPBACK : PUBLIC],
});

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

  it.each([
    'https://a@example.ge/',
    'https://a:b@example.ge/',
    'https://:b@example.ge/',
    'https://@example.ge/',
    'https://example.ge@10.0.0.1/',
    'https://example.ge:443@127.0.0.1/',
  ])('may not carry credentials: %s', async (url) => {
    await refused(deployed, url, 'credentials-in-url');
  });

  it.each([
    'https://example.ge/#',
    'https://example.ge/hook#part',
    'https://example.ge#@10.0.0.1/',
  ])('may not carry a fragment: %s', async (url) => {
    await refused(deployed, url, 'fragment-in-url');
  });

  it.each([
    'https://',
    'https:///127.0.0.1/',
    'https:example.ge',
    'https:\\\\example.ge\\',
    'https://example.ge\\@10.0.0.1/',
    'https://exam\tple.ge/',
    'https://exam\nple.ge/',
    'https://example.ge/a b',
    'https://example.ge/\u0000',
    'https://exam\u00adple.ge/',
    'https://example.ge/\u202e',
    'https://[fe80::1%25eth0]/',
    'https://[::1/',
    'https://256.1.1.1/',
    'https://example.1/',
    'https://example.ge:65536/',
    'https://example.ge:port/',
    `https://example.ge/${'a'.repeat(2_048)}`,
  ])('may not be anything two readers read differently: %j', async (url) => {
    await refused(deployed, url, 'malformed');
  });

  it.each(['', ':443', ':00443', ':8443', ':9443'])('may have the port "%s"', async (port) => {
    expect(await deployed(`https://example.ge${port}/`)).toEqual(PUBLIC);
  });

  it.each([0, 1, 22, 25, 53, 80, 444, 3306, 5432, 6379, 8080, 9200, 11211, 65535])(
    'may not have the port %i, whether by name or by number',
    async (port) => {
      await refused(deployed, `https://example.ge:${port}/`, 'port-not-allowed');
      await refused(deployed, `https://93.184.215.14:${port}/`, 'port-not-allowed');
      await refused(local, `https://example.ge:${port}/`, 'port-not-allowed');
    },
  );

  it('is refused in words of both languages', async () => {
    const asked = deployed('https://localhost/').catch((error: unknown) => error);
    expect(await asked).toMatchObject({
      hindrances: [{ says: { label: { ka: /./, en: /./ }, instead: { ka: /./, en: /./ } } }],
    });
  });
});

describe('a name that is good inside a network only', () => {
  it.each([
    'localhost',
    'localhost.',
    'LOCALHOST',
    'ⓛocalhost',
    'anything.localhost',
    'intranet',
    'printer.local',
    'db.internal',
    'metadata.google.internal',
    'ip-10-0-0-1.eu-central-1.compute.internal',
    'router.home.arpa',
    '1.0.0.127.in-addr.arpa',
    'server.lan',
    'host.corp',
    'wpad.home',
    'a.test',
    'a.invalid',
    'a.onion',
    'a.alt',
    'a..example.ge',
    '.example.ge',
    '*.example.ge',
    `${'a'.repeat(64)}.example.ge`,
    `${'a.'.repeat(130)}example.ge`,
    '-a.example.ge',
  ])('is refused without asking anybody for it: %s', async (host) => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [PUBLIC];
    };
    const guard = addressGuard({ allowLoopback: false, resolve });
    await refused(guard, `https://${host}/`, 'name-not-public');
    expect(asked).toBe(0);
  });
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
    '[64:ff9b:1::a9fe:a9fe]',
    '[64:ff9b:1:ffff::10.0.0.1]',
    '[::ffff:0:127.0.0.1]',
    '[::7f00:1]',
    '[2001:0:7f00:1::1]',
    '[2001:0:4136:e378:8000:63bf:80ff:fffe]',
    '[2a00:1450::5efe:10.0.0.1]',
    '[2a00:1450:4001:80e:0:5efe:a9fe:a9fe]',
    '[2a00:1450:4001:80e:200:5efe:127.0.0.1]',
    '127.0.1',
    '0',
    '127%2e0%2e0%2e1',
    '%31%32%37.0.0.1',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '0x7f.1',
    '0177.1',
    '00000177.0.0.1',
    '0xa9fea9fe',
    '2852039166',
    '0251.0376.0251.0376',
    '0xA9.0xFE.0xA9.0xFE',
    '169.254.43518',
    '0x0A000001',
    '012.1',
    '192.168.257',
    '3232235521',
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
    '192.31.196.1',
    '192.52.193.1',
    '192.88.99.1',
    '192.175.48.6',
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
    '[2001:1::1]',
    '[2001:2::1]',
    '[2001:3::1]',
    '[2001:4:112::1]',
    '[2001:10::1]',
    '[2001:20::1]',
    '[2001:30::1]',
    '[2001:1ff:ffff::1]',
    '[2620:4f:8000::1]',
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
    '126.255.255.255',
    '128.0.0.0',
    '[2001:200::1]',
    '[2003::1]',
    '[2a00:1450:4001:80e:5efe:1:a00:1]',
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

  it.each([
    { address: 'fe80::1%eth0', family: 6 },
    { address: '2a00:1450::1%eth0', family: 6 },
    { address: 'example.ge', family: 4 },
    { address: '', family: 4 },
    { address: '10.0.0.5', family: 6 },
    { address: '::1', family: 4 },
  ])('is what a resolver gives that is no address, or says another family: %j', async (found) => {
    await refused(resolving(found), 'https://example.ge/', 'not-public');
    await refused(resolving(PUBLIC, found), 'https://example.ge/', 'not-public');
  });

  it('is answered when the name moved there between two looks, not when it moves after the look', async () => {
    const answers = [[PUBLIC], [{ address: '10.0.0.5', family: 4 }]];
    const guard = addressGuard({
      allowLoopback: false,
      resolve: async () => answers.shift() ?? [],
    });
    expect(await guard('https://example.ge/')).toEqual(PUBLIC);
    await refused(guard, 'https://example.ge/', 'not-public');
  });
});

describe('a name nobody can resolve', () => {
  it('is refused without a word of the resolver', async () => {
    const guard = addressGuard({
      allowLoopback: false,
      resolve: () => Promise.reject(new Error('ENOTFOUND secret.internal')),
    });
    await refused(guard, 'https://secret.example.ge/', 'unresolvable');
  });

  it('is refused when its servers do not answer in time', async () => {
    const never = { resolve: () => new Promise<never>(() => {}), resolveMs: 20 };
    const guard = addressGuard({ allowLoopback: false, ...never });
    await refused(guard, 'https://example.ge/', 'unresolvable');
  });
});

describe('the local hub', () => {
  it.each([
    'http://127.0.0.1:5000/',
    'https://127.0.0.1/',
    'http://[::1]:5000/',
    'http://2130706433:5000/',
    'https://127.9.9.9:22/',
    'http://localhost:4600/',
    'http://sink.localhost:4600/',
  ])('may also send to %s', async (url) => {
    await expect(local(url)).resolves.toBeDefined();
  });

  it.each([
    ['http://example.ge/', 'not-https'],
    ['http://93.184.215.14/', 'not-https'],
    ['http://10.0.0.1/', 'not-public'],
    ['http://[::ffff:127.0.0.1]/', 'not-public'],
    ['http://[::ffff:7f00:1]:4600/', 'not-public'],
    ['http://printer.local/', 'name-not-public'],
    ['https://0.0.0.0/', 'not-public'],
    ['https://169.254.169.254/', 'not-public'],
    ['http://a:b@127.0.0.1/', 'credentials-in-url'],
  ])('may not send to %s', async (url, code) => {
    await refused(local, url, code);
  });
});
