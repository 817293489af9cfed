import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Claim } from '../../shared/domain/booking/sheet.ts';
import { newResourceId } from '../../shared/domain/ids.ts';
import type { Table } from '../../shared/store/table.ts';
import { CENTRE, counting, LEAD, POLICE } from '../build.ts';
import { MORNING, PROSECUTOR } from '../finding.ts';
import { chance } from '../hub/chance.ts';
import { hold } from './rivals.ts';
import { LEGAL_AID, openVisit, proposalFor, scene } from './scene.ts';

const bytes = counting(210_000);
const SPAN = { day: '2026-11-26', from: 40, to: 50 };
const PEOPLE = [
  ['interviewer', CENTRE],
  ['psychologist', CENTRE],
  ['prosecutor', PROSECUTOR],
  ['investigator', POLICE],
  ['social-worker', LEAD],
  ['child-lawyer', LEGAL_AID],
  ['coordinator', PROSECUTOR],
] as const;
const THINGS = [
  'interview-room',
  'observation-room',
  'waiting-room',
  'recorder',
  'recorder',
  'vehicle',
];
const ZONES = ['entrance', 'waiting', 'corridor'];

/** Everything an ordinary visit takes: seven people, five rooms and devices, a car, child and zones. */
const claimsOf = (child: string): Claim[] => [
  ...PEOPLE.map(([role, agency]) => ({ sheet: newResourceId(bytes), role, agency, ...SPAN })),
  ...THINGS.map((kind) => ({ sheet: newResourceId(bytes), kind, agency: CENTRE, ...SPAN })),
  { sheet: child, ...SPAN },
  ...ZONES.map((zone) => ({ sheet: `${CENTRE}.${zone}`, ...SPAN })),
];

/** What DynamoDB was asked for one hold of an ordinary visit, and what it would cost. */
export async function ordinaryHold({ client, table }: { client: DynamoDBClient; table: Table }) {
  const setting = await scene(table, { people: 1, rooms: 1, visits: 0 });
  const visit = await openVisit(table);
  const random = chance(11);
  const claims = claimsOf(visit.child);
  const proposal = proposalFor(setting, { visit, at: MORNING, random, claims });
  const watched = watch(client);
  await hold(table, { visit, proposal });
  return watched.end();
}

interface Output {
  readonly ConsumedCapacity?: readonly { readonly CapacityUnits?: number }[];
}

/** Counts the calls of a client, and has DynamoDB say what each transaction costs. */
function watch(client: DynamoDBClient) {
  const seen = { items: 0, transactions: 0, reads: 0, units: 0 };
  const name = 'watchedHold';
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const input = args.input as { TransactItems?: readonly unknown[] };
        const transaction = commandName === 'TransactWriteItemsCommand';
        if (transaction) Object.assign(input, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(args);
        const { ConsumedCapacity = [] } = result.output as Output;
        if (transaction) {
          seen.transactions += 1;
          seen.items += input.TransactItems?.length ?? 0;
          seen.units += ConsumedCapacity.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
        } else seen.reads += 1;
        return result;
      },
    { step: 'initialize', name },
  );
  return {
    end: () => {
      client.middlewareStack.remove(name);
      return seen;
    },
  };
}
