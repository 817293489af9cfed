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
  caseAccess: { answer: { items: [line] } },
  referralAccess: { answer: { items: [line] } },
};
