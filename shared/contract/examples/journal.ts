import type { Examples } from './example.ts';

const head = {
  size: 48_213,
  root: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  at: '2026-11-24T20:15:00.000Z',
  key: 'jhk_6e340b9cffb37a989ca544e6bb780a2c',
  id: 'jhd_fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f',
  signature: `${'4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'.repeat(2)}`,
  publicKey: 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  links: {
    self: '/v1/journal/heads/jhd_fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f',
    consistency: '/v1/journal/consistency?from=0&to=48213',
  },
};

const path = [
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
];

export const journalExamples: Examples = {
  listHeads: { answer: { items: [head], next: '/v1/journal/heads?limit=1&before=48213' } },
  getHead: { answer: head },
  signHead: { answer: head },
  proveConsistency: { answer: { from: 47_990, to: 48_213, path } },
  proveInclusion: {
    answer: {
      event: 'evt_8q2mzt5w9hkd3nrc7xpj',
      index: 48_001,
      leaf: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      size: 48_213,
      path,
    },
  },
  exportJournal: {
    answer: {
      lines: ['{"edge":[],"format":1,"from":0,"keys":[],"size":48213,"what":"journal"}'],
      next: `/v1/journal/export?head=${head.id}&from=0&at=256`,
    },
  },
};
