import type { Examples } from './example.ts';
import { taskExamples } from './tasks.ts';

const at = '2026-11-24T15:20:00.000Z';

const perpetrator = {
  relation: 'father',
  name: 'Zaza',
  livesWithChild: 'yes',
  isGuardian: 'yes',
  employer: 'police-imereti',
  under18: 'no',
  dangerToVisitors: 'unknown',
};

const named = {
  number: 1,
  version: 1,
  at,
  agency: 'agency-imereti',
  perpetrator,
  excludes: ['police-imereti'],
  alreadyWent: [
    {
      type: 'task.requested',
      label: 'A task was handed over',
      at: '2026-11-24T09:05:00.000Z',
      subject: { kind: 'task', id: 'tsk_8q2mzt5w9hkd3nrc7xpj' },
      agency: 'police-imereti',
    },
  ],
};

const speaker = {
  number: 1,
  at,
  agency: 'agency-imereti',
  capacity: { code: 'procedural-representative', label: 'Procedural representative' },
  person: { name: 'Eka Lomidze', phone: '599 12 34 56' },
  accused: 'no',
  sharesHousehold: 'no',
  dependsOnAccused: 'no',
  reason: 'The father is an alleged perpetrator and the mother depends on him.',
  from: at,
  current: true,
};

const contact = {
  number: 1,
  version: 1,
  at,
  contact: { person: 'Grandmother', phone: '599 65 43 21', never: 'after 19:00' },
  accused: 'no',
  sharesHousehold: 'no',
  dependsOnAccused: 'no',
  inHousehold: 'no',
  mayReach: true,
  because: [],
};

const notice = {
  number: 1,
  at,
  kind: { code: 'summons', label: 'Summons' },
  language: 'ka',
  contact: 1,
  state: 'owed',
};

export const familyExamples: Examples = {
  namePerpetrator: {
    bodies: {
      father: {
        title: { ka: 'მამა, პოლიციის თანამშრომელი', en: 'The father, who works for the police' },
        value: { perpetrator },
      },
    },
    answer: named,
  },
  correctPerpetrator: {
    bodies: {
      corrected: {
        title: { ka: 'შესწორებული სამსახური', en: 'A corrected employer' },
        value: { perpetrator: { ...perpetrator, employer: 'police-tbilisi' } },
      },
    },
    answer: { ...named, version: 2, excludes: ['police-imereti', 'police-tbilisi'] },
  },
  perpetrators: { answer: { items: [named] } },
  decideSpeaker: {
    bodies: {
      representative: {
        title: { ka: 'საპროცესო წარმომადგენელი', en: 'A procedural representative' },
        value: {
          capacity: 'procedural-representative',
          person: speaker.person,
          accused: 'no',
          sharesHousehold: 'no',
          dependsOnAccused: 'no',
          reason: speaker.reason,
        },
      },
      nobody: {
        title: { ka: 'ჯერ არავინ', en: 'Nobody yet' },
        value: { capacity: 'none-yet', reason: 'A representative has been asked for.' },
      },
    },
    answer: speaker,
  },
  speakers: { answer: { items: [speaker] } },
  confirmContact: {
    bodies: {
      grandmother: {
        title: { ka: 'ბებია, რომელიც ცალკე ცხოვრობს', en: 'A grandmother who lives elsewhere' },
        value: {
          ...contact.contact,
          accused: 'no',
          sharesHousehold: 'no',
          dependsOnAccused: 'no',
          inHousehold: 'no',
        },
      },
    },
    answer: contact,
  },
  withdrawContact: {},
  sendNotice: {
    bodies: {
      summons: {
        title: { ka: 'გამოძახება', en: 'A summons' },
        value: { kind: 'summons', language: 'ka' },
      },
    },
    answer: notice,
  },
  explainShield: {
    answer: {
      shielded: true,
      because: [
        { code: 'representative-undecided', label: 'It is undecided who speaks for the child' },
      ],
      contacts: [contact],
      notices: [
        { ...notice, state: 'sent', sentAt: at },
        {
          ...notice,
          number: 2,
          state: 'by-hand',
          notSentBecause: [
            {
              code: 'contact-said-never',
              label: 'The contact said when never to be reached: pass it on in person',
            },
          ],
        },
      ],
    },
  },
};

const conflict = {
  number: 1,
  at,
  account: 'person-giorgi-agency-imereti',
  reason: { code: 'related-to-perpetrator', label: 'Related to an alleged perpetrator' },
  declaredBy: 'agency-imereti',
  alreadyWent: [],
  version: 1,
};

export const insideExamples: Examples = {
  declareConflict: {
    bodies: {
      account: {
        title: { ka: 'სოციალური მუშაკი ნათესავია', en: 'A social worker is a relative' },
        value: { account: 'person-giorgi-agency-imereti', reason: 'related-to-perpetrator' },
      },
      agency: {
        title: { ka: 'მთელი უწყება', en: 'A whole agency' },
        value: { agency: 'municipality-zestaponi', reason: 'works-with-perpetrator' },
      },
    },
    answer: conflict,
  },
  conflicts: { answer: { items: [conflict] } },
  undoConflict: {
    answer: { ...conflict, undone: { at, agency: 'oversight-national' }, version: 2 },
  },
  requestRepresentative: {
    bodies: {
      ask: { title: { ka: 'მოთხოვნა', en: 'The request' }, value: {} },
    },
    answer: {
      ...(taskExamples.getTask?.answer as object),
      kind: {
        code: 'appoint-procedural-representative',
        label: 'Appoint a procedural representative',
      },
      track: 'justice',
      role: 'participant',
      urgency: 'high',
    },
  },
  declareAbsence: {
    bodies: {
      leave: {
        title: { ka: 'შვებულება', en: 'Leave' },
        value: { kind: 'leave', to: '2026-12-07T05:00:00Z', deputy: 'person-tamar-agency-imereti' },
      },
      removal: { title: { ka: 'წავიდა', en: 'Gone' }, value: { kind: 'removal' } },
    },
    answer: {
      number: 1,
      account: 'person-giorgi-agency-imereti',
      kind: { code: 'leave', label: 'Leave or illness' },
      from: at,
      to: '2026-12-07T05:00:00.000Z',
      deputy: 'person-tamar-agency-imereti',
      moved: ['tsk_4n8qwe7zr2mfk9tgc3yh'],
      more: false,
    },
  },
};
