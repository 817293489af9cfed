import type { Examples } from './example.ts';

export const directoryExamples: Examples = {
  health: { answer: { status: 'ok', policy: 'ge 2026.1' } },
  listAgencies: {
    answer: {
      items: [
        {
          id: 'municipality-zestaponi',
          kind: 'municipality',
          name: {
            ka: 'ზესტაფონის მუნიციპალიტეტის სოციალური სამსახური',
            en: 'Zestaponi municipal social service',
          },
          areas: ['zestaponi'],
          duty: false,
        },
      ],
    },
  },
  listMunicipalities: {
    answer: {
      items: [
        {
          id: 'zestaponi',
          name: { ka: 'ზესტაფონი', en: 'Zestaponi' },
          region: { id: 'GE-IM', name: { ka: 'იმერეთი', en: 'Imereti' } },
          occupied: false,
        },
      ],
    },
  },
  getMembership: {
    answer: {
      account: 'person-irakli-municipality-zestaponi',
      agency: 'municipality-zestaponi',
      kind: 'municipality',
      name: {
        ka: 'ზესტაფონის მუნიციპალიტეტის სოციალური სამსახური',
        en: 'Zestaponi municipal social service',
      },
      roles: ['worker', 'duty'],
      areas: [],
      duty: false,
    },
  },
  getCodeLists: {
    answer: { forms: [{ code: 'physical', ka: 'ფიზიკური', en: 'Physical' }] },
  },
  getInstruments: {
    answer: {
      items: [
        {
          id: 'early-identification',
          version: '2026.1',
          title: {
            ka: 'მოწყვლადი ბავშვიანი ოჯახის ადრეული იდენტიფიცირების ფორმა',
            en: 'Form for the early identification of a vulnerable family with children',
          },
          domains: { child: { ka: 'ბავშვის განვითარება', en: 'The child’s development' } },
          indicators: [
            {
              code: 'school-absence',
              domain: 'child',
              question: {
                ka: 'ბავშვი ხშირად აცდენს სკოლას ან ბაღს ახსნის გარეშე',
                en: 'The child often misses school or kindergarten without explanation',
              },
              danger: false,
            },
          ],
        },
      ],
    },
  },
  listOwedChecks: {
    answer: {
      edition: '2026.1',
      since: '2026-01-01',
      items: [
        {
          file: 'duty',
          item: 'gapHorizon',
          check: 'Whether an order fixes how far ahead a duty roster has to be published.',
        },
      ],
    },
  },
};
