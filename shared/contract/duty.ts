import * as z from 'zod';
import { DutyPerson, Reachable } from '../domain/duty/person.ts';
import { Shift } from '../domain/duty/roster.ts';
import { RosterSubmission } from '../domain/duty/submission.ts';
import { AgencyId } from '../domain/ids.ts';
import { Instant } from '../domain/time.ts';
import { Links } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { agencyId: AgencyId };

/** Who answers at an agency, and when nobody does. */
export const RosterView = z.object({
  agency: AgencyId,
  people: z.array(DutyPerson),
  desk: z.string().optional(),
  head: Reachable.optional(),
  shifts: z.array(Shift),
  /** Gaps that begin within the pack's horizon: each is an alarm today. */
  gaps: z.array(z.object({ from: Instant, to: Instant.optional() })),
  at: Instant,
  version: z.int(),
  links: Links,
});

export const publishRoster = endpoint({
  method: 'PUT',
  path: '/v1/agencies/{agencyId}/duty',
  operation: 'publishRoster',
  function: 'duty',
  action: 'duty.publish',
  summary: {
    ka: 'მორიგეობის გრაფიკის გამოქვეყნება; ცვლის წინას მთლიანად და მაშინვე ძალაშია',
    en: 'Publish the duty roster; it replaces the one before as a whole, at once',
  },
  params,
  body: RosterSubmission,
  conditional: 'once-there',
  answers: { 200: RosterView },
  refuses: ['not-found', 'roster-invalid', 'if-match-absent', 'changed-meanwhile'],
});

export const getRoster = endpoint({
  method: 'GET',
  path: '/v1/agencies/{agencyId}/duty',
  operation: 'getRoster',
  function: 'duty',
  action: 'duty.read',
  summary: {
    ka: 'მორიგეობის გრაფიკი და დრო, როცა მორიგე არ არის',
    en: 'The duty roster, and when nobody is on duty',
  },
  params,
  answers: { 200: RosterView },
  refuses: ['not-found'],
});

export const dutyDesks = endpoint({
  method: 'GET',
  path: '/v1/duty-desks',
  operation: 'dutyDesks',
  function: 'duty',
  action: 'directory.read',
  summary: {
    ka: 'რომელი მორიგე განყოფილებაა პასუხისმგებელი თქვენს ტერიტორიაზე და რა ნომერზე დარეკოთ',
    en: 'Which duty desk answers for your area, and the number to call',
  },
  answers: {
    200: z.object({ items: z.array(z.object({ agency: AgencyId, phone: z.string().optional() })) }),
  },
  refuses: [],
});
