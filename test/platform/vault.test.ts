import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEndpointId } from '../../shared/domain/ids.ts';
import type { Group } from '../../shared/domain/referral/group.ts';
import type { Sealed } from '../../shared/domain/sealed.ts';
import { type KeyService, vault } from '../../shared/platform/vault.ts';
import { freshKey } from '../../shared/platform/webhook-keys.ts';
import { webhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import { counting, POLICE } from '../build.ts';

/** Wraps data keys under a key of its own and counts how often it is asked. */
const keyService = () => {
  const hub = randomBytes(32);
  const asked = { generated: 0, unwrapped: 0, failing: false };
  const keys: KeyService = {
    async generate() {
      asked.generated += 1;
      if (asked.failing) throw new Error('the key service is away');
      const plain = randomBytes(32);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', hub, nonce);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return { plain, wrapped: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
    },
    async unwrap(wrapped) {
      asked.unwrapped += 1;
      if (asked.failing) throw new Error('the key service is away');
      const bytes = Buffer.from(wrapped);
      const tagged = { authTagLength: 16 };
      const decipher = createDecipheriv('aes-256-gcm', hub, bytes.subarray(0, 12), tagged);
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    },
  };
  return { keys, asked };
};

const service = keyService();
let now = 0;
const box = vault({ keys: service.keys, table: 'hub', now: () => now });
const place = { pk: 'REFERRAL#ref_1', sk: 'STATE', file: 'fil_1' };
const details = {
  narrative: { narrative: 'ბავშვს ეშინია', narrativeLanguage: 'ka' },
  'childs-own-words': { childsOwnWords: '„არ მინდა“' },
} as const;
const ALL: readonly Group[] = ['narrative', 'childs-own-words', 'identity'];

const changed = (bytes: Uint8Array, at: number, by = 1): Uint8Array =>
  Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ by : byte));
const withGroup = (sealed: Sealed, group: Group, other: Sealed['groups'][Group]): Sealed => ({
  ...sealed,
  groups: { ...sealed.groups, [group]: other },
});

describe('sealed groups', () => {
  it('open again, each to those who ask for it and only that', async () => {
    const sealed = await box.seal(place, details);
    expect(await box.open(place, sealed, ALL)).toEqual(details);
    expect(await box.open(place, sealed, ['narrative'])).toEqual({ narrative: details.narrative });
    expect(await box.open(place, sealed, [])).toEqual({});
    expect(await box.open(place, undefined, ALL)).toEqual({});
  });

  it('hold any text there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (note) => {
        const sealed = await box.seal(place, { outcome: { note } });
        const { outcome } = await box.open(place, sealed, ['outcome']);
        expect(outcome?.note).toBe(JSON.parse(JSON.stringify(note)));
      }),
      { numRuns: 20 },
    );
  });

  it('show nothing of what they hold, and never look the same twice', async () => {
    const [one, two] = [await box.seal(place, details), await box.seal(place, details)];
    expect(Buffer.from(one.groups.narrative?.box ?? []).toString()).not.toContain('ბავშვ');
    expect(one.groups.narrative?.box).not.toEqual(two.groups.narrative?.box);
  });

  it.each([
    ['another item', { ...place, pk: 'REFERRAL#ref_2' }],
    ['another part of the item', { ...place, sk: 'FEEDBACK#0001' }],
    ['another child’s file', { ...place, file: 'fil_2' }],
  ])('do not open as %s', async (_, elsewhere) => {
    const sealed = await box.seal(place, details);
    await expect(box.open(elsewhere, sealed, ['narrative'])).rejects.toThrow();
  });

  it('do not open in another table', async () => {
    const other = vault({ keys: service.keys, table: 'other', now: () => now });
    await expect(
      other.open(place, await box.seal(place, details), ['narrative']),
    ).rejects.toThrow();
  });

  it('do not open under another group’s name', async () => {
    const sealed = await box.seal(place, details);
    const swapped = withGroup(sealed, 'narrative', sealed.groups['childs-own-words']);
    await expect(box.open(place, swapped, ['narrative'])).rejects.toThrow();
  });

  it('do not open as another revision than the one they were sealed as', async () => {
    const sealed = await box.seal(place, details, 3);
    const { box: bytes } = sealed.groups.narrative ?? { box: new Uint8Array() };
    const older = withGroup(sealed, 'narrative', { revision: 2, box: bytes });
    await expect(box.open(place, older, ['narrative'])).rejects.toThrow();
  });

  it('do not open with the key of another item', async () => {
    const [one, two] = [
      await box.seal(place, details),
      await vault({ ...keyService(), table: 'hub', now: () => 0 }).seal(place, details),
    ];
    await expect(box.open(place, { ...one, key: two.key }, ['narrative'])).rejects.toThrow();
  });

  it('do not open with any one byte changed', async () => {
    const sealed = await box.seal(place, { narrative: details.narrative });
    const { box: bytes = new Uint8Array() } = sealed.groups.narrative ?? {};
    for (let at = 0; at < bytes.length; at += 1) {
      const spoiled = withGroup(sealed, 'narrative', { revision: 1, box: changed(bytes, at) });
      await expect(box.open(place, spoiled, ['narrative']), `byte ${at}`).rejects.toThrow();
    }
  });

  it('do not open cut short or lengthened', async () => {
    const sealed = await box.seal(place, details);
    const { box: bytes = new Uint8Array() } = sealed.groups.narrative ?? {};
    for (const length of [0, 1, 13, 17, 21, 25, 28, 29, bytes.length - 1]) {
      const cut = withGroup(sealed, 'narrative', { revision: 1, box: bytes.slice(0, length) });
      await expect(box.open(place, cut, ['narrative']), `${length} bytes`).rejects.toThrow();
    }
    const longer = withGroup(sealed, 'narrative', {
      revision: 1,
      box: Uint8Array.from([...bytes, 0]),
    });
    await expect(box.open(place, longer, ['narrative'])).rejects.toThrow();
  });

  it('join those sealed earlier, under one key, and replace their own older revision', async () => {
    const first = await box.seal(place, { outcome: { note: 'ერთი' }, ...details });
    now += 60 * 60_000;
    const second = await box.seal(place, { outcome: { note: 'ორი' } }, 2, first);
    expect(second.key).toEqual(first.key);
    expect(second.groups.narrative).toEqual(first.groups.narrative);
    expect(second.groups.outcome?.revision).toBe(2);
    expect(await box.open(place, second, ['outcome', 'narrative'])).toEqual({
      outcome: { note: 'ორი' },
      narrative: details.narrative,
    });
  });
});

describe('a sealed text', () => {
  it('opens at its place under its name, and nowhere else', async () => {
    const sealed = await box.sealText(place, 'webhook-secret', 'whsec_x');
    expect(await box.openText(place, 'webhook-secret', sealed)).toBe('whsec_x');
    await expect(box.openText(place, 'narrative', sealed)).rejects.toThrow();
    await expect(box.openText({ ...place, sk: 'x' }, 'webhook-secret', sealed)).rejects.toThrow();
  });

  it('keeps the secret of a webhook endpoint, which no other endpoint opens', async () => {
    const secrets = webhookSecrets(box);
    const [id, other] = [newEndpointId(counting()), newEndpointId(counting(9))];
    const { secret: fresh } = freshKey('v1');
    expect(fresh).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(freshKey('v1').secret).not.toBe(fresh);
    const secret = await secrets.seal({ id, agency: POLICE }, fresh);
    expect(await secrets.open({ id, agency: POLICE }, secret)).toBe(fresh);
    await expect(secrets.open({ id: other, agency: POLICE }, secret)).rejects.toThrow();
  });
});

describe('a data key', () => {
  const fresh = () => {
    const { keys, asked } = keyService();
    const clock = { now: 0 };
    return { asked, clock, vault: vault({ keys, table: 'hub', now: () => clock.now }) };
  };
  const MINUTE = 60_000;

  it('serves for five minutes', async () => {
    const { asked, clock, vault: own } = fresh();
    await own.seal(place, details);
    clock.now = 5 * MINUTE;
    await own.seal(place, details);
    expect(asked.generated).toBe(1);
    clock.now += 1;
    await own.seal(place, details);
    expect(asked.generated).toBe(2);
  });

  it('serves for a thousand items', async () => {
    const { asked, vault: own } = fresh();
    for (let i = 0; i < 1000; i += 1) await own.seal(place, { outcome: {} });
    expect(asked.generated).toBe(1);
    await own.seal(place, { outcome: {} });
    expect(asked.generated).toBe(2);
  });

  it('is asked for once by those who need it at the same time', async () => {
    const { asked, vault: own } = fresh();
    await Promise.all([own.seal(place, details), own.seal(place, details)]);
    expect(asked.generated).toBe(1);
  });

  it('is unwrapped once in five minutes', async () => {
    const { asked, clock, vault: own } = fresh();
    const sealed = await own.seal(place, details);
    await own.open(place, sealed, ['narrative']);
    await own.open(place, sealed, ['narrative']);
    expect(asked.unwrapped).toBe(1);
    clock.now = 5 * MINUTE + 1;
    await own.open(place, sealed, ['narrative']);
    expect(asked.unwrapped).toBe(2);
  });

  it('that could not be had is asked for again', async () => {
    const { asked, vault: own } = fresh();
    const sealed = await own.seal(place, details);
    asked.failing = true;
    await expect(own.open(place, sealed, ['narrative'])).rejects.toThrow('away');
    asked.failing = false;
    expect(await own.open(place, sealed, ['narrative'])).toHaveProperty('narrative');
    const { asked: later, vault: other } = fresh();
    later.failing = true;
    await expect(other.seal(place, details)).rejects.toThrow('away');
    later.failing = false;
    await expect(other.seal(place, details)).resolves.toHaveProperty('key');
  });
});
