import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { policy } from '../../shared/policy/policy.ts';
import { members } from '../../shared/store/members.ts';
import { table } from '../../shared/store/table.ts';
import allowed from '../allowed-regions.json' with { type: 'json' };
import { type Deps, enrol, leave, NotDone } from './enrolment.ts';
import { handOver } from './hand-over.ts';

const USE =
  'npm run enrol -- --table NAME --sub SUB --agency ID --roles worker,duty   (or --leave in place of agency and roles)';

function depsOf(name: string): Deps {
  const client = new DynamoDBClient({ region: allowed[0]?.region, maxAttempts: 2 });
  const hubTable = table({ client, name, random: Math.random });
  return {
    members: members(hubTable),
    handOver: handOver(hubTable, Date.now),
    edition: policy.at(Temporal.Now.instant()),
    now: Date.now,
    newToken: randomUUID,
  };
}

async function run(): Promise<string> {
  const { values } = parseArgs({
    options: {
      table: { type: 'string' },
      sub: { type: 'string' },
      agency: { type: 'string' },
      roles: { type: 'string' },
      leave: { type: 'boolean', default: false },
    },
  });
  const { table: name, sub, agency, roles } = values;
  if (!name || !sub) throw new NotDone(USE);
  if (values.leave && !agency && !roles) return leave(depsOf(name), sub);
  if (values.leave || !agency || !roles) throw new NotDone(USE);
  return enrol(depsOf(name), { sub, agency, roles });
}

try {
  console.log(await run());
} catch (error) {
  // An operator at a prompt: what went wrong, in one line, whoever said it.
  console.error(error instanceof Error ? `Not done: ${error.message}` : String(error));
  process.exitCode = 1;
}
