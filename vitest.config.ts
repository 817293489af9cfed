import { defineConfig } from 'vitest/config';

// Functions run in UTC, as they do deployed, whatever the machine's own zone is.
process.env.TZ = 'UTC';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 90_000,
    // A hub is some ten processes: two at a time is what two cores carry.
    maxWorkers: 2,
    reporters: ['default'],
  },
});
