/** A person who can be booked. Nobody here exists. */
export interface BookablePerson {
  /** Tells it apart within its agency; the resource's id derives from it. */
  readonly key: string;
  readonly name: string;
  readonly sex: 'female' | 'male';
  readonly is: readonly string[];
  readonly languages?: readonly string[];
  /** Of people.ts. */
  readonly account?: string;
}

const person = (
  key: string,
  name: string,
  sex: BookablePerson['sex'],
  is: readonly string[],
  more: Pick<BookablePerson, 'languages' | 'account'> = {},
): BookablePerson => ({ key, name, sex, is, ...more });

const interpreter = (key: string, name: string, sex: BookablePerson['sex'], language: string) =>
  person(key, name, sex, ['interpreter'], { languages: [language] });
const signs = (key: string, name: string) =>
  person(key, name, 'female', ['sign-interpreter'], { languages: ['sgn-GE'] });

const INTERVIEWER = ['forensic-interviewer', 'interviewer'];
const COORDINATOR = ['witness-coordinator', 'coordinator'];
const LAWYER = ['child-lawyer'];
const REPRESENTATIVE = ['procedural-representative'];

/** Who can be booked at each agency of the local hub. */
export const bookablePeople: Readonly<Record<string, readonly BookablePerson[]>> = {
  'centre-tbilisi': [
    person('interviewer-1', 'თეონა, გამომკითხავი', 'female', INTERVIEWER),
    person('interviewer-2', 'ლაშა, გამომკითხავი', 'male', INTERVIEWER, { languages: ['ru'] }),
    person('psychologist-1', 'ნათია, ფსიქოლოგი', 'female', ['psychologist']),
    person('psychologist-2', 'ვახო, ფსიქოლოგი', 'male', ['psychologist'], { languages: ['ru'] }),
    interpreter('interpreter-ru', 'ელენე, თარჯიმანი', 'female', 'ru'),
    interpreter('interpreter-az', 'ლეილა, თარჯიმანი', 'female', 'az'),
    interpreter('interpreter-hy', 'ანაიდა, თარჯიმანი', 'female', 'hy'),
    interpreter('interpreter-kmr', 'ბესიკი, თარჯიმანი', 'male', 'kmr'),
    signs('interpreter-sgn', 'მარი, ჟესტური ენის თარჯიმანი'),
  ],
  'centre-kutaisi': [
    person('interviewer-1', 'ხატია, გამომკითხავი', 'female', INTERVIEWER),
    person('interviewer-2', 'ზურაბი, გამომკითხავი', 'male', INTERVIEWER, { languages: ['ru'] }),
    person('psychologist-1', 'სოფო, ფსიქოლოგი', 'female', ['psychologist']),
    person('psychologist-2', 'თორნიკე, ფსიქოლოგი', 'male', ['psychologist']),
    interpreter('interpreter-ru', 'ირინა, თარჯიმანი', 'female', 'ru'),
    interpreter('interpreter-az', 'ფარიდა, თარჯიმანი', 'female', 'az'),
    signs('interpreter-sgn', 'ნუცა, ჟესტური ენის თარჯიმანი'),
  ],
  'police-imereti': [
    person('investigator-1', 'დავითი, გამომძიებელი', 'male', ['investigator'], {
      account: 'person-davit-police-imereti',
    }),
    person('investigator-2', 'მზია, გამომძიებელი', 'female', ['investigator']),
    person('coordinator-1', 'ნესტანი, კოორდინატორი', 'female', COORDINATOR),
  ],
  'police-tbilisi': [
    person('investigator-1', 'შალვა, გამომძიებელი', 'male', ['investigator']),
    person('investigator-2', 'ქრისტინე, გამომძიებელი', 'female', ['investigator']),
    person('coordinator-1', 'ეკატერინე, კოორდინატორი', 'female', COORDINATOR),
  ],
  'prosecutor-imereti': [
    person('prosecutor-1', 'სალომე, პროკურორი', 'female', ['prosecutor'], {
      account: 'person-salome-prosecutor-imereti',
    }),
    person('prosecutor-2', 'ავთანდილი, პროკურორი', 'male', ['prosecutor']),
    person('coordinator-1', 'მაგდა, კოორდინატორი', 'female', COORDINATOR),
  ],
  'prosecutor-tbilisi': [
    person('prosecutor-1', 'ბექა, პროკურორი', 'male', ['prosecutor']),
    person('prosecutor-2', 'თინათინი, პროკურორი', 'female', ['prosecutor']),
    person('coordinator-1', 'ლიკა, კოორდინატორი', 'female', COORDINATOR),
  ],
  'agency-imereti': [
    person('social-worker-1', 'გიორგი, სოციალური მუშაკი', 'male', ['social-worker'], {
      account: 'person-giorgi-agency-imereti',
    }),
    person('social-worker-2', 'თამარი, სოციალური მუშაკი', 'female', ['social-worker'], {
      account: 'person-tamar-agency-imereti',
    }),
    person('social-worker-3', 'ია, სოციალური მუშაკი', 'female', ['social-worker']),
    person('representative-1', 'ნანი, საპროცესო წარმომადგენელი', 'female', REPRESENTATIVE),
    person('representative-2', 'ოთარი, საპროცესო წარმომადგენელი', 'male', REPRESENTATIVE),
  ],
  'agency-tbilisi': [
    person('social-worker-1', 'მანანა, სოციალური მუშაკი', 'female', ['social-worker']),
    person('social-worker-2', 'კახა, სოციალური მუშაკი', 'male', ['social-worker']),
    person('social-worker-3', 'ლია, სოციალური მუშაკი', 'female', ['social-worker']),
    person('representative-1', 'ციცი, საპროცესო წარმომადგენელი', 'female', REPRESENTATIVE),
    person('representative-2', 'რეზო, საპროცესო წარმომადგენელი', 'male', REPRESENTATIVE),
  ],
  'agency-samegrelo-zemo-svaneti': [
    person('social-worker-1', 'ხვიჩა, სოციალური მუშაკი', 'male', ['social-worker']),
    person('social-worker-2', 'დალი, სოციალური მუშაკი', 'female', ['social-worker']),
    person('representative-1', 'მედეა, საპროცესო წარმომადგენელი', 'female', REPRESENTATIVE),
  ],
  'forensic-bureau': [
    person('doctor-1', 'გურამი, ექსპერტი', 'male', ['forensic-doctor']),
    person('doctor-2', 'ნონა, ექსპერტი', 'female', ['forensic-doctor']),
  ],
  'legal-aid-kutaisi': [
    person('lawyer-1', 'ნიკოლოზი, ადვოკატი', 'male', LAWYER),
    person('lawyer-2', 'თათია, ადვოკატი', 'female', LAWYER),
  ],
  'legal-aid-tbilisi': [
    person('lawyer-1', 'გვანცა, ადვოკატი', 'female', LAWYER),
    person('lawyer-2', 'ლუკა, ადვოკატი', 'male', LAWYER),
  ],
  'court-kutaisi': [
    person('judge-1', 'მურმანი, მოსამართლე', 'male', ['judge']),
    person('judge-2', 'ირმა, მოსამართლე', 'female', ['judge']),
    person('clerk-1', 'ნატალია, სხდომის მდივანი', 'female', ['clerk']),
  ],
  'court-tbilisi': [
    person('judge-1', 'ნუგზარი, მოსამართლე', 'male', ['judge']),
    person('judge-2', 'მაყვალა, მოსამართლე', 'female', ['judge']),
    person('clerk-1', 'სანდრო, სხდომის მდივანი', 'male', ['clerk']),
  ],
};

/** Rooms and devices of each child centre: how many, by kind. */
export const centreThings = {
  'interview-room': 2,
  'observation-room': 2,
  'medical-room': 1,
  'waiting-room': 3,
  recorder: 3,
  vehicle: 1,
} as const;

/** Where each agency that has people to book is at home. */
export const homeOf = (agency: string): string =>
  agency.endsWith('-tbilisi') || agency === 'forensic-bureau'
    ? 'tbilisi'
    : agency.includes('samegrelo')
      ? 'zugdidi'
      : 'kutaisi';
