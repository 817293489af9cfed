import * as z from 'zod';
import { AgencyId } from '../domain/ids.ts';
import { Scope, Totals } from '../domain/incident/incident.ts';
import { Group } from '../domain/referral/group.ts';
import { text } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { number: z.coerce.number().int().min(1) };
const place = '/v1/incidents/{number}';

export const IncidentView = z.object({
  number: z.int(),
  version: z.int(),
  state: Labelled,
  recordedAt: Instant,
  noticedAt: Instant,
  notifyBy: Instant,
  notifiedAt: Instant.optional(),
  note: z.string().optional(),
  scope: Scope,
  /** Partitions of the journal looked through, of how many, and how many entries that were. */
  progress: z.object({ done: z.int(), of: z.int(), entries: z.int() }),
  totals: Totals.optional(),
  links: Links,
});

export const reportIncident = endpoint({
  method: 'POST',
  path: '/v1/incidents',
  operation: 'reportIncident',
  function: 'privacy',
  action: 'incident.report',
  summary: {
    ka: 'მონაცემთა ინციდენტის აღრიცხვა: დროის მონაკვეთი და ვის ან რას ეხება; 72 საათის ვადა მიდის',
    en: 'Records a data incident: the stretch of time and whom or what it concerns; the 72 hours run',
  },
  body: z.strictObject({ ...Scope.shape, noticedAt: Instant.optional(), note: text(2000) }),
  idempotent: true,
  answers: { 201: IncidentView },
  refuses: ['not-found', 'window-wrong', 'still-running', 'idempotency-key-reused'],
});

export const getIncident = endpoint({
  method: 'GET',
  path: place,
  operation: 'getIncident',
  function: 'privacy',
  action: 'incident.read',
  summary: {
    ka: 'ინციდენტი: რამდენი ჩანაწერი და ბავშვი, რა მონაცემები, ვინ ნახა და ვის უნდა ეცნობოს',
    en: 'An incident: how many records and children, which data, who looked, and who must be told',
  },
  params,
  answers: { 200: IncidentView },
  refuses: ['not-found'],
});

export const countIncident = endpoint({
  method: 'POST',
  path: `${place}/steps`,
  operation: 'countIncident',
  function: 'privacy',
  action: 'incident.report',
  summary: {
    ka: 'ინციდენტის მასალის შემდეგი ნაბიჯი: გაიმეორეთ, სანამ მზად არ იქნება; შეწყვეტილი გრძელდება',
    en: 'The next step of counting an incident: repeat until it is ready; one that was broken off goes on',
  },
  params,
  conditional: true,
  answers: { 200: IncidentView },
  refuses: ['not-found', 'if-match-absent', 'changed-meanwhile'],
});

export const incidentRecords = endpoint({
  method: 'GET',
  path: `${place}/records`,
  operation: 'incidentRecords',
  function: 'privacy',
  action: 'incident.read',
  summary: {
    ka: 'ინციდენტის ჩანაწერები: რომელი ჩანაწერის რა მონაცემები ვინ ნახა',
    en: 'The records of an incident: which data of which record, and who looked',
  },
  params,
  query: { slice: z.coerce.number().int().min(0).default(0) },
  answers: {
    200: z.object({
      items: z.array(
        z.object({
          record: z.string(),
          child: z.string(),
          groups: z.array(Group),
          accounts: z.array(z.object({ account: z.string(), agency: AgencyId, reads: z.int() })),
        }),
      ),
      next: z.string().optional(),
    }),
  },
  refuses: ['not-found', 'query-invalid'],
});

export const notifyIncident = endpoint({
  method: 'POST',
  path: `${place}/notification`,
  operation: 'notifyIncident',
  function: 'privacy',
  action: 'incident.report',
  summary: {
    ka: 'ინციდენტი საზედამხედველო ორგანოს ეცნობა',
    en: 'The incident was notified to the supervisory authority',
  },
  params,
  conditional: true,
  answers: { 200: IncidentView },
  refuses: ['not-found', 'already-decided', 'if-match-absent', 'changed-meanwhile'],
});
