/**
 * A hub of its own in a process of its own, so that it can be killed: `hub-process.ts <data folder>`.
 * Says where it listens, and then only lives.
 */
import { startHub } from '../../infra/local/hub.ts';
import { enrolAll } from '../../infra/local/memberships.ts';
import { circumstances } from './circumstances.ts';
import { preparedStack } from './stack.ts';

const app = preparedStack();
const dataDir = process.argv[2] ?? '';
const hub = await startHub({
  port: 0,
  dataDir,
  seed: enrolAll,
  ...circumstances,
  ...(app && { app }),
});
console.log(hub.url);
