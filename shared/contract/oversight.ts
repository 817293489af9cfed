import * as z from 'zod';
import { AgencyId, CaseId, ReferralId, TaskId } from '../domain/ids.ts';
import { Subject } from '../domain/journal/event.ts';
import { PartName } from '../domain/part.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Finding } from '../domain/watch/check.ts';
import { RecordId } from './break-glass.ts';
import { Cursor, Labelled, Limit, listOf } from './common.ts';
import { endpoint } from './endpoint.ts';

const query = { limit: Limit, cursor: Cursor.optional() };

/** A child nobody has answered for: numbers and times, nothing of what is told. */
export const UnansweredLine = z.object({
  receipt: z.string(),
  referral: ReferralId,
  case: CaseId.optional(),
  task: TaskId.optional(),
  holder: AgencyId,
  awaited: Labelled,
  since: Instant,
  dueAt: Instant,
  overdue: z.boolean(),
  /** Who was called last; absent as long as nobody had to be. */
  called: z.object({ role: Labelled, at: Instant }).optional(),
  /** Whom the hub turns to, rung by rung, and which of them are behind it. */
  ladder: z.array(z.object({ at: Instant, role: Labelled, way: Labelled, passed: z.boolean() })),
});

export const WatchedLine = z.object({
  what: PartName,
  subject: Subject,
  number: z.int(),
  version: z.int(),
  at: Instant,
  agency: z.string().optional(),
  codes: z.record(z.string(), Code),
});

export const listUnanswered = endpoint({
  method: 'GET',
  path: '/v1/oversight/unanswered',
  operation: 'listUnanswered',
  function: 'oversight',
  action: 'oversight.read',
  summary: {
    ka: 'ბავშვები, რომლებისთვისაც ჯერ არავის უპასუხია; უძველესი ვადა პირველი',
    en: 'Children nobody has answered for yet, oldest deadline first',
  },
  query,
  answers: { 200: listOf(UnansweredLine) },
  refuses: ['query-invalid'],
});

export const listWatched = endpoint({
  method: 'GET',
  path: '/v1/oversight/watched/{list}',
  operation: 'listWatched',
  function: 'oversight',
  action: 'oversight.read',
  summary: {
    ka: 'რას ადევნებს თვალს ზედამხედველობა: ერთი სია, უძველესი პირველი',
    en: 'What oversight watches: one list, oldest first',
  },
  params: { list: Code },
  query,
  answers: { 200: listOf(WatchedLine) },
  refuses: ['not-found', 'query-invalid'],
});

export const checkWatched = endpoint({
  method: 'POST',
  path: '/v1/oversight/watched/{list}/{record}/{number}/check',
  operation: 'checkWatched',
  function: 'oversight',
  action: 'oversight.check',
  summary: {
    ka: 'ზედამხედველმა შეამოწმა: უვადო სიიდან („identities“, „sharing-overrides“) ჩანაწერი იხსნება',
    en: 'Somebody looked: it leaves a list that nothing else ends (`identities`, `sharing-overrides`)',
  },
  params: { list: Code, record: RecordId, number: z.coerce.number().int().min(1).max(9999) },
  body: z.strictObject({ finding: Finding }),
  conditional: true,
  answers: { 200: WatchedLine.extend({ checked: z.object({ at: Instant, finding: Finding }) }) },
  refuses: [
    ...(['not-found', 'already-decided', 'second-person-needed'] as const),
    ...(['if-match-absent', 'changed-meanwhile'] as const),
  ],
});
