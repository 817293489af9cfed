import * as z from 'zod';
import { ResourceId } from '../domain/ids.ts';
import { endpoint } from './endpoint.ts';

/** Two hundred and fifty-six random bits: whoever has the address sees the calendar, nobody guesses it. */
const Address = z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/);

/** The address to which a calendar program subscribes; it is shown this once. */
export const CalendarAddress = z.object({ path: z.string(), resource: ResourceId });

export const openCalendar = endpoint({
  method: 'PUT',
  path: '/v1/resources/{resourceId}/calendar',
  operation: 'openCalendar',
  function: 'resources',
  action: 'calendar.open',
  summary: {
    ka: 'კალენდრის პირადი მისამართი; ძველი მისამართი წყვეტს მუშაობას',
    en: 'A private address for the calendar of a person, a room or a device; an earlier one stops working',
  },
  params: { resourceId: ResourceId },
  answers: { 200: CalendarAddress },
  refuses: ['not-found'],
});

export const closeCalendar = endpoint({
  method: 'DELETE',
  path: '/v1/resources/{resourceId}/calendar',
  operation: 'closeCalendar',
  function: 'resources',
  action: 'calendar.open',
  summary: {
    ka: 'კალენდრის მისამართის გაუქმება',
    en: 'Ends the private address of a calendar',
  },
  params: { resourceId: ResourceId },
  answers: { 204: z.undefined() },
  refuses: ['not-found'],
});

export const readCalendar = endpoint({
  method: 'GET',
  path: '/calendars/{address}',
  operation: 'readCalendar',
  function: 'resources',
  public: true,
  summary: {
    ka: 'კალენდარი: დრო, ადგილის კოდი, როლი და ბმული; სახელი და შინაარსი არსად',
    en: 'A calendar: times, a place code, a role and a link; no name and nothing of a case',
  },
  params: { address: Address },
  produces: 'text/calendar',
  answers: { 200: z.string() },
  refuses: ['not-found'],
});
