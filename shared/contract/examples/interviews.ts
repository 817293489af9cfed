import type { Examples } from './example.ts';

const id = 'int_7xpj8q2mzt5w9hkd3nrc';
const self = `/v1/interviews/${id}`;
const l = (code: string, label: string) => ({ code, label });

const role = {
  parts: [l('planning', 'Planning meeting'), l('interview', 'Joint interview')],
  required: true,
  standIn: true,
  from: 'resources',
  languages: [],
  because: [l('always', 'Always needed')],
};

const plan = {
  id,
  version: 1,
  status: l('planning', 'Being planned'),
  case: 'cas_5w9hkd3nrc7xpj8q2mzt',
  episode: 1,
  place: 1,
  requestedBy: 'police-imereti',
  openedAt: '2026-11-24T09:05:00.000Z',
  deadline: {
    tier: 0,
    why: 'Time works against the child or the evidence: within 72 hours.',
    startedAt: '2026-11-23T14:10:00.000Z',
    dueAt: '2026-11-26T14:10:00.000Z',
    reasons: [
      l('lives-with-accused', 'The child still lives with an alleged perpetrator'),
      l('counts-from-first-report', 'Counted from the first report about the child'),
    ],
    because:
      'Monday 23 November 18:10 → starts at once and runs day and night; the facts of the case make it due Thursday 26 November 18:10; due Thursday 26 November 18:10',
  },
  legalForms: [
    {
      ...l('interview', 'Interview'),
      consequence: 'The child may still have to testify at the trial.',
    },
  ],
  ground: l('consent-awaited', 'A representative’s consent is awaited'),
  mayStart: false,
  site: {
    agency: 'centre-tbilisi',
    insteadOf: 'centre-kutaisi',
    travelMinutes: 170,
    because: [
      l('centre-not-open', 'The centre of the place is not open: another stands in'),
      l('form-admitted', 'The centre admits this form of violence'),
    ],
  },
  parts: [
    { part: l('planning', 'Planning meeting'), minutes: 45, breaks: 0 },
    { part: l('interview', 'Joint interview'), minutes: 55, breaks: 1 },
    { part: l('first-contact', 'First contact with the psychologist'), minutes: 30, breaks: 0 },
  ],
  medical: {
    order: l('before-interview', 'The medical part comes before the interview'),
    because: l('acute', 'It happened recently: traces can still be taken'),
    by: '2026-11-25T09:05:00.000Z',
    ordered: false,
    pulledForward: false,
  },
  roles: [
    {
      ...role,
      role: l('interviewer', 'Interviewer'),
      place: l('interview-room', 'Interview room'),
      video: false,
      agency: 'centre-tbilisi',
      qualification: l('forensic-interviewer', 'Certified interviewer of children'),
      languages: ['ka'],
    },
    {
      ...role,
      role: l('prosecutor', 'Prosecutor'),
      place: l('observation-room', 'Observation room'),
      video: true,
      agency: 'prosecutor-imereti',
    },
  ],
  needs: [],
  language: 'ka',
  explained: [
    {
      about: 'length',
      ...l('age-times', 'A child of 9: 5 minutes a year of age → 45 minutes'),
    },
  ],
  bookings: [],
  forbiddenTimes: [],
  shownBy: 'plans-the-visit',
  links: { self, slots: `${self}/slots` },
};

const forbidden = {
  number: 1,
  at: '2026-11-24T09:20:00.000Z',
  agency: 'agency-imereti',
  code: l('school-exam', 'Exam at school'),
  when: { from: '2026-11-25T05:00:00.000Z', to: '2026-11-25T09:00:00.000Z' },
};

export const interviewExamples: Examples = {
  openInterview: {
    bodies: {
      least: {
        title: {
          ka: 'დანარჩენს ჰაბი შემთხვევიდან იღებს',
          en: 'The hub takes the rest from the case',
        },
        value: {},
      },
      arrest: {
        title: { ka: 'დაკავება და ბავშვის სურვილები', en: 'An arrest, and what the child wants' },
        value: {
          arrestedAt: '2026-11-24T06:00:00Z',
          lastIncidentAt: '2026-11-22',
          interviewerSex: 'female',
          companion: { name: 'ნანა, ბებია', phone: '+995 555 00 01 09' },
          wishes: [{ kind: 'preferred-time', when: { daily: { from: '10:00', to: '13:00' } } }],
          forbiddenTimes: [
            {
              code: 'school-exam',
              when: { from: '2026-11-25T05:00:00Z', to: '2026-11-25T09:00:00Z' },
            },
          ],
        },
      },
    },
    answer: plan,
  },
  getInterview: { answer: plan },
  listVisits: {
    answer: {
      items: [
        {
          id,
          case: plan.case,
          status: l('held', 'Provisionally booked'),
          openedAt: plan.openedAt,
          deadline: { tier: 0, dueAt: plan.deadline.dueAt },
          site: 'centre-tbilisi',
          bookings: [
            {
              id: 'bkg_3c8xk2vd9hw5pmq7rnzt',
              purpose: 'visit',
              state: l('held', 'Provisional booking'),
              start: '2026-11-25T06:00:00.000Z',
              end: '2026-11-25T09:00:00.000Z',
              expiresAt: '2026-11-24T11:20:00.000Z',
              own: 'asked',
              waitsFor: ['police-imereti', 'prosecutor-imereti'],
            },
          ],
          links: { self },
        },
      ],
    },
  },
  listInterviews: {
    answer: {
      items: [
        {
          id,
          status: l('planning', 'Being planned'),
          openedAt: '2026-11-24T09:05:00.000Z',
          episode: 1,
          place: 1,
          tier: 0,
          dueAt: '2026-11-26T14:10:00.000Z',
          site: 'centre-tbilisi',
          links: { self },
        },
      ],
    },
  },
  addFacts: {
    bodies: {
      arrest: {
        title: { ka: 'სავარაუდო მოძალადე დააკავეს', en: 'Somebody was arrested' },
        value: { arrestedAt: '2026-11-25T07:30:00Z' },
      },
      order: {
        title: { ka: 'გამომძიებლის დადგენილება', en: 'The investigator’s order' },
        value: { forensicOrder: { document: 'IM-2026-0417' } },
      },
    },
    answer: plan,
  },
  planInterview: {
    bodies: {
      form: {
        title: { ka: 'პროკურორი ირჩევს ფორმას', en: 'The prosecutor chooses the form' },
        value: { legalForm: 'interview' },
      },
      near: {
        title: { ka: 'თარჯიმანი იმავე ქალაქიდან', en: 'An interpreter from the same town' },
        value: {
          interpreter: 'screen',
          interpreterFromNear: true,
          reason: 'უდიური ენის სხვა თარჯიმანი ქვეყანაში არ არის.',
        },
      },
      companion: {
        title: { ka: 'თანმხლებზე უარი', en: 'The companion is refused' },
        value: { companion: 'refused', reason: 'თანმხლები თავად არის მოწმე.' },
      },
    },
    answer: plan,
  },
  recordConsent: {
    bodies: {
      given: {
        title: { ka: 'კანონიერი წარმომადგენელი თანახმაა', en: 'The legal representative consents' },
        value: {
          result: 'given',
          by: { name: 'ნანა მაისურაძე', phone: '+995 555 00 01 09' },
          capacity: 'legal-representative',
        },
      },
    },
    answer: {
      number: 1,
      at: '2026-11-24T10:00:00.000Z',
      agency: 'agency-imereti',
      result: l('given', 'Consent given'),
      capacity: l('legal-representative', 'Legal representative'),
      valid: true,
      because: [],
      by: 'ნანა მაისურაძე',
    },
  },
  recordOrder: {
    bodies: {
      order: {
        title: { ka: 'სასამართლოს ბრძანება', en: 'A court’s order' },
        value: { document: 'KUT-2026-113', court: 'court-kutaisi' },
      },
    },
    answer: { ...plan, ground: l('court-order', 'A court’s order'), mayStart: true },
  },
  addForbiddenTime: {
    bodies: {
      exam: {
        title: { ka: 'გამოცდა', en: 'An exam' },
        value: {
          code: 'school-exam',
          when: { from: '2026-11-25T05:00:00Z', to: '2026-11-25T09:00:00Z' },
        },
      },
      medication: {
        title: { ka: 'წამალი ყოველდღე', en: 'Medication every day' },
        value: { code: 'medication', when: { daily: { from: '12:00', to: '12:30' } } },
      },
    },
    answer: forbidden,
  },
  addWish: {
    bodies: {
      worker: {
        title: { ka: 'ნაცნობი სოციალური მუშაკი', en: 'A social worker the child knows' },
        value: { kind: 'known-worker', account: 'person-giorgi-agency-imereti' },
      },
    },
    answer: {
      number: 1,
      at: '2026-11-24T09:20:00.000Z',
      agency: 'agency-imereti',
      kind: l('known-worker', 'Social worker the child knows'),
      account: 'person-giorgi-agency-imereti',
    },
  },
};
