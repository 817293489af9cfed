import type { Examples } from './example.ts';

const rights = { roles: ['worker', 'duty'], areas: [] };
const person = {
  number: 7,
  account: '5b0f6a52-3c1e-4b6f-9b53-0d9b4d9c1f17',
  state: 'invited',
  name: 'ნათია ლომიძე',
  mail: 'n.lomidze@example.ge',
  ...rights,
  invitedUntil: '2026-11-23T09:12:00.000Z',
  numberKnown: true,
  version: 1,
};
const there = { ...person, state: 'there', invitedUntil: undefined, version: 3 };
const proposal = {
  number: 2,
  kind: 'invitation',
  person: 7,
  name: person.name,
  ...rights,
  proposedBy: '0d6cf1d0-8a1d-4d7e-8f43-3a3c6b0f9b11',
  at: '2026-11-20T09:12:00.000Z',
  until: '2026-11-23T09:12:00.000Z',
  version: 1,
};
const first = {
  id: 'municipality-zestaponi--1760000000000',
  createdAt: '2025-10-09T08:53:20.000Z',
};
const second = {
  id: 'municipality-zestaponi--1795165920000',
  createdAt: '2026-11-20T09:12:00.000Z',
};
const client = {
  id: 'municipality-zestaponi',
  roles: ['system', 'worker', 'duty'],
  secrets: [first],
  certificates: ['5f2b8d0c7c1a4e0b9a4f2f7d3c9e6b1a0d8c7b6a5f4e3d2c1b0a99887766554433'.slice(0, 64)],
};
const title = (ka: string, en: string) => ({ ka, en });

const inHand = { open: 9, children: 6, urgent: 1, dueSoon: 2, overdue: 0, cut: false };

export const peopleExamples: Examples = {
  listPeople: { answer: { items: [there, person] } },
  ownLoad: { answer: inHand },
  listLoads: { answer: { items: [{ account: person.account, name: person.name, ...inHand }] } },
  invitePerson: {
    bodies: {
      worker: {
        title: title('ახალი თანამშრომელი, მორიგეც', 'A new colleague, who takes duty as well'),
        value: {
          name: person.name,
          mail: person.mail,
          roles: rights.roles,
          personalNumber: '01001000017',
        },
      },
    },
    answer: person,
  },
  changePerson: {
    bodies: {
      supervisor: {
        title: title('ახლა ზედამხედველია', 'Supervises from now on'),
        value: { roles: ['worker', 'supervisor'] },
      },
    },
    answer: { ...there, roles: ['worker', 'supervisor'] },
  },
  removePerson: { answer: { moved: ['tsk_4n8qwe7zr2mfk9tgc3yh'], more: false } },
  endSignIns: {
    bodies: {
      lost: {
        title: title('ტელეფონი დაიკარგა', 'The telephone was lost'),
        value: { resetSecondFactor: true },
      },
    },
    answer: there,
  },
  listProposals: { answer: { items: [proposal] } },
  confirmProposal: { answer: person },
  takeUpMembership: {
    bodies: {
      number: {
        title: title('მოწვევის მიღება', 'Take up an invitation'),
        value: { personalNumber: '01001000017' },
      },
    },
    answer: {
      ...{ account: person.account, agency: 'agency-imereti', ...rights, numberKnown: true },
    },
  },
  endSession: {
    bodies: {
      here: { title: title('გასვლა', 'Sign out'), value: {} },
      everywhere: {
        title: title('გასვლა ყველა მოწყობილობიდან', 'Sign out on every device'),
        value: { everywhere: true },
      },
    },
    answer: { ended: 'this' },
  },
  listClients: { answer: { items: [client] } },
  rotateClient: {
    bodies: { next: { title: title('ახალი საიდუმლო', 'A new secret'), value: {} } },
    answer: { ...client, secrets: [first, second], secret: 'shown-once-and-never-again' },
  },
  endClientSecret: { answer: { ...client, secrets: [second] } },
  setClientCertificates: {
    bodies: {
      one: {
        title: title('მხოლოდ ამ სერტიფიკატით', 'With this certificate only'),
        value: {
          certificates: [
            `-----BEGIN CERTIFICATE-----\n${'MIIBozCCAUmgAwIBAgIUbHU33E7gmJJDnjYW'.repeat(3)}\n-----END CERTIFICATE-----`,
          ],
        },
      },
      none: { title: title('მოთხოვნის მოხსნა', 'Lift the demand'), value: { certificates: [] } },
    },
    answer: client,
  },
};
