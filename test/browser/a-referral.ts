/** A child who does not exist, as a school writes of it. */
export const aReferral = {
  kind: 'violence' as const,
  narrative: 'ბავშვს სახეზე დალურჯება აქვს და შინ წასვლის ეშინია.',
  forms: ['physical'],
  immediateDanger: 'unsure' as const,
  child: {
    givenName: 'ნია',
    familyName: 'მაგალითაძე',
    ageYears: 9,
    municipality: 'zestaponi',
    whereabouts: { school: 'ზესტაფონის საჯარო სკოლა, 3ბ', childNow: { where: 'სკოლაში' } },
  },
  allegedPerpetrators: [{ relation: 'father', livesWithChild: 'yes' as const }],
  reporter: { mode: 'named' as const, name: 'ნინო', phone: '+995599123456' },
};
