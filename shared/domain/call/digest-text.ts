import { Temporal } from 'temporal-polyfill';
import { type ReferralId, receiptNumber } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';

/** A task as a mail may tell of it: no more than its list shows without opening it. */
export interface WaitingTask {
  readonly referral: ReferralId;
  readonly kind: string;
  readonly deadline?: string | undefined;
}

interface Where {
  /** Where people open the hub; ends with a slash. */
  readonly hubUrl: string;
  readonly edition: Pick<Edition, 'label' | 'calendar' | 'calls'>;
}

export const digestSubject = (tasks: number): string =>
  `Ertad: მიუღებელი ამოცანები / Unreceived tasks: ${tasks}`;

/** What waits: receipt numbers, kinds of work and deadlines; nothing of a child, in both languages. */
export function digestText(tasks: readonly WaitingTask[], { hubUrl, edition }: Where): string {
  const { label, calendar, calls } = edition;
  const lines = tasks.map(({ referral, kind, deadline }) =>
    [
      receiptNumber(referral),
      `${label('taskKinds', kind, 'ka')} / ${label('taskKinds', kind, 'en')}`,
      ...(deadline ? [`ვადა / Due: ${onTheWall(deadline, calendar.zone)}`] : []),
    ].join('\n'),
  );
  return [
    'ამ ამოცანებს თქვენს უწყებაში ჯერ არავინ მიუღია. გახსენით ჰაბი და მიიღეთ.',
    'Nobody at your agency has received these tasks yet. Please open the hub and receive them.',
    ...lines,
    `${hubUrl}\nდარეკეთ / Call: ${calls.callBack.number}`,
  ].join('\n\n');
}

/** Where there is no mail address: one text message, which holds 70 signs. */
export const digestInBrief = (tasks: number, hubUrl: string): string =>
  `მიუღებელი ამოცანები / Unreceived tasks: ${tasks}\n${hubUrl}`;

/** `24.11.2026 18:00`, as it is written in Georgia. */
function onTheWall(at: string, zone: string): string {
  const { year, month, day, hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(day)}.${two(month)}.${year} ${two(hour)}:${two(minute)}`;
}
