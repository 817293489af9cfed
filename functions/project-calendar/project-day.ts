import { DaySheet } from '../../shared/domain/booking/day-sheet.ts';
import type { Changed } from '../../shared/platform/record-stream.ts';
import type { CalendarProjection } from '../../shared/store/calendars.ts';

/** One change of one day sheet → that day in the calendar that searches read. */
export const projectDay =
  ({ project, removed }: Pick<CalendarProjection, 'project' | 'removed'>) =>
  async ({ pk, sk, item }: Changed): Promise<void> => {
    if (item) await project(DaySheet.parse(item));
    else await removed(pk.slice('RESOURCE#'.length), sk.slice('DAY#'.length));
  };
