import type { Examples } from './example.ts';

const older = 'cas_5w9hkd3nrc7xpj8q2mzt';
const younger = 'cas_8m2xq7vpt4rkd9wh3ncz';

const joining = {
  number: 1,
  of: older,
  same: 'yes',
  referral: 'ref_4d8nqx2e',
  case: younger,
  at: '2026-12-01T08:20:00.000Z',
  agency: 'agency-imereti',
  reason: 'პირადი ნომერი და მისამართი ემთხვევა.',
  links: {
    case: `/v1/cases/${older}`,
    undoing: `/v1/cases/${older}/joinings/1/undoing`,
  },
};

export const sameChildExamples: Examples = {
  joinCase: {
    bodies: {
      same: {
        title: { ka: 'ერთი და იგივე ბავშვია', en: 'It is the same child' },
        value: { case: older, same: 'yes', reason: 'პირადი ნომერი და მისამართი ემთხვევა.' },
      },
      other: {
        title: { ka: 'სხვა ბავშვია', en: 'It is another child' },
        value: {
          referral: 'ref_7k3m92qd',
          same: 'no',
          reason: 'თანამოსახელეა, სხვა სოფლიდან; დაბადების თარიღი არასწორად ეწერა.',
        },
      },
    },
    answer: joining,
  },
  undoJoining: {
    bodies: {
      mistake: {
        title: { ka: 'სხვადასხვა ბავშვი აღმოჩნდა', en: 'They turned out to be two children' },
        value: { reason: 'ბიძაშვილები არიან; დოკუმენტები ვნახე.' },
      },
    },
    answer: {
      ...joining,
      undoneAt: '2026-12-02T10:05:00.000Z',
      undoing: 'ბიძაშვილები არიან; დოკუმენტები ვნახე.',
    },
  },
  recordTelling: {
    bodies: {
      doctor: {
        title: { ka: 'ექიმს მოუყვა', en: 'Told to the doctor' },
        value: { to: 'clinic-kutaisi', at: '2026-11-24T10:30:00Z', why: 'own-accord' },
      },
    },
    answer: {
      number: 1,
      to: { code: 'clinic-kutaisi', label: 'Children’s clinic, Kutaisi' },
      at: '2026-11-24T10:30:00.000Z',
      why: { code: 'own-accord', label: 'The child told it of its own accord' },
    },
  },
};
