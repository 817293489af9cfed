import { describe, expect, it } from 'vitest';
import type { KeyRow } from '../../shared/platform/vault/data-keys.ts';
import { vaultInMemory } from '../vault.ts';

const place = { pk: 'REFERRAL#ref_1', sk: 'STATE', file: 'fil_1' };
const details = { narrative: { narrative: 'ბავშვს ეშინია' } } as const;
const MINUTE = 60_000;

async function fresh() {
  const made = vaultInMemory();
  await made.opened('fil_1');
  return made;
}

describe('the key of a file', () => {
  it('is made with the file: what was sealed first opens once it is kept', async () => {
    const { vault, standing, asked } = vaultInMemory();
    const file = await vault.newFile('fil_9');
    const own = { ...place, file: 'fil_9' };
    const sealed = file.seal(own, details);
    await expect(vault.open(own, sealed, ['narrative'])).rejects.toThrow('missing');
    const { Put } = file.write.as('any');
    expect(Put?.ConditionExpression).toBe('attribute_not_exists(pk)');
    standing.set('file fil_9', { wrapped: Put?.Item?.wrapped as Uint8Array });
    expect(await vault.open(own, sealed, ['narrative'])).toEqual(details);
    expect(asked.generated).toBe(1);
  });

  it('is never made a second time for a file that lost it', async () => {
    const { vault, asked } = vaultInMemory();
    await expect(vault.seal(place, details)).rejects.toThrow('missing');
    expect(asked.generated).toBe(0);
  });

  it('opens nothing wrapped for another file', async () => {
    const { vault, opened, standing } = await fresh();
    await opened('fil_2');
    const sealed = await vault.seal(place, details);
    standing.set('file fil_1', standing.get('file fil_2') as KeyRow);
    await expect(vault.open(place, sealed, ['narrative'])).rejects.toThrow();
  });

  it('of an agency is made when it is first needed, and once', async () => {
    const { vault, asked } = vaultInMemory();
    const own = { ...place, agency: 'agency-imereti' };
    const sealed = await vault.seal(own, details);
    await vault.seal(own, details);
    expect(await vault.open(own, sealed, ['narrative'])).toEqual(details);
    expect(asked.generated).toBe(1);
  });
});

describe('an erased file', () => {
  it('opens nowhere from the next moment on, however fresh its key is remembered', async () => {
    const { vault, erase, asked } = await fresh();
    const sealed = await vault.seal(place, details);
    expect(await vault.open(place, sealed, ['narrative'])).toEqual(details);
    erase('fil_1');
    expect(await vault.open(place, sealed, ['narrative'])).toEqual({});
    expect(asked.unwrapped).toBe(1);
  });

  it('takes nothing in any more', async () => {
    const { vault, erase } = await fresh();
    await vault.seal(place, details);
    erase('fil_1');
    await expect(vault.seal(place, details)).rejects.toThrow('content-erased');
  });
});

describe('an unwrapped key', () => {
  it('serves for five minutes', async () => {
    const { vault, asked, clock } = await fresh();
    await vault.seal(place, details);
    clock.now = 5 * MINUTE;
    await vault.seal(place, details);
    expect(asked.unwrapped).toBe(1);
    clock.now += 1;
    await vault.seal(place, details);
    expect(asked.unwrapped).toBe(2);
  });

  it('serves a thousand times', async () => {
    const { vault, asked } = await fresh();
    for (let i = 0; i < 1000; i += 1) await vault.seal(place, { outcome: {} });
    expect(asked.unwrapped).toBe(1);
    await vault.seal(place, { outcome: {} });
    expect(asked.unwrapped).toBe(2);
  });

  it('is asked for once by those who need it at the same time', async () => {
    const { vault, asked } = await fresh();
    await Promise.all([vault.seal(place, details), vault.seal(place, details)]);
    expect(asked.unwrapped).toBe(1);
  });

  it('is not remembered across a clock that was set back', async () => {
    const { vault, asked, clock } = await fresh();
    clock.now = 60 * MINUTE;
    await vault.seal(place, details);
    clock.now = 0;
    await vault.seal(place, details);
    expect(asked.unwrapped).toBe(2);
  });

  it('that could not be had is asked for again', async () => {
    const { vault, asked } = await fresh();
    asked.failing = true;
    await expect(vault.seal(place, details)).rejects.toThrow('away');
    asked.failing = false;
    await expect(vault.seal(place, details)).resolves.toHaveProperty('groups');
  });
});
