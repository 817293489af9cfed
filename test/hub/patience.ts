import { vi } from 'vitest';

// A hub is ten processes and threads; where a machine is busy with other work too, each step of a
// test takes several times as long, and that is not what these tests are about.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
