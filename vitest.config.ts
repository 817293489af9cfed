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

/**
 * A hub is ten processes and threads, and some tests start a command: where a machine is busy with
 * other work too, each step takes several times as long, and that is not what the tests are about.
 */
const PATIENCE_MS = 900_000;

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
          // What counts and what logs is loaded once for all files and keeps the name it finds.
          env: { POWERTOOLS_SERVICE_NAME: 'a-worker', POWERTOOLS_DEV: 'false' },
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: 'hub',
          include: HUBS.map((folder) => `${folder}/*.test.ts`),
          globalSetup: 'test/hub/once.ts',
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
    ],
  },
});
