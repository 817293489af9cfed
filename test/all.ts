import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findJava } from '../infra/local/stores/java.ts';

/**
 * `npm test`: every check there is, cheapest first, stopping at the first that fails. Arguments go
 * to the test runner: `npm test -- test/domain`.
 */
const REPORT = '.ertad-test/report.json';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const steps: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'types of infra and hub tests',
    command: ['tsc', '--noEmit', '-p', 'infra/tsconfig.json'],
  },
  { name: 'types of the console', command: ['tsc', '--noEmit', '-p', 'console/tsconfig.json'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  {
    name: 'tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
    ],
  },
];

function run({ name, command }: Step, more: readonly string[]): number {
  const [program = '', ...args] = command;
  const from = performance.now();
  console.log(`\n— ${name}`);
  const { status } = spawnSync(program, [...args, ...more], { stdio: 'inherit' });
  console.log(`— ${name}: ${status === 0 ? 'in order' : 'FAILED'}, ${seconds(from)} s`);
  return status ?? 1;
}

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

function closingLine(): void {
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Record<string, number>;
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = report;
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
}

mkdirSync('.ertad-test', { recursive: true });
rmSync(REPORT, { force: true });
try {
  await findJava(process.env);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
const more = process.argv.slice(2);
const wanted = more.length > 0 ? steps.slice(-1) : steps;
const failed = wanted.some((step, i) => run(step, i === wanted.length - 1 ? more : []) !== 0);
try {
  closingLine();
} catch {
  console.log('\nno test was run');
}
process.exitCode = failed ? 1 : 0;
