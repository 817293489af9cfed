import type { Role } from '../../shared/domain/access/principal.ts';

/** Someone who can sign in at the local hub: a person, not a system. Nobody here exists. */
export interface Person {
  readonly sub: string;
  readonly name: { readonly ka: string; readonly en: string };
  readonly agency: string;
  readonly roles: readonly Role[];
}

/** A system of an agency, with client credentials. Its subject is its id. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly agency: string;
  readonly roles: readonly Role[];
}

/** Agencies of the policy pack whose system is registered here, under the agency's own id. */
const AGENCIES_WITH_A_SYSTEM = [
  ...['school-zestaponi', 'kindergarten-zestaponi', 'school-baghdati', 'school-kutaisi'],
  ...['school-tbilisi', 'resource-centre-zestaponi', 'resource-centre-baghdati'],
  ...['resource-centre-kutaisi', 'resource-centre-tbilisi'],
  ...['agency-imereti', 'agency-samegrelo-zemo-svaneti', 'agency-tbilisi'],
  ...['police-imereti', 'police-tbilisi'],
  ...['prosecutor-imereti', 'prosecutor-tbilisi', 'municipality-zestaponi'],
  ...['municipality-baghdati', 'municipality-kutaisi', 'municipality-tbilisi'],
  ...['centre-kutaisi', 'centre-tbilisi', 'forensic-bureau', 'clinic-zestaponi'],
  ...['clinic-kutaisi', 'clinic-tbilisi', 'ngo-zestaponi', 'mobile-group-tbilisi'],
  ...['hotline-111', 'hotline-116006', 'hotline-1505', 'court-kutaisi', 'court-tbilisi'],
  ...['legal-aid-kutaisi', 'legal-aid-tbilisi', 'oversight-national'],
];

/**
 * The clients of the local hub. A system works for everybody in its agency, so it holds all the
 * roles of daily work; who pressed the button there is the agency's own knowledge.
 */
export const clients: readonly Client[] = AGENCIES_WITH_A_SYSTEM.map((id) => ({
  id,
  secret: `local-${id}`,
  agency: id,
  roles: ['system', 'worker', 'duty', 'safety-person', 'supervisor'],
}));

/** The people of the local hub: what the sign-in page offers. */
export const people: readonly Person[] = [
  {
    sub: 'person-nino-school-zestaponi',
    name: { ka: 'ნინო, მასწავლებელი', en: 'Nino, teacher' },
    agency: 'school-zestaponi',
    roles: ['worker'],
  },
  {
    sub: 'person-maia-school-zestaponi',
    name: { ka: 'მაია, ბავშვის უსაფრთხოებაზე პასუხისმგებელი', en: 'Maia, child safety officer' },
    agency: 'school-zestaponi',
    roles: ['worker', 'safety-person'],
  },
  {
    sub: 'person-lela-resource-centre-zestaponi',
    name: { ka: 'ლელა, რესურსცენტრის სპეციალისტი', en: 'Lela, resource centre officer' },
    agency: 'resource-centre-zestaponi',
    roles: ['worker', 'safety-person'],
  },
  {
    sub: 'person-tamar-agency-imereti',
    name: { ka: 'თამარი, მორიგე', en: 'Tamar, duty desk' },
    agency: 'agency-imereti',
    roles: ['worker', 'duty'],
  },
  {
    sub: 'person-giorgi-agency-imereti',
    name: { ka: 'გიორგი, სოციალური მუშაკი', en: 'Giorgi, social worker' },
    agency: 'agency-imereti',
    roles: ['worker'],
  },
  {
    sub: 'person-ketevan-agency-imereti',
    name: { ka: 'ქეთევანი, ზედამხედველი', en: 'Ketevan, supervisor' },
    agency: 'agency-imereti',
    roles: ['worker', 'supervisor'],
  },
  {
    sub: 'person-rusudan-agency-imereti',
    name: { ka: 'რუსუდანი, ადმინისტრატორი', en: 'Rusudan, administrator' },
    agency: 'agency-imereti',
    roles: ['administrator'],
  },
  {
    sub: 'person-davit-police-imereti',
    name: { ka: 'დავითი, გამომძიებელი', en: 'Davit, investigator' },
    agency: 'police-imereti',
    roles: ['worker', 'duty'],
  },
  {
    sub: 'person-zura-police-tbilisi',
    name: { ka: 'ზურა, მორიგე გამომძიებელი', en: 'Zura, investigator on duty' },
    agency: 'police-tbilisi',
    roles: ['worker', 'duty'],
  },
  {
    sub: 'person-salome-prosecutor-imereti',
    name: { ka: 'სალომე, პროკურორი', en: 'Salome, prosecutor' },
    agency: 'prosecutor-imereti',
    roles: ['worker'],
  },
  {
    sub: 'person-irakli-municipality-zestaponi',
    name: {
      ka: 'ირაკლი, მუნიციპალური სოციალური სამსახური',
      en: 'Irakli, municipal social service',
    },
    agency: 'municipality-zestaponi',
    roles: ['worker', 'duty'],
  },
  {
    sub: 'person-vakhtang-municipality-zestaponi',
    name: { ka: 'ვახტანგი, საინფორმაციო სისტემები', en: 'Vakhtang, information systems' },
    agency: 'municipality-zestaponi',
    roles: ['administrator'],
  },
  {
    sub: 'person-eka-centre-kutaisi',
    name: { ka: 'ეკა, ბავშვთა ცენტრის კოორდინატორი', en: 'Eka, child centre coordinator' },
    agency: 'centre-kutaisi',
    roles: ['worker', 'duty'],
  },
  {
    sub: 'person-nanuli-centre-kutaisi',
    name: { ka: 'ნანული, ბავშვთა ცენტრის ხელმძღვანელი', en: 'Nanuli, head of the child centre' },
    agency: 'centre-kutaisi',
    roles: ['worker', 'supervisor'],
  },
  {
    sub: 'person-elene-oversight-national',
    name: { ka: 'ელენე, მონაცემთა დაცვის ოფიცერი', en: 'Elene, data-protection officer' },
    agency: 'oversight-national',
    roles: ['worker', 'data-protection-officer'],
  },
  {
    sub: 'person-ana-oversight-national',
    name: { ka: 'ანა, ეროვნული მორიგე', en: 'Ana, national duty desk' },
    agency: 'oversight-national',
    roles: ['worker', 'duty', 'supervisor'],
  },
  {
    sub: 'person-lasha-oversight-national',
    name: { ka: 'ლაშა, ადმინისტრატორი', en: 'Lasha, administrator' },
    agency: 'oversight-national',
    roles: ['administrator'],
  },
  {
    sub: 'person-nana-oversight-national',
    name: { ka: 'ნანა, ადმინისტრატორი', en: 'Nana, administrator' },
    agency: 'oversight-national',
    roles: ['administrator'],
  },
];
