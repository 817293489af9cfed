import { parseArgs } from 'node:util';
import { openCentresOf } from '../open-centres.ts';
import { type LocalHub, OPEN_HERE, startHub } from './hub.ts';
import { CannotStart } from './lock.ts';
import { enrolAll } from './memberships.ts';
import { clients, people } from './people.ts';
import { tellStories } from './stories.ts';

// Functions run in UTC, as they do deployed, whatever the machine's own zone is.
process.env.TZ = 'UTC';

const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
const {
  PORT = '4600',
  ERTAD_DATA = '.ertad',
  ERTAD_DYNAMODB_ENDPOINT,
  ERTAD_OPEN_CENTRES = OPEN_HERE.join(','),
} = process.env;

try {
  const openCentres = opened(ERTAD_OPEN_CENTRES);
  const hub = await startHub({
    port: Number(PORT),
    dataDir: ERTAD_DATA,
    fresh: values.fresh,
    dynamodbEndpoint: ERTAD_DYNAMODB_ENDPOINT,
    openCentres,
    seed: enrolAll,
  });
  greet(hub, openCentres);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(hub));
  // The hub is of use before its stories are told; a second start finds them told.
  await tellStories(hub).then(
    () => console.log('  Two stories are there to look at: docs/demo.md says how.'),
    (error: Error) => console.error(`  The stories could not be told: ${error.message}`),
  );
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function opened(list: string): readonly string[] {
  try {
    return openCentresOf(list);
  } catch (error) {
    throw new CannotStart(`ERTAD_OPEN_CENTRES: ${(error as Error).message}`, { cause: error });
  }
}

async function leave(hub: LocalHub): Promise<void> {
  await hub.stop();
  process.exit(0);
}

function greet({ url, dataDir, stores, phases }: LocalHub, openCentres: readonly string[]): void {
  const took = Object.entries(phases).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s`);
  console.log(`Ertad is ready: ${url}

  API         ${url}/v1        reference ${url}/docs, document ${url}/openapi.json
  Clock       ${url}/local/clock
  Went out    ${url}/mailbox, ${url}/phonebox
  Tokens      ${url}/identity/token (client credentials; secret: local- and the id)
  Stores      gateway ${stores.gatewayUrl}, DynamoDB ${stores.dynamodbUrl}
  Data        ${dataDir} (what functions write: functions.log)
  Centres     ${centres(openCentres)}

  Clients     ${wrapped(clients.map(({ id }) => id))}
  People      ${people.map(({ name, agency }) => `${name.en} (${agency})`).join('\n              ')}

  Started in  ${took.join(', ')}
  Ctrl-C stops everything.`);
}

/** What is routed here otherwise than the policy pack says. */
function centres(open: readonly string[]): string {
  if (open.length === 0) return 'as the policy pack has them';
  return `${open.join(', ')} counts as open, here only: its opening is unverified in the policy pack
              (start with ERTAD_OPEN_CENTRES= for the pack as it is)`;
}

/** A list in lines of a terminal's width, under the first one. */
function wrapped(words: readonly string[]): string {
  const lines: string[][] = [[]];
  for (const word of words) {
    const line = lines.at(-1) ?? [];
    if ([...line, word].join(', ').length > 80) lines.push([word]);
    else line.push(word);
  }
  return lines.map((line) => line.join(', ')).join(',\n              ');
}
