import * as z from 'zod';
import { AgencyId } from '../ids.ts';
import { InterviewResult } from '../interview/interview.ts';
import { part } from '../part.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** Somebody who attends: in a role, for an agency. The name is sealed. */
export const Present = z.object({
  role: Code,
  agency: AgencyId,
  video: z.boolean(),
  standIn: z.boolean(),
  /** The account of the person, where there is one. */
  account: z.string().optional(),
});
export type Present = z.infer<typeof Present>;

/** One sitting: what was held on that day, from the beginning to the end. */
export const Session = z.object({
  ...part('session'),
  startedAt: Instant,
  present: z.array(Present).min(1),
  /** Held without the planning meeting, in an emergency. */
  withoutMeeting: Code.optional(),
  breaks: z.array(
    z.object({
      from: Instant,
      to: Instant.optional(),
      /** In this one the questions of those who watch are collected. */
      collectsQuestions: z.boolean(),
    }),
  ),
  endedAt: Instant.optional(),
  result: InterviewResult.optional(),
});
export type Session = z.infer<typeof Session>;

/** The sitting that goes on, or the last one. */
export const lastSession = (sessions: readonly Session[]): Session | undefined =>
  sessions.toSorted((a, b) => a.number - b.number).at(-1);
