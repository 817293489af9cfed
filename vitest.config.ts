import { defineConfig } from 'vitest/config';

// Functions run in UTC, as they do deployed, whatever the machine's own zone is.
process.env.TZ = 'UTC';

const HUBS = [
  'test/browser/**',
  'test/hub/**',
  'test/local/**',
  'test/infra/**',
  'test/operate/**',
];

export default defineConfig({
  test: {
    // A hub is some ten processes: two at a time is what two cores carry.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rules',
          include: ['test/**/*.test.ts'],
          exclude: HUBS,
          // Pure, so they may share what they load: it is most of their time.
          isolate: false,
          // Some start a command: on a busy machine that alone takes seconds.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'hub',
          include: HUBS.map((folder) => `${folder}/*.test.ts`),
          globalSetup: 'test/hub/once.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
