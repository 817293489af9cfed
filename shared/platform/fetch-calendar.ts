import { Refusal } from '../domain/refusal.ts';
import { type CalendarFault, calendarWords, faultOf } from '../domain/resource/calendar-words.ts';
import type { AddressGuard } from './address-guard.ts';
import type { Trust } from './checked-connection.ts';
import { oneRequest, type Told } from './one-request.ts';
import type { SendFailure, SendFailureCode } from './send-failure.ts';

const TIMEOUT_MS = 15_000;
/** Some years of a full calendar. */
export const CALENDAR_BYTES_MOST = 1024 * 1024;

const HEADERS = { accept: 'text/calendar', 'user-agent': 'Ertad-Calendar/1' };

const FAULTS: Partial<Record<SendFailureCode, CalendarFault>> = {
  'timed-out': 'timed-out',
  'certificate-invalid': 'certificate-invalid',
};

const refused = (code: CalendarFault) =>
  new Refusal('calendar-unreachable', [{ pointer: '/url', code, says: calendarWords[code] }]);

/** Fetches the file of a calendar kept elsewhere; the address is checked at this moment. */
export const calendarFetcher =
  (guard: AddressGuard, trust: Trust = {}, timeoutMs = TIMEOUT_MS) =>
  async (url: string): Promise<string> => {
    const checked = await guard(url);
    const limits = { timeoutMs, bodyMost: CALENDAR_BYTES_MOST };
    const asking = { method: 'GET', url, checked, headers: HEADERS, ...limits } as const;
    const told: Told = await oneRequest(asking, trust).catch((error: SendFailure) => {
      throw refused(FAULTS[error.code] ?? 'not-reached');
    });
    const fault = faultOf(told.status);
    if (fault) throw refused(fault);
    if (told.cut)
      throw new Refusal('calendar-unreadable', [{ pointer: '/url', code: 'too-large' }]);
    return told.bytes.toString();
  };
export type CalendarFetcher = ReturnType<typeof calendarFetcher>;
