import type { Examples } from './example.ts';

const ofCase = '/v1/cases/cas_5w9hkd3nrc7xpj8q2mzt';
const self = '/v1/interviews/int_7k2hsd9xnq4wrp8c3mzt';

const asked = {
  number: 1,
  opens: 2,
  reason: { code: 'new-incident', label: 'New violence has happened since the interview' },
  side: 'lead',
  at: '2027-02-01T09:10:00.000Z',
  agency: 'agency-imereti',
  note: 'The school reported new injuries on Friday.',
  version: 1,
  links: { list: `${ofCase}/episodes`, confirmation: `${ofCase}/episodes/1/confirmation` },
};
const opened = {
  ...asked,
  confirmed: { at: '2027-02-01T10:00:00.000Z', agency: 'prosecutor-imereti' },
  version: 2,
};

const visit = {
  id: 'int_7k2hsd9xnq4wrp8c3mzt',
  case: 'cas_5w9hkd3nrc7xpj8q2mzt',
  status: 'planning',
  episode: 1,
  place: 2,
  further: {
    after: 'int_3n8wkq5hxr2cdp9j7mst',
    need: { code: 'new-evidence', label: 'New evidence that only the child can explain' },
    necessity: 'Photographs were found; only the child can say where they were taken.',
    topics: 1,
  },
  needs: 'further-not-approved',
  timesToldCount: 3,
  version: 1,
  links: { self, approvals: `${self}/approvals`, closure: `${self}/closure` },
};
const { needs: _, ...approved } = {
  ...visit,
  further: {
    ...visit.further,
    approved: { at: '2026-12-14T09:00:00.000Z', agency: 'prosecutor-imereti' },
  },
  version: 2,
};
const { further: _asked, ...first } = approved;

export const furtherExamples: Examples = {
  askEpisode: {
    bodies: {
      again: {
        title: { ka: 'გამოკითხვის შემდეგ ისევ მოხდა', en: 'It happened again after the interview' },
        value: { reason: 'new-incident', note: 'სკოლამ პარასკევს ახალი დაზიანებები შეატყობინა.' },
      },
    },
    answer: asked,
  },
  confirmEpisode: { answer: opened },
  episodes: { answer: { episode: 2, items: [opened] } },
  askFurther: {
    bodies: {
      evidence: {
        title: { ka: 'ახალი მტკიცებულება', en: 'New evidence' },
        value: {
          need: 'new-evidence',
          necessity: 'ნაპოვნია ფოტოები; სად გადაიღეს, მხოლოდ ბავშვმა იცის.',
          topics: [{ topic: 'online', question: 'სად იყავი, როცა ფოტოები გადაიღეს?' }],
        },
      },
      court: {
        title: { ka: 'სასამართლოს განჩინებით', en: 'By a court’s order' },
        value: {
          need: 'defence-right',
          topics: [{ topic: 'when' }],
          order: { document: '1-4521-26', court: 'court-kutaisi' },
        },
      },
    },
    answer: visit,
  },
  approveInterview: { answer: approved },
  goOn: {
    bodies: {
      yes: {
        title: { ka: 'ბავშვს სურს გაგრძელება', en: 'The child wants to go on' },
        value: { childAgrees: 'yes' },
      },
    },
    answer: {
      ...first,
      place: 1,
      goesOn: { until: '2026-12-17T11:00:00.000Z', childAgreedAt: '2026-12-05T08:00:00.000Z' },
    },
  },
  closeVisit: {
    bodies: {
      needless: {
        title: { ka: 'გამოკითხვა აღარ არის საჭირო', en: 'No interview is needed any more' },
        value: { reason: 'interview-not-needed' },
      },
    },
    answer: { ...first, place: 1, status: 'cancelled', version: 5 },
  },
};
