import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEndpointId } from '../../shared/domain/ids.ts';
import type { Group } from '../../shared/domain/referral/group.ts';
import type { Sealed } from '../../shared/domain/sealed.ts';
import { BOX_HEADER_BYTES } from '../../shared/platform/vault/box.ts';
import { vault } from '../../shared/platform/vault.ts';
import { freshKey } from '../../shared/platform/webhook-keys.ts';
import { webhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import { counting, POLICE } from '../build.ts';
import { vaultInMemory } from '../vault.ts';

const hub = vaultInMemory();
const { vault: box, clock } = hub;
const place = { pk: 'REFERRAL#ref_1', sk: 'STATE', file: 'fil_1' };
await hub.opened('fil_1');
await hub.opened('fil_2');
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
    ['what belongs to an agency', { ...place, agency: 'agency-imereti' }],
  ])('do not open as %s', async (_, elsewhere) => {
    const sealed = await box.seal(place, details);
    await expect(box.open(elsewhere, sealed, ['narrative'])).rejects.toThrow();
  });

  it('do not open in another table', async () => {
    const other = vault({ keys: hub.keys, rows: hub.rows, table: 'other', now: () => clock.now });
    await expect(other.open(place, await box.seal(place, details), ['narrative'])).rejects.toThrow(
      'another key',
    );
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
    const sealed = await box.seal(place, details);
    const elsewhere = await box.seal({ ...place, pk: 'REFERRAL#ref_2' }, details);
    const swapped = withGroup(sealed, 'narrative', elsewhere.groups.narrative);
    await expect(box.open(place, swapped, ['narrative'])).rejects.toThrow('another key');
  });

  it('do not open with any one byte changed, the header’s least of all', async () => {
    const sealed = await box.seal(place, { narrative: details.narrative });
    const { box: bytes = new Uint8Array() } = sealed.groups.narrative ?? {};
    expect(bytes.length).toBeGreaterThan(BOX_HEADER_BYTES);
    for (let at = 0; at < bytes.length; at += 1) {
      const all = at < BOX_HEADER_BYTES ? [1, 2, 4, 8, 16, 32, 64, 128] : [1];
      for (const by of all) {
        const spoiled = withGroup(sealed, 'narrative', {
          revision: 1,
          box: changed(bytes, at, by),
        });
        await expect(box.open(place, spoiled, ['narrative']), `byte ${at}`).rejects.toThrow();
      }
    }
  });

  it('do not open cut short or lengthened', async () => {
    const sealed = await box.seal(place, details);
    const { box: bytes = new Uint8Array() } = sealed.groups.narrative ?? {};
    const lengths = [0, 1, 13, 32, 33, 44, 45, 57, 60, 61, 62, bytes.length - 1];
    for (const length of lengths) {
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
    clock.now += 60 * 60_000;
    const second = await box.seal(place, { outcome: { note: 'ორი' } }, 2, first);
    expect(second.groups.narrative).toEqual(first.groups.narrative);
    expect(second.groups.outcome?.revision).toBe(2);
    expect(await box.open(place, second, ['outcome', 'narrative'])).toEqual({
      outcome: { note: 'ორი' },
      narrative: details.narrative,
    });
  });
});

describe('a sealed text', () => {
  const ofAgency = { ...place, agency: 'agency-imereti' };

  it('opens at its place under its name, and nowhere else', async () => {
    const sealed = await box.sealText(ofAgency, 'webhook-secret', 'whsec_x');
    expect(await box.openText(ofAgency, 'webhook-secret', sealed)).toBe('whsec_x');
    await expect(box.openText(ofAgency, 'narrative', sealed)).rejects.toThrow();
    await expect(
      box.openText({ ...ofAgency, sk: 'x' }, 'webhook-secret', sealed),
    ).rejects.toThrow();
    await expect(
      box.openText({ ...ofAgency, agency: POLICE }, 'webhook-secret', sealed),
    ).rejects.toThrow('another key');
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
