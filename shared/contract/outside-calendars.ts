import * as z from 'zod';
import { ResourceId } from '../domain/ids.ts';
import { endpoint } from './endpoint.ts';
import { BusyTimesRead } from './resources.ts';

const params = { resourceId: ResourceId };
const path = '/v1/resources/{resourceId}/outside-calendar';

/** With the other links to agencies' own systems: reading a calendar takes a parser of its own. */
const here = { function: 'partners', action: 'resource.manage', params } as const;

const unread = [
  'not-found',
  'address-not-allowed',
  'calendar-unreachable',
  'calendar-unreadable',
] as const;

export const putOutsideCalendar = endpoint({
  ...here,
  method: 'PUT',
  path,
  operation: 'putOutsideCalendar',
  summary: {
    ka: 'სხვა კალენდრის მისამართი (iCalendar): დაკავებული დრო მაშინვე იკითხება, მისამართი დალუქულად ინახება',
    en: 'The address of an outside calendar (iCalendar): its busy times are read at once, the address is kept sealed',
  },
  body: z.strictObject({ url: z.string().min(1).max(2_048) }),
  answers: { 200: BusyTimesRead },
  refuses: unread,
});

export const refreshOutsideCalendar = endpoint({
  ...here,
  method: 'POST',
  path: `${path}/refresh`,
  operation: 'refreshOutsideCalendar',
  summary: {
    ka: 'დაკავებული დროის ხელახლა წაკითხვა შენახული მისამართიდან',
    en: 'Read the busy times again, at the address that is kept',
  },
  answers: { 200: BusyTimesRead },
  refuses: [...unread, 'no-outside-calendar', 'read-too-often'],
});

export const deleteOutsideCalendar = endpoint({
  ...here,
  method: 'DELETE',
  path,
  operation: 'deleteOutsideCalendar',
  summary: {
    ka: 'კალენდრის მისამართისა და იქიდან წაკითხული დროის წაშლა',
    en: 'Forget the address of the calendar, and what was read there',
  },
  answers: { 204: z.undefined() },
  refuses: ['not-found', 'no-outside-calendar'],
});
