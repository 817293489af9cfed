let children = 0;

/** Another child each time, of names equally long: one child reported again and again is another matter. */
function familyName(): string {
  children += 1;
  const letter = (place: number) =>
    String.fromCodePoint(0x10d0 + (Math.trunc(children / 33 ** place) % 33));
  return `${letter(2)}${letter(1)}${letter(0)}მაგალითაძე`;
}

/** A violence referral as a school would write it: half a page, most fields known. */
export const referral = (narrative = NARRATIVE) =>
  JSON.stringify({
    kind: 'violence',
    narrative,
    child: {
      givenName: 'ანა',
      familyName: familyName(),
      birthDate: '2015-04-09',
      sex: 'female',
      languages: ['ka'],
      municipality: 'zestaponi',
      whereabouts: {
        address: 'ზესტაფონი, სამაგალითო ქუჩა 12',
        school: 'ზესტაფონის საჯარო სკოლა',
        childNow: { where: 'სკოლის ექთნის ოთახი' },
      },
      identity: { known: 'known' },
    },
    forms: ['physical'],
    immediateDanger: 'no',
    injuryVisible: 'yes',
    allegedPerpetrators: [{ relation: 'father', livesWithChild: 'yes', isGuardian: 'yes' }],
    childsOwnWords: 'მამამ დამარტყა და თქვა, არავის უთხრაო.',
    toldBefore: ['კლასის დამრიგებელი'],
    reporter: { mode: 'named', name: 'ნინო მასწავლებელი', phone: '+995 555 123456' },
  });

const NARRATIVE = [
  'დილით ბავშვი სკოლაში მოვიდა და მარცხენა ხელზე სილურჯეები ჰქონდა.',
  'ექთანს უთხრა, რომ სახლში დაარტყეს, და სახლში წასვლის ეშინია.',
  'დამრიგებელმა შენიშნა, რომ ბოლო ორი კვირაა ბავშვი ჩაკეტილია და გაკვეთილებს აცდენს.',
  'მშობელს ჯერ არავინ დაკავშირებია; ბავშვი ექთნის ოთახშია და დამრიგებელი მასთან არის.',
].join(' ');
