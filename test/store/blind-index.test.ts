import { describe, expect, it } from 'vitest';
import { sameChildKeys } from '../../shared/domain/same-child/keys.ts';
import { type BlindSecrets, blinded, childPlace } from '../../shared/store/blind-index.ts';
import { personHash } from '../../shared/store/person-hash.ts';

const secretOf = (fill: number) => async () => new Uint8Array(32).fill(fill);
const secrets: BlindSecrets = { number: secretOf(1), name: secretOf(2), person: secretOf(3) };
const NUMBER = '01001012345';
const nino = { givenName: 'ნინო', familyName: 'მაისურაძე', birthDate: '2016-03-04' };

const placesOf = (identity: Parameters<typeof sameChildKeys>[0]) =>
  Promise.all(sameChildKeys(identity).map((key) => childPlace(secrets, key)));

describe('a blind index', () => {
  it('finds a child by its number, and by its name with the birth date in either script', async () => {
    const [number, name] = await placesOf({ ...nino, personalNumber: NUMBER });
    expect(await placesOf({ personalNumber: NUMBER })).toEqual([number]);
    const latin = { ...nino, givenName: 'Nino', familyName: 'Maisuradze' };
    expect(await placesOf(latin)).toEqual([name]);
    expect(name).not.toBe(number);
  });

  it('has a secret for each purpose: none of them tells what another hides', async () => {
    const all = await Promise.all(
      (['number', 'name', 'person'] as const).map((purpose) => blinded(secrets, purpose, 'same')),
    );
    expect(new Set(all).size).toBe(3);
    const other = { ...secrets, name: secretOf(9) };
    const [key = 'name a born 2016-03-04'] = sameChildKeys(nino);
    expect(await childPlace(other, key)).not.toBe(await childPlace(secrets, key));
    const byNumber = `number ${NUMBER}` as const;
    expect(await childPlace(other, byNumber)).toBe(await childPlace(secrets, byNumber));
  });

  it('says which generation of its secret made it, and nothing of the person', async () => {
    const [place = ''] = await placesOf({ personalNumber: NUMBER });
    expect(place).toMatch(/^CHILD#1\.[\w-]{43}$/);
    expect(await personHash(secrets)(NUMBER)).toMatch(/^1\.[\w-]{43}$/);
    expect(await personHash(secrets)('11111111111')).toBeUndefined();
  });
});
