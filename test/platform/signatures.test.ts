import { describe, expect, it, vi } from 'vitest';
import { AgencyId, InboundKeyId } from '../../shared/domain/ids.ts';
import type { InboundKey, VerifyingKey } from '../../shared/domain/inbound/inbound-key.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type SignedCall, signatures } from '../../shared/platform/signatures.ts';
import { freshKey } from '../../shared/platform/webhook-keys.ts';
import { signedHeaders } from '../../shared/platform/webhook-signing.ts';
import { aPrincipal, POLICE } from '../build.ts';

const AT = '2026-11-24T09:00:00.000Z';
const NOW = Date.parse(AT);
const BODY = Buffer.from('{"type":"task.transition"}');
const member = aPrincipal(POLICE);
const agency = member.agency;

/** Two doors of the agency: one with a shared secret that is being replaced, one with a pair. */
const [old, current, gone] = [freshKey('v1'), freshKey('v1'), freshKey('v1')];
const pair = freshKey('v1a');
const box = (secret: string) => ({ key: Buffer.from('k'), box: Buffer.from(secret) });
const shared = (number: number, secret: string, until?: string): VerifyingKey => ({
  ...{ number, scheme: 'v1', secret: box(secret), createdAt: AT },
  ...(until && { until }),
});
const aDoor = (sign: string, keys: VerifyingKey[], sub = member.sub): InboundKey => ({
  ...{ what: 'inbound-key', id: InboundKeyId.parse(`ink_${sign.repeat(20)}`) },
  ...{ agency, sub, version: 1, keys, createdAt: AT },
});
const doors = [
  aDoor('2', [
    shared(1, gone.secret, AT),
    shared(2, old.secret, '2026-11-25T09:00:00.000Z'),
    shared(3, current.secret),
  ]),
  aDoor(
    '3',
    [{ number: 1, scheme: 'v1a', public: pair.public ?? '', createdAt: AT }],
    'other-account',
  ),
];

const known: Record<string, typeof member | undefined> = {
  [member.sub]: member,
  'other-account': { ...member, sub: 'other-account' },
};
const check = signatures({
  keys: { of: async (asked) => (asked === agency ? doors : []) },
  secrets: {
    open: async (_, key) => ({
      secret: key.scheme === 'v1a' ? key.public : Buffer.from(key.secret.box).toString(),
    }),
  },
  members: { find: async (sub) => known[sub] },
  now: () => AT,
});

const signedBy = (key: { secret: string }, off = 0): SignedCall => ({
  agency,
  headers: signedHeaders([key], 'msg_1', NOW + off * 1000, BODY),
  body: BODY,
});
async function refusedAs(call: SignedCall): Promise<string> {
  try {
    await (await check(call))();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'taken';
}

describe('a signature', () => {
  it('by any key that is good says whose doing it is, and through which door', async () => {
    for (const key of [old, current]) {
      const signer = await check(signedBy(key));
      expect(await signer()).toEqual({ ...member, through: doors[0]?.id });
    }
    const signer = await check(signedBy(pair));
    expect(await signer()).toMatchObject({ sub: 'other-account', through: doors[1]?.id });
  });

  it('asks for the membership each time anew: it may end between two tries', async () => {
    const signer = await check(signedBy(current));
    await signer();
    known[member.sub] = { ...member, agency: AgencyId.parse('police-tbilisi') };
    await expect(signer()).rejects.toMatchObject({ code: 'signature-refused' });
    known[member.sub] = undefined;
    await expect(signer()).rejects.toMatchObject({ code: 'signature-refused' });
    known[member.sub] = member;
  });

  it.each<[string, SignedCall, string]>([
    ['by a key whose overlap is over', signedBy(gone), 'signature-refused'],
    ['by a key nobody knows', signedBy(freshKey('v1')), 'signature-refused'],
    [
      'of other bytes',
      { ...signedBy(current), body: Buffer.from(`${BODY} `) },
      'signature-refused',
    ],
    ['for another agency', { ...signedBy(current), agency: 'police-tbilisi' }, 'signature-refused'],
    ['for no agency', { ...signedBy(current), agency: undefined }, 'signature-refused'],
    ['for what is no id', { ...signedBy(current), agency: 'A B' }, 'signature-refused'],
    ['without headers', { ...signedBy(current), headers: {} }, 'signature-refused'],
    ['five minutes old', signedBy(current, -300), 'taken'],
    ['older', signedBy(current, -301), 'signature-out-of-time'],
    ['five minutes early', signedBy(current, 300), 'taken'],
    ['earlier', signedBy(pair, 301), 'signature-out-of-time'],
    ['old and by a key nobody knows', signedBy(freshKey('v1'), -301), 'signature-refused'],
    [
      'old and for another agency',
      { ...signedBy(current, -301), agency: 'x' },
      'signature-refused',
    ],
  ])('%s is %3$s', async (_, call, code) => {
    expect(await refusedAs(call)).toBe(code);
  });

  it('that is refused is counted and logged by its reason; a path that may say anything is not', async () => {
    const written: string[] = [];
    const out = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
    );
    const spoken = vi
      .spyOn(console, 'log')
      .mockImplementation((text) => written.push(String(text)));
    await refusedAs({ ...signedBy(current), body: Buffer.from('Secret of a child') });
    await refusedAs({ ...signedBy(current), agency: 'maia-beridze' });
    for (const spy of [...out, spoken]) spy.mockRestore();
    const log = written.join('');
    expect(log).toContain(`"because":"signature-wrong","agency":"${agency}"`);
    expect(log).toContain('"because":"no-key"');
    expect(log).not.toMatch(/maia|Secret|whsec|v1,|msg_1/);
  });
});
