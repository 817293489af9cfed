import type { Examples } from './example.ts';

const self = '/v1/referrals/ref_7k3m92qd/recalls/1';

const recall = {
  referral: 'ref_7k3m92qd',
  number: 1,
  kind: { code: 'correction', label: 'Correction: something that was told is wrong' },
  reason: { code: 'contact-wrong', label: 'The address or the telephone is wrong' },
  from: 'agency-imereti',
  at: '2026-11-25T08:30:00.000Z',
  deadline: '2026-11-26T08:30:00.000Z',
  fieldGroups: ['contact', 'whereabouts'],
  correction: 'ბავშვი ბებიასთან ცხოვრობს; შეტყობინებაში მითითებული ტელეფონი სხვისია.',
  advice: [
    { code: 'use-corrected', label: 'No longer rely on what was wrong.' },
    {
      code: 'work-goes-on',
      label: 'A recall stops nothing: tasks, deadlines and the child’s protection go on.',
    },
  ],
  recipients: [
    {
      agency: 'police-imereti',
      toldSince: '2026-11-20T13:41:00.000Z',
      toldBy: [
        { code: 'asked', label: 'Was asked to work on it' },
        { code: 'read', label: 'Read it' },
      ],
      status: { code: 'open', label: 'Waits for the answer' },
    },
  ],
  version: 1,
  links: { self },
};

const answered = {
  ...recall,
  advice: [
    {
      code: 'delete-or-basis',
      label: 'Delete what you hold of it, or say on what legal basis you keep it.',
    },
    ...recall.advice,
  ],
  recipients: recall.recipients.map((line) => ({
    ...line,
    status: { code: 'kept', label: 'Kept on a legal basis' },
    basis: { code: 'crime-investigation', label: 'Prevention or investigation of a crime' },
    confirmedAt: '2026-11-25T10:05:00.000Z',
    actingPerson: 'დავით მაისურაძე, 599 00 22 33',
  })),
  version: 2,
  links: { self, confirmations: `${self}/confirmations` },
};

export const recallExamples: Examples = {
  makeRecall: {
    bodies: {
      correction: {
        title: { ka: 'მისამართი მცდარია', en: 'The address is wrong' },
        value: {
          kind: 'correction',
          reason: 'contact-wrong',
          fieldGroups: recall.fieldGroups,
          correction: recall.correction,
        },
      },
      'consent-withdrawn': {
        title: { ka: 'ოჯახმა თანხმობა გამოიხმო', en: 'The family withdrew its consent' },
        value: { kind: 'consent-withdrawn', reason: 'family-withdrew' },
      },
      'wrong-agency': {
        title: { ka: 'სხვა უწყებას გაეგზავნა', en: 'Sent to the wrong agency' },
        value: { kind: 'wrong-agency', reason: 'other-area', to: ['clinic-kutaisi'] },
      },
    },
    answer: recall,
  },
  listRecalls: { answer: { items: [recall] } },
  getRecall: { answer: recall },
  confirmRecall: {
    bodies: {
      kept: {
        title: { ka: 'ინახება, საფუძვლით', en: 'Kept on a legal basis' },
        value: {
          status: 'kept',
          basis: 'crime-investigation',
          actingPerson: { name: 'დავით მაისურაძე', phone: '599 00 22 33' },
        },
      },
      deleted: {
        title: { ka: 'წაიშალა', en: 'Deleted' },
        value: { status: 'deleted', actingPerson: 'დავით მაისურაძე' },
      },
    },
    answer: answered,
  },
  listOpenRecalls: {
    answer: {
      items: [
        {
          referral: 'ref_7k3m92qd',
          receiptNumber: 'ER-7K3M-92QD',
          number: 1,
          kind: recall.kind,
          part: 'waits',
          at: recall.at,
          deadline: recall.deadline,
          overdue: false,
          unanswered: 1,
          links: { self },
        },
      ],
    },
  },
};
