import type { Lang } from '../../shared/domain/labels.ts';

/** The people of the stories by name. None of them exists; their numbers are not given out. */
const cast = {
  nino: { ka: 'ნინო, მასწავლებელი', en: 'Nino, teacher', phone: '+995 555 000 101' },
  tamar: { ka: 'თამარი, მორიგე', en: 'Tamar, duty desk', phone: '+995 555 000 102' },
  giorgi: {
    ka: 'გიორგი, სოციალური მუშაკი',
    en: 'Giorgi, social worker',
    phone: '+995 555 000 103',
  },
  ketevan: { ka: 'ქეთევანი, ზედამხედველი', en: 'Ketevan, supervisor', phone: '+995 555 000 104' },
  davit: { ka: 'დავითი, გამომძიებელი', en: 'Davit, investigator', phone: '+995 555 000 105' },
  levan: { ka: 'ლევანი, გამომძიებელი', en: 'Levan, investigator', phone: '+995 555 000 106' },
  mariam: { ka: 'მარიამი, ექიმი', en: 'Mariam, doctor', phone: '+995 555 000 107' },
  zurab: { ka: 'ზურაბი, ექიმი', en: 'Zurab, doctor', phone: '+995 555 000 108' },
  eka: {
    ka: 'ეკა, ცენტრის კოორდინატორი',
    en: 'Eka, centre coordinator',
    phone: '+995 555 000 109',
  },
  natia: { ka: 'ნათია, ფსიქოლოგი', en: 'Natia, psychologist', phone: '+995 555 000 110' },
  lela: {
    ka: 'ლელა, რესურსცენტრის სპეციალისტი',
    en: 'Lela, resource centre',
    phone: '+995 555 000 111',
  },
  irakli: {
    ka: 'ირაკლი, სოციალური სამსახური',
    en: 'Irakli, social service',
    phone: '+995 555 000 112',
  },
  salome: { ka: 'სალომე, პროკურორი', en: 'Salome, prosecutor', phone: '599 00 11 22' },
  standIn: { ka: 'თამარ ბერიძე', en: 'Tamar Beridze', phone: '599 00 11 22' },
  sopio: {
    ka: 'სოფიო, სოციალური სამსახური',
    en: 'Sopio, social service',
    phone: '+995 555 000 113',
  },
} as const;

export type Actor = keyof typeof cast;

/** A person as the hub is told of one: by name and number. */
export const person = (actor: Actor, lang: Lang) => ({
  name: cast[actor][lang],
  phone: cast[actor].phone,
});
