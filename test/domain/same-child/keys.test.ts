import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameChildKeys } from '../../../shared/domain/same-child/keys.ts';
import { folded } from '../../../shared/domain/same-child/latin.ts';

/** The official table of 2002, written out a second time, apostrophes and all. */
const OFFICIAL = Object.fromEntries(
  "ა a,ბ b,გ g,დ d,ე e,ვ v,ზ z,თ t,ი i,კ k',ლ l,მ m,ნ n,ო o,პ p',ჟ zh,რ r,ს s,ტ t',უ u,ფ p,ქ k,ღ gh,ყ q',შ sh,ჩ ch,ც ts,ძ dz,წ ts',ჭ ch',ხ kh,ჯ j,ჰ h"
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
const LETTERS = Object.keys(OFFICIAL);
const official = (name: string) => [...name].map((letter) => OFFICIAL[letter] ?? letter).join('');

const birthDate = '2014-07-29';
const key = (givenName: string, familyName: string) =>
  sameChildKeys({ givenName, familyName, birthDate })[0];

const GIVEN = [
  ...['ნინო', 'ლუკა', 'გიორგი', 'მარიამი', 'ქეთევანი', 'ელენე', 'ვაჟა', 'ჯუმბერი', 'ჟუჟუნა'],
  ...['ფატიმა', 'ხატია', 'ღვინია', 'ყარამანი', 'ციცინო', 'წისანა', 'ჭიაბერი', 'ჩიტო', 'ძაგანა'],
];
const FAMILY = [
  ...[
    'ბერიძე',
    'კაპანაძე',
    'გელაშვილი',
    'ჩხეიძე',
    'ჭავჭავაძე',
    'წიკლაური',
    'ყიფიანი',
    'ფირცხალავა',
  ],
  ...[
    'ხარაზიშვილი',
    'ღლონტი',
    'ქართველიშვილი',
    'ტატიშვილი',
    'თათარაშვილი',
    'პაპუაშვილი',
    'სააკაძე',
  ],
];
const letters = fc.array(fc.constantFrom(...LETTERS), { minLength: 2, maxLength: 12 });
const aName = fc.oneof(
  letters.map((each) => each.join('')),
  fc.constantFrom(...GIVEN, ...FAMILY),
);

describe('a name', () => {
  it.each([
    ['ნინო', 'Nino'],
    ['ქეთი', 'Keti'],
    ['ქეთი', 'Qeti'],
    ['ყიფიანი', "Q'ipiani"],
    ['ყიფიანი', 'Kipiani'],
    ['ჭავჭავაძე', 'Tchavtchavadze'],
    ['ჯაფარიძე', 'Djaparidze'],
    ['ჟუჟუნა', 'Jujuna'],
    ['ხატია', 'Xatia'],
    ['ფატიმა', 'Fatima'],
    ['თამარი', 'Thamari'],
    ['ციცინო', 'Cicino'],
    ['ნიკოლოზი', 'Nicolozi'],
    ['ანა', 'Anna'],
    ['წიკლაური', 'Ts’iklauri'],
    ['ვანო', 'Wano'],
    ['მაია', 'Maya'],
    ['ღვინია', 'Ġvinia'],
    ['ᲜᲘᲜᲝ', 'NINO'],
  ])('%s is %s', (georgian, latin) => {
    expect(folded(latin)).toBe(folded(georgian));
  });

  it('is one in either script, however it is written', () => {
    const blanks = fc.constantFrom(' ', '  ', '-', ' - ', '–');
    fc.assert(
      fc.property(aName, aName, aName, blanks, fc.boolean(), (given, second, family, gap, bare) => {
        const latin = (name: string) =>
          bare ? official(name).replaceAll("'", '') : official(name);
        const whole = key(`${given}${gap}${second}`, family);
        expect(key(`${latin(given)}${gap}${latin(second)}`, latin(family))).toBe(whole);
        expect(key(latin(family).toUpperCase(), `${second} ${given}`)).toBe(whole);
        expect(key(` ${latin(second)} ${given} `, latin(family).replaceAll("'", '’'))).toBe(whole);
      }),
    );
  });

  it('seldom meets another: the commonest names stay apart, and so do nearly all others', () => {
    const common = new Set(GIVEN.flatMap((given) => FAMILY.map((family) => key(given, family))));
    expect(common.size).toBe(GIVEN.length * FAMILY.length);
    const many = fc.sample(fc.tuple(letters, letters), { numRuns: 5000, seed: 7 });
    const distinct = new Set(
      many
        .filter(([given, family]) => given.length > 4 && family.length > 4)
        .map(([given, family]) => `${given.join('')} ${family.join('')}`),
    );
    const keys = new Set(
      [...distinct].map((name) => key(...(name.split(' ') as [string, string]))),
    );
    expect(keys.size / distinct.size).toBeGreaterThan(0.999);
  });
});

describe('what two reports of one child are compared by', () => {
  const named = { givenName: 'ნინო', familyName: 'ბერიძე' };

  it('is the personal number, and the whole name with the birth date', () => {
    expect(sameChildKeys({ ...named, birthDate, personalNumber: '01234567890' })).toEqual([
      'number 01234567890',
      'name beridze nino born 2014-07-29',
    ]);
  });

  it.each([
    ['nothing', {}],
    ['a name without a birth date', named],
    ['a birth date without a name', { birthDate }],
    ['one word of a name', { givenName: 'ნინო', birthDate }],
    ['a name of no letters', { givenName: "'", familyName: '-', birthDate }],
    ['a number that is only filled in', { personalNumber: '00000000000' }],
  ])('is never %s', (_, identity) => {
    expect(sameChildKeys(identity)).toEqual([]);
  });

  it('tells children of one name apart by their birth date', () => {
    const other = sameChildKeys({ ...named, birthDate: '2014-07-30' });
    expect(other).not.toEqual(sameChildKeys({ ...named, birthDate }));
  });
});
