import type { Examples } from './example.ts';

const purpose = { code: 'protection', label: 'Protection of the child' };
const law = {
  code: 'data-law',
  label: 'Law of Georgia on Personal Data Protection (No 3144 of 14 June 2023)',
};

export const accessExamples: Examples = {
  explainAccess: {
    answer: {
      account: 'municipality-zestaponi',
      agency: 'municipality-zestaponi',
      action: 'safety.read',
      record: 'cas_6wq3tr8ynk2mzp5hdf7c',
      decision: 'allow-limited',
      rules: [
        {
          rule: 'reads-for-its-work',
          says: 'Whoever is at work on the case reads what its work needs',
          purpose,
          basis: [law],
        },
      ],
      relations: [{ code: 'at-work', label: 'Is at work on the case' }],
      groups: [
        { group: 'concern', open: true },
        {
          group: 'reporter',
          open: false,
          closedBy: {
            rule: 'masked-reporter',
            says: 'A reporter who asked to be masked or stayed anonymous is shown to nobody; answers go through the hub',
            purpose: { code: 'any', label: 'Any purpose' },
            basis: [law],
          },
        },
      ],
    },
  },
  openActions: {
    answer: {
      record: 'cas_6wq3tr8ynk2mzp5hdf7c',
      actions: ['case.read', 'case.add-task', 'case.decide-safety', 'safety.read'],
    },
  },
};
