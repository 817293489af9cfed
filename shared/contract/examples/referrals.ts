import type { Examples } from './example.ts';
import { feedback } from './feedback.ts';

const links = {
  self: '/v1/referrals/ref_7k3m92qd',
  routing: '/v1/referrals/ref_7k3m92qd/routing',
  clocks: '/v1/referrals/ref_7k3m92qd/clocks',
  timeline: '/v1/referrals/ref_7k3m92qd/timeline',
};

const violenceMinimal = {
  kind: 'violence',
  child: { whereabouts: { school: 'ზესტაფონის №0 საჯარო სკოლა' }, municipality: 'zestaponi' },
  reporter: { mode: 'named', name: 'მანანა მაგალითაძე', phone: '+995 555 00 00 01' },
  narrative: 'ბავშვი სახლში წასვლის შიშით ტირის და ხელზე სილურჯე აქვს.',
};

const violenceFull = {
  kind: 'violence',
  child: {
    givenName: 'ნინო',
    familyName: 'ნიმუშაშვილი',
    birthDate: '2016-04-12',
    sex: 'female',
    languages: ['ka', 'az'],
    needs: ['interpreter'],
    municipality: 'zestaponi',
    whereabouts: {
      address: 'ზესტაფონი, ნიმუშის ქ. 1',
      school: 'ზესტაფონის №0 საჯარო სკოლა',
      childNow: { where: 'მასწავლებელთან, ბიბლიოთეკაში', until: '2026-11-24T14:30:00+04:00' },
    },
    identity: { known: 'known' },
  },
  relatedChildren: [{ givenName: 'ლუკა', ageYears: 4, role: 'at-home' }],
  reporter: {
    mode: 'masked',
    name: 'მანანა მაგალითაძე',
    role: 'კლასის დამრიგებელი',
    phone: '+995 555 00 00 01',
  },
  channel: 'system',
  narrativeLanguage: 'ka',
  narrative:
    'დილით მარჯვენა ხელზე სილურჯე შევამჩნიე. ბავშვმა თქვა, რომ სახლში წასვლა არ უნდა. სხვა აღარაფერი მიკითხავს.',
  childsOwnWords: '„ისევ დამარტყამს“.',
  safeContact: {
    person: 'ბებია, დედის მხრიდან',
    phone: '+995 555 00 00 02',
    language: 'az',
    when: '10:00–17:00',
    never: 'საღამოს, როცა მამინაცვალი სახლშია',
  },
  forms: ['physical', 'psychological'],
  immediateDanger: 'unsure',
  lastIncidentAt: { at: '2026-11-23', precision: 'day' },
  allegedPerpetrators: [
    {
      relation: 'step-parent',
      livesWithChild: 'yes',
      isGuardian: 'no',
      dangerToVisitors: 'unknown',
    },
  ],
  injuryVisible: 'yes',
  toldBefore: ['კლასის დამრიგებელი'],
};

const earlyIdentification = {
  kind: 'early-identification',
  child: {
    givenName: 'Giorgi',
    familyName: 'Nimushadze',
    ageYears: 9,
    sex: 'male',
    languages: ['ka'],
    municipality: 'zestaponi',
    whereabouts: { school: 'Zestaponi public school No. 0' },
  },
  reporter: {
    mode: 'named',
    name: 'Manana Magalitadze',
    role: 'resource centre',
    phone: '+995 555 00 00 01',
  },
  instrument: { id: 'early-identification', version: '2026.1' },
  indicators: [
    { code: 'school-absence', answer: 'yes', evidence: 'Missed 14 of the last 20 school days.' },
    { code: 'low-income', answer: 'yes' },
    { code: 'single-parent', answer: 'yes' },
    { code: 'isolated', answer: 'not-known' },
    { code: 'harsh-discipline', answer: 'no' },
  ],
  narrative: 'His mother works nights; he looks after his small sister and misses school.',
  narrativeLanguage: 'en',
  worry: 2,
  consent: { state: 'given', by: 'mother', on: '2026-11-20', language: 'ka' },
};

const referral = {
  id: 'ref_7k3m92qd',
  receiptNumber: 'ER-7K3M-92QD',
  kind: 'violence',
  status: { code: 'in-progress', label: 'In progress' },
  submittedAt: '2026-11-24T09:04:58.120Z',
  municipality: 'zestaponi',
  lead: 'agency-imereti',
  case: 'cas_5w9hkd3nrc7xpj8q2mzt',
  version: 4,
  work: [
    {
      kind: { code: 'assess-safety', label: 'Assess safety and lead the case' },
      status: { code: 'accepted', label: 'Accepted' },
    },
  ],
  feedback: [feedback],
  details: {
    identity: {
      givenName: 'ნინო',
      sex: 'female',
      languages: ['ka', 'az'],
      identity: { known: 'known' },
    },
  },
  shownBy: 'referrer',
  links,
};

const early = { ...referral, kind: 'early-identification', case: undefined };

export const referralExamples: Examples = {
  submitReferral: {
    bodies: {
      'violence-minimal': {
        title: {
          ka: 'ძალადობა: რაც სულ მცირე საჭიროა',
          en: 'Violence: the least that is needed',
        },
        value: violenceMinimal,
      },
      'violence-full': {
        title: { ka: 'ძალადობა: ყველაფერი, რაც ცნობილია', en: 'Violence: all that is known' },
        value: violenceFull,
      },
      'early-identification': {
        title: { ka: 'ადრეული იდენტიფიცირება', en: 'Early identification' },
        value: earlyIdentification,
      },
    },
    answer: {
      id: 'ref_7k3m92qd',
      receiptNumber: 'ER-7K3M-92QD',
      submittedAt: '2026-11-24T09:04:58.120Z',
      links,
      nextSteps: [
        { code: 'call-112', label: 'If there is danger now, call 112 at once.' },
        {
          code: 'do-not-question-child',
          label:
            'Do not question the child again: write down word for word what it said, and listen if it speaks of its own accord.',
        },
        {
          code: 'do-not-call-parents',
          label: 'Do not call or inform the parents; the social worker decides that.',
        },
        { code: 'keep-receipt', label: 'Keep the receipt number; you can add any news.' },
      ],
    },
  },
  listReferrals: {
    answer: {
      items: [
        {
          id: 'ref_7k3m92qd',
          receiptNumber: 'ER-7K3M-92QD',
          kind: 'violence',
          status: 'in-progress',
          submittedAt: '2026-11-24T09:04:58.120Z',
          links: { self: links.self },
        },
      ],
    },
  },
  getReferral: { answer: referral },
  explainRouting: {
    answer: {
      referral: 'ref_7k3m92qd',
      at: '2026-11-24T09:04:59.310Z',
      policy: {
        pack: 'ge',
        edition: '2026.1',
        sha256: '9f2c7b1e5a4d8c03b6f1e2d3c4a5968778695a4b3c2d1e0f9182736455463728',
      },
      tasks: [
        {
          task: 'tsk_4n8qwe7zr2mfk9tgc3yh',
          agency: 'agency-imereti',
          kind: { code: 'assess-safety', label: 'Assess safety and lead the case' },
          role: 'lead',
          urgency: 'urgent',
          deadline: '2026-11-24T10:05:00.000Z',
          rule: 'lead',
          why: {
            ka: 'ბავშვზე სავარაუდო ძალადობისას შემთხვევას მეურვეობისა და მზრუნველობის ორგანო წარმართავს.',
            en: 'In suspected violence against a child the guardianship unit leads the case.',
          },
        },
      ],
    },
  },
  referralClocks: {
    answer: {
      items: [
        {
          name: 'first-feedback',
          subject: 'ref_7k3m92qd',
          holder: 'agency-imereti',
          startedAt: '2026-11-24T09:04:58.120Z',
          dueAt: '2026-11-25T09:04:58.120Z',
          state: 'running',
          guardsChild: false,
          points: [
            { at: '2026-11-25T05:04:58.120Z', what: 'warn', role: 'holder' },
            { at: '2026-11-25T09:04:58.120Z', what: 'due', role: 'lead' },
          ],
          because:
            'Tuesday 24 November 13:04 → starts at once and runs day and night; 24 hours; due Wednesday 25 November 13:04',
        },
      ],
    },
  },
  referralTimeline: {
    answer: {
      items: [
        {
          type: 'referral.submitted',
          label: 'A referral was submitted',
          at: '2026-11-24T09:04:58.120Z',
          subject: { kind: 'referral', id: 'ref_7k3m92qd' },
          agency: 'school-zestaponi',
        },
      ],
    },
  },
  returnReferral: {
    bodies: {
      incomplete: {
        title: { ka: 'პასუხები აკლია', en: 'Answers are missing' },
        value: { reason: 'incomplete', question: 'სად ცხოვრობს ოჯახი ახლა?' },
      },
    },
    answer: { ...early, status: { code: 'returned', label: 'Returned for clarification' } },
  },
  withdrawReferral: {
    bodies: {
      twice: {
        title: { ka: 'ორჯერ გაიგზავნა', en: 'Sent twice' },
        value: { reason: 'sent-twice' },
      },
    },
    answer: { ...early, status: { code: 'withdrawn', label: 'Withdrawn' } },
  },
  closeReferral: {
    bodies: {
      closure: {
        title: { ka: 'დახმარება გაწეულია', en: 'Help was given' },
        value: { reason: 'help-given' },
      },
    },
    answer: { ...referral, status: { code: 'closed', label: 'Closed' }, version: 9 },
  },
};
