import type { Examples } from './example.ts';

const task = 'tsk_4n8qwe7zr2mfk9tgc3yh';
const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';

const meeting = {
  number: 1,
  heldAt: '2026-12-01T08:00:00.000Z',
  attendance: [
    { agency: LEAD, role: 'social-worker' },
    { agency: POLICE, role: 'investigator' },
    { agency: 'centre-tbilisi', role: 'interviewer' },
  ],
  agenda: [
    { code: 'safety-now', label: 'What keeps the child safe now and after the interview' },
    { code: 'siblings', label: 'Brothers and sisters: who sees them, and when' },
  ],
  decisions: [
    {
      item: { code: 'siblings', label: 'Brothers and sisters: who sees them, and when' },
      note: 'უმცროს დას ბაღში ნახავენ იმავე დღეს.',
      task,
    },
  ],
  informs: 'tsk_9tgc3yh4n8qwe7zr2mfk',
};

const plan = {
  topics: [
    {
      topic: { code: 'what-happened', label: 'What happened' },
      agencies: [POLICE, LEAD],
      questions: [
        {
          filings: [
            { number: 1, agency: POLICE, version: 2 },
            { number: 3, agency: LEAD, version: 1 },
          ],
          question: 'მომიყევი ყველაფერი, რაც გახსოვს.',
          leading: [],
          review: { decision: 'kept', at: '2026-12-02T09:00:00.000Z' },
        },
      ],
    },
    {
      topic: { code: 'threats', label: 'Threats and pressure' },
      agencies: [POLICE],
      questions: [
        {
          filings: [{ number: 2, agency: POLICE, version: 1 }],
          question: 'ხომ დაგემუქრა?',
          leading: [
            {
              code: 'suggestive-opening',
              label: 'It suggests the answer: it asks to be confirmed',
            },
          ],
        },
      ],
    },
  ],
  nothingFrom: ['prosecutor-imereti'],
  missingFrom: [],
  dueAt: '2026-12-02T08:00:00.000Z',
};

const seen = {
  changes: [
    {
      at: '2026-11-25T10:00:00.000Z',
      because: 'opened',
      agency: LEAD,
      permits: [],
      groups: ['identity', 'medical'],
    },
    {
      at: '2026-12-01T09:00:00.000Z',
      because: 'permitted',
      agency: LEAD,
      permits: [{ code: 'family', label: 'Family and other children' }],
      groups: ['identity', 'medical', 'family'],
    },
  ],
  reads: [
    {
      at: '2026-12-01T10:30:00.000Z',
      agency: 'centre-tbilisi',
      account: 'centre-tbilisi',
      what: 'visit.read',
      groups: ['identity', 'medical', 'outcome', 'family'],
      rule: 'works-for-the-visit',
    },
  ],
};

const prepared = {
  points: [
    {
      code: 'child-told',
      label: 'The child was told in its own language what will happen and who watches',
      required: true,
      state: 'done',
      at: '2026-12-02T14:00:00.000Z',
      agency: LEAD,
    },
    {
      code: 'recorders-tested',
      label: 'Both recorders were tested',
      required: true,
      state: 'open',
    },
  ],
  ready: false,
};

const day = {
  status: 'under-way',
  version: 14,
  sessions: [
    {
      number: 1,
      startedAt: '2026-12-03T07:05:00.000Z',
      present: [
        { role: 'interviewer', agency: 'centre-tbilisi', video: false, standIn: false },
        { role: 'prosecutor', agency: 'prosecutor-imereti', video: true, standIn: true },
      ],
      breaks: [
        {
          from: '2026-12-03T07:35:00.000Z',
          to: '2026-12-03T07:45:00.000Z',
          collectsQuestions: true,
        },
      ],
    },
  ],
};
const ended = {
  ...day,
  version: 17,
  sessions: [
    {
      ...day.sessions[0],
      endedAt: '2026-12-03T08:10:00.000Z',
      result: { code: 'completed', label: 'Completed' },
    },
  ],
};

const one = (ka: string, en: string, value: unknown) => ({ given: { title: { ka, en }, value } });

export const visitExamples: Examples = {
  holdPlanning: {
    bodies: one('შეხვედრა და ამოცანები', 'The meeting and its tasks', {
      heldAt: '2026-12-01T12:00:00+04:00',
      attendance: meeting.attendance,
      agenda: ['safety-now', 'siblings', 'who', 'where', 'when', 'medical'],
      decisions: [
        {
          item: 'siblings',
          note: 'უმცროს დას ბაღში ნახავენ იმავე დღეს.',
          task: { kind: 'check-other-child', agency: LEAD, urgency: 'high' },
        },
      ],
      informs: { agency: LEAD, person: { name: 'გიორგი კობახიძე', phone: '+995 555 00 00 02' } },
    }),
    answer: meeting,
  },
  plannings: { answer: { items: [meeting] } },
  fileTopics: {
    bodies: {
      questions: {
        title: { ka: 'რა უნდა გაირკვეს', en: 'What has to be asked' },
        value: {
          topics: [
            { topic: 'what-happened', question: 'მომიყევი ყველაფერი, რაც გახსოვს.' },
            { topic: 'threats' },
          ],
        },
      },
      nothing: {
        title: { ka: 'არაფერი გვჭირდება', en: 'Nothing is needed' },
        value: { nothing: true },
      },
    },
    answer: plan,
  },
  questionPlan: { answer: plan },
  reviewTopic: {
    bodies: one('სხვაგვარად ითქმის', 'Said otherwise', {
      decision: 'reworded',
      question: 'მითხარი, რას გეუბნებოდა.',
    }),
    answer: plan,
  },
  permitTopics: {
    bodies: one('ოჯახის შესახებ', 'About the family', { permits: ['family'] }),
    answer: seen,
  },
  visibility: { answer: seen },
  childOfVisit: {
    answer: {
      details: {
        identity: { givenName: 'ანა', languages: ['ka'], identity: { known: 'known' } },
        medical: { injuryVisible: 'unknown', needs: ['hearing'] },
      },
      needs: [{ code: 'hearing', label: 'Hearing' }],
      language: 'ka',
      conflictNames: ['გოჩა მაისურაძე'],
      shownBy: 'works-for-the-visit',
    },
  },
  preparation: { answer: prepared },
  prepare: {
    bodies: {
      done: {
        title: { ka: 'ჩამწერები შემოწმდა', en: 'The recorders were tested' },
        value: { done: true, devices: ['REC-1', 'REC-2'] },
      },
      notDone: {
        title: { ka: 'ბავშვს არ სურს', en: 'The child does not want it' },
        value: { notDone: 'child-declines' },
      },
    },
    answer: prepared,
  },
  absenceNote: {
    answer: {
      lang: 'en',
      text: 'We confirm that on 2026-12-03 the pupil is absent from lessons for a valid reason. Please count the absence as excused. No further explanation is needed.',
      instead: false,
    },
  },
  childInformation: {
    answer: {
      lang: 'en',
      text: 'You are coming to a house where people talk with children.',
      instead: false,
    },
  },
  startVisit: {
    bodies: one('ვინ ესწრება', 'Who is present', {
      present: [
        { role: 'interviewer', agency: 'centre-tbilisi', name: 'ნათია ლომიძე' },
        { role: 'prosecutor', agency: 'prosecutor-imereti', video: true, standIn: true },
      ],
    }),
    answer: day,
  },
  visitBreak: {
    bodies: {
      begin: {
        title: { ka: 'შესვენება იწყება', en: 'A break begins' },
        value: { begin: true, collectsQuestions: true },
      },
      end: { title: { ka: 'შესვენება მთავრდება', en: 'It ends' }, value: { end: true } },
    },
    answer: day,
  },
  endVisit: {
    bodies: one('დასრულდა', 'It has ended', {
      result: 'completed',
      covered: [1, 3],
      notAsked: [{ number: 2, reason: 'answered-unasked' }],
    }),
    answer: ended,
  },
  visitDay: { answer: ended },
};
