import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { calendarProjection } from '../../shared/store/calendars.ts';
import { table } from '../../shared/store/table.ts';
import allowed from '../allowed-regions.json' with { type: 'json' };

const USE =
  'node infra/operate/rebuild-calendar.ts --table NAME --sheet RESOURCE --quarter 2026-Q4';

const { values } = parseArgs({
  options: {
    table: { type: 'string' },
    sheet: { type: 'string' },
    quarter: { type: 'string' },
  },
});
const { table: name, sheet, quarter = '' } = values;

if (!name || !sheet || !/^\d{4}-Q[1-4]$/.test(quarter)) {
  console.error(USE);
  process.exitCode = 1;
} else {
  const client = new DynamoDBClient({ region: allowed[0]?.region, maxAttempts: 2 });
  await calendarProjection(table({ client, name, random: Math.random })).rebuild(sheet, quarter);
  console.log(`${sheet} ${quarter} is as its days are.`);
}
