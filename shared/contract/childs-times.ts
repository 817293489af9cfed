import * as z from 'zod';
import { InterviewId } from '../domain/ids.ts';
import { Moment } from '../domain/moment.ts';
import { Hours, Weekday } from '../domain/resource/resource.ts';
import { Code } from '../domain/text.ts';
import { endpoint } from './endpoint.ts';
import { ForbiddenTimeView, WishView } from './interview-view.ts';

const params = { interviewId: InterviewId };
const numbered = { ...params, number: z.coerce.number().int().min(1).max(9999) };
const creating = ['still-running', 'idempotency-key-reused'] as const;
const changing = ['not-found', 'visit-plan-closed'] as const;

const Time = z.union([
  z.strictObject({ from: Moment, to: Moment }).refine(({ from, to }) => from < to, {
    error: 'ends before it begins',
  }),
  z.strictObject({ daily: Hours, days: z.array(Weekday).min(1).max(7).optional() }),
]);

export const ForbiddenTimeGiven = z.strictObject({ code: Code, when: Time });

export const WishGiven = z.union([
  z.strictObject({ kind: z.literal('preferred-time'), when: Time }),
  z.strictObject({
    kind: z.literal('known-worker'),
    account: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  }),
  z.strictObject({ kind: z.literal('interviewer-sex'), sex: z.enum(['female', 'male']) }),
]);

export const addForbiddenTime = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/forbidden-times',
  operation: 'addForbiddenTime',
  function: 'interviews',
  action: 'interview.plan',
  summary: {
    ka: 'დრო, როცა ბავშვი ვერ მოვა: გამოცდა, ძილი, წამალი, თერაპია, სასამართლო',
    en: 'A time at which the child cannot come: an exam, sleep, medication, therapy, court',
  },
  params,
  body: ForbiddenTimeGiven,
  idempotent: true,
  answers: { 201: ForbiddenTimeView },
  refuses: [...changing, 'unknown-code', ...creating],
});

export const removeForbiddenTime = endpoint({
  method: 'DELETE',
  path: '/v1/interviews/{interviewId}/forbidden-times/{number}',
  operation: 'removeForbiddenTime',
  function: 'interviews',
  action: 'interview.plan',
  summary: {
    ka: 'ბავშვს ამ დროს მაინც შეუძლია მოსვლა',
    en: 'The child can come at that time after all',
  },
  params: numbered,
  answers: { 204: z.undefined() },
  refuses: changing,
});

export const addWish = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/wishes',
  operation: 'addWish',
  function: 'interviews',
  action: 'interview.plan',
  summary: {
    ka: 'ბავშვის სურვილი: დრო, ნაცნობი სოციალური მუშაკი, გამომკითხავის სქესი',
    en: 'A wish of the child: a time, a social worker it knows, the interviewer’s sex',
  },
  params,
  body: WishGiven,
  idempotent: true,
  answers: { 201: WishView },
  refuses: [...changing, 'unknown-code', ...creating],
});
