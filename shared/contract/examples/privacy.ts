import type { Examples } from './example.ts';

const record = 'cas_6wq3tr8ynk2mzp5hdf7c';
const at = '2026-11-20T22:14:09.000Z';
const by = { account: 'person-zura-police-tbilisi', agency: 'police-tbilisi' };
const why = {
  rule: 'break-glass',
  says: 'Whoever broke the glass reads, for an hour at most, what the emergency needs',
  purpose: { code: 'protection', label: 'Protection of the child' },
  basis: [{ code: 'data-law', label: 'Law on Personal Data Protection' }],
};

const ticket = {
  ...{ record, number: 1, version: 1, openedAt: at, until: '2026-11-20T23:14:09.000Z', by },
  state: { code: 'open', label: 'Open' },
  reason:
    'The patrol stands before the flat and has to know whether the child is safe there tonight.',
  reviewBy: '2026-11-21T22:14:09.000Z',
  reads: [{ at: '2026-11-20T22:15:02.000Z', what: 'case.read', record }],
  links: { self: `/v1/break-glass/${record}/1` },
};
const reviewed = {
  ...{ ...ticket, version: 2, reviewBy: undefined },
  state: { code: 'ended', label: 'Ended' },
  review: {
    at: '2026-11-21T08:30:00.000Z',
    by: { account: 'person-elene-oversight-national', agency: 'oversight-national' },
    finding: { code: 'justified', label: 'It was justified' },
    reason: 'The patrol protocol of that night says the same.',
  },
};
const line = {
  ...{ at, verb: 'access', ...by, action: 'case.read', groups: ['identity', 'whereabouts'] },
  ...{ why, ticket: `${record}#1` },
};

const incident = {
  ...{ number: 2, version: 4, state: { code: 'ready', label: 'Ready' } },
  ...{ recordedAt: at, noticedAt: at, notifyBy: '2026-11-23T22:14:09.000Z' },
  note: 'A laptop with an open sign-in was stolen from the office.',
  scope: {
    ...{ from: '2026-11-20T18:00:00.000Z', to: '2026-11-20T22:00:00.000Z' },
    accounts: ['person-giorgi-agency-imereti'],
  },
  progress: { done: 8, of: 8, entries: 41 },
  totals: {
    ...{ entries: 41, lists: 3, records: 9, children: 6 },
    categories: [{ group: 'identity', records: 9, children: 6 }],
    accounts: [
      { account: 'person-giorgi-agency-imereti', agency: 'agency-imereti', reads: 38, records: 9 },
    ],
    leads: [{ agency: 'agency-imereti', children: 6 }],
  },
  links: {
    ...{ self: '/v1/incidents/2', steps: '/v1/incidents/2/steps' },
    records: '/v1/incidents/2/records',
  },
};
const ties = { accused: 'no', sharesHousehold: 'unknown', dependsOnAccused: 'no' };
const request = {
  ...{ record, number: 1, version: 1, at, name: 'Eka Lomidze' },
  state: { code: 'waiting', label: 'Waits for two people to agree' },
  subject: { code: 'child', label: 'The child' },
  requester: { code: 'parent', label: 'A parent' },
  because: [
    {
      code: 'requester-shares-household',
      label: 'Whoever asks lives with an accused, or nobody knows',
    },
  ],
  decideBy: '2026-12-04T14:00:00.000Z',
  votes: [],
  links: {
    self: `/v1/subject-access/${record}/1`,
    votes: `/v1/subject-access/${record}/1/votes`,
    pack: `/v1/subject-access/${record}/1/pack`,
  },
};
const unit = { agency: 'agency-imereti', ka: 'იმერეთის სამსახური', en: 'Imereti unit' };
const pack = {
  headings: { looks: { ka: 'რომელმა უწყებამ და როდის ნახა', en: 'Which agency looked, and when' } },
  known: { identity: { givenName: 'Luka', birthDate: '2014-05-02' } },
  recipients: [unit],
  looks: [{ on: '2026-11-20', ...unit }],
  purposes: [{ code: 'protection', ka: 'ბავშვის დაცვა', en: 'Protection of the child' }],
  bases: [
    { code: 'data-law', ka: 'პერსონალურ მონაცემთა დაცვის კანონი', en: 'Data protection law' },
  ],
  text: 'რა არის ჩაწერილი თქვენ შესახებ / What is known of you',
};

export const privacyExamples: Examples = {
  breakGlass: {
    bodies: {
      emergency: {
        title: { ka: 'პატრული ბინის კართან', en: 'A patrol at the door' },
        value: { record, reason: ticket.reason },
      },
    },
    answer: ticket,
  },
  getTicket: { answer: ticket },
  revokeTicket: {
    answer: {
      ...{ ...ticket, version: 2 },
      state: { code: 'revoked', label: 'Revoked' },
      revoked: { at: '2026-11-20T22:40:00.000Z', by },
    },
  },
  reviewTicket: {
    bodies: {
      justified: {
        title: { ka: 'გამართლებული იყო', en: 'It was justified' },
        value: { finding: 'justified', reason: reviewed.review.reason },
      },
    },
    answer: reviewed,
  },
  reportIncident: {
    bodies: {
      laptop: {
        title: { ka: 'მოპარული კომპიუტერი', en: 'A stolen laptop' },
        value: { ...incident.scope, note: incident.note },
      },
    },
    answer: incident,
  },
  getIncident: { answer: incident },
  countIncident: { answer: incident },
  notifyIncident: { answer: { ...incident, version: 5, notifiedAt: '2026-11-22T09:00:00.000Z' } },
  incidentRecords: {
    answer: {
      items: [
        {
          ...{ record, child: record, groups: ['identity'] },
          accounts: [
            { account: 'person-giorgi-agency-imereti', agency: 'agency-imereti', reads: 4 },
          ],
        },
      ],
    },
  },
  askSubjectAccess: {
    bodies: {
      parent: {
        title: {
          ka: 'მშობელი ითხოვს ბავშვის მონაცემებს',
          en: 'A parent asks for the data of a child',
        },
        value: { record, subject: 'child', requester: 'parent', name: 'Eka Lomidze', ties },
      },
    },
    answer: request,
  },
  getSubjectAccess: { answer: request },
  decideSubjectAccess: {
    bodies: {
      release: {
        title: { ka: 'გაიცეს', en: 'Release' },
        value: { verdict: 'release', reason: 'She lives apart from him and has custody.' },
      },
    },
    answer: { ...request, version: 2 },
  },
  releaseSubjectPack: { answer: pack },
  caseAccess: { answer: { items: [line] } },
  referralAccess: { answer: { items: [line] } },
};
