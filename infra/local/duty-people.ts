import type { Reachable } from '../../shared/domain/duty/person.ts';

/** Stands in at every agency of the local hub: one number that is on duty everywhere. */
export const DEPUTY: Reachable = { name: 'თამარ ბერიძე', phone: '599 00 11 22' };

/** The duty number of a unit: numbers that are not given out. */
const DESKS: Readonly<Record<string, string>> = {
  'agency-imereti': '+995 555 000 200',
  'agency-tbilisi': '+995 555 000 201',
};
export const deskOf = (agency: string): string | undefined => DESKS[agency];

/** Those of people.ts, and of the stories, who take duty; their numbers are not given out. */
const KNOWN: Readonly<Record<string, readonly Reachable[]>> = {
  'agency-imereti': [
    { name: 'თამარი, მორიგე', phone: '+995 555 000 102', account: 'person-tamar-agency-imereti' },
    {
      name: 'გიორგი, სოციალური მუშაკი',
      phone: '+995 555 000 103',
      account: 'person-giorgi-agency-imereti',
    },
  ],
  'police-imereti': [
    {
      name: 'დავითი, გამომძიებელი',
      phone: '+995 555 000 105',
      account: 'person-davit-police-imereti',
    },
  ],
  'clinic-kutaisi': [{ name: 'მარიამი, ექიმი', phone: '+995 555 000 107' }],
  'oversight-national': [
    {
      name: 'ანა, ეროვნული მორიგე',
      phone: '599 00 00 01',
      account: 'person-ana-oversight-national',
    },
  ],
};

const NAMES = ['ნინო', 'ლევანი', 'მაკა', 'ზაზა', 'ეთერი', 'გელა', 'ნანა', 'რამაზი', 'თეა', 'ვაჟა'];

/** Who takes duty at an agency of the local hub. Nobody here exists. */
export const dutyPeopleOf = (agency: string, place: number): readonly Reachable[] =>
  KNOWN[agency] ?? [
    {
      name: `${NAMES[place % NAMES.length]}, მორიგე`,
      phone: `599 00 ${String(20 + place).padStart(2, '0')} 01`,
    },
  ];
