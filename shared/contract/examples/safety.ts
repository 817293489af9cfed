import type { Examples } from './example.ts';

const self = '/v1/cases/cas_5w9hkd3nrc7xpj8q2mzt';

const decision = {
  number: 1,
  at: '2026-11-24T11:40:00.000Z',
  agency: 'agency-imereti',
  result: 'seen',
  current: true,
  childSeenAt: '2026-11-24T11:10:00.000Z',
  seenBy: 'Giorgi Kobakhidze',
  seenAlone: 'yes',
  where: { code: 'school', label: 'School' },
  sleepsTonight: { code: 'protective-relative', label: 'With a relative who protects the child' },
  measures: [
    {
      kind: { code: 'restraining-order', label: 'Restraining order' },
      against: 'the father',
      validUntil: '2026-12-24T08:00:00.000Z',
    },
  ],
  siblingsChecked: 'yes',
  reviewBy: '2026-11-27T12:00:00.000Z',
  reason: 'The grandmother lives elsewhere and keeps the father away.',
  shownBy: 'lead',
};

const waiver = {
  number: 1,
  at: '2026-11-26T10:00:00.000Z',
  agency: 'agency-imereti',
  track: 'body',
  reason: { code: 'no-need-found', label: 'Assessed: there is no need' },
  askedBy: 'Giorgi Kobakhidze',
  note: 'The paediatrician saw the child on Tuesday for another reason.',
  holds: false,
  version: 1,
  links: { confirmation: `${self}/waivers/1/confirmation` },
};

export const safetyExamples: Examples = {
  decideSafety: {
    bodies: {
      seen: {
        title: { ka: 'ბავშვი ნახეს და დაცულია', en: 'The child was seen and is protected' },
        value: {
          childSeenAt: '2026-11-24T11:10:00Z',
          seenBy: { name: 'გიორგი კობახიძე', phone: '+995 555 00 01 03' },
          seenAlone: 'yes',
          where: 'school',
          sleepsTonight: 'protective-relative',
          measures: [
            { kind: 'restraining-order', against: 'მამა', validUntil: '2026-12-24T08:00:00Z' },
          ],
          siblingsChecked: 'yes',
          reviewBy: '2026-11-27T12:00:00Z',
          reason: 'ბებია ცალკე ცხოვრობს და მამას ბავშვთან არ უშვებს.',
        },
      },
      notFound: {
        title: { ka: 'ბავშვი ვერ ნახეს', en: 'The child was not found' },
        value: {
          notSeen: 'not-found',
          triedAt: '2026-11-24T11:10:00Z',
          where: 'home',
          reviewBy: '2026-11-24T18:00:00Z',
          reason: 'კარი არავინ გააღო; მეზობელმა თქვა, რომ დილით წავიდნენ.',
        },
      },
    },
    answer: decision,
  },
  safetyDecisions: { answer: { items: [decision] } },
  askWaiver: {
    bodies: {
      track: {
        title: { ka: 'მიმართულების მოხსნა', en: 'A track' },
        value: {
          track: 'body',
          reason: 'no-need-found',
          note: 'პედიატრმა ბავშვი სამშაბათს სხვა მიზეზით ნახა.',
          askedBy: 'გიორგი კობახიძე',
        },
      },
      task: {
        title: { ka: 'შეუსრულებელი ამოცანის მოხსნა', en: 'A task nobody carried out' },
        value: {
          task: 'tsk_4n8qwe7zr2mfk9tgc3yh',
          reason: 'no-such-service',
          note: 'ამ ტერიტორიაზე ასეთი მომსახურება არ არის.',
          askedBy: 'გიორგი კობახიძე',
        },
      },
    },
    answer: waiver,
  },
  waivers: { answer: { items: [waiver] } },
  confirmWaiver: {
    answer: {
      ...waiver,
      confirmed: { at: '2026-11-26T12:30:00.000Z', agency: 'agency-imereti' },
      holds: true,
      version: 2,
    },
  },
  openConditions: {
    answer: {
      items: [
        {
          pointer: 'safety/child-seen',
          code: 'child-not-seen',
          label: 'The child has not been seen in person.',
          instead:
            'See the child in person after the latest report, and record the safety decision.',
        },
      ],
    },
  },
};
