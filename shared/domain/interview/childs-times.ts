import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { part } from '../part.ts';
import { Hours, Weekday } from '../resource/resource.ts';
import { Code } from '../text.ts';
import { Instant, text } from '../time.ts';

/** Once, between two instants; or again on each of these weekdays, at local hours. */
export const When = z.union([
  z.strictObject({ from: Instant, to: Instant }),
  z.strictObject({ daily: Hours, days: z.array(Weekday).min(1).optional() }),
]);
export type When = z.infer<typeof When>;

/** A time at which the child cannot come: an exam, sleep, medication, therapy, a hearing. */
export const ForbiddenTime = z.object({
  ...part('forbidden-time'),
  code: Code,
  when: When,
  removedAt: Instant.optional(),
});
export type ForbiddenTime = z.infer<typeof ForbiddenTime>;

/** What the child would like; weighed when times are compared, never a condition. */
export const Wish = z.object({
  ...part('wish'),
  wish: z.union([
    z.strictObject({ kind: z.literal('preferred-time'), when: When }),
    /** The account of a worker the child knows. */
    z.strictObject({ kind: z.literal('known-worker'), account: z.string() }),
    z.strictObject({
      kind: z.literal('interviewer-sex'),
      sex: z.enum(['female', 'male']),
    }),
  ]),
  removedAt: Instant.optional(),
});
export type Wish = z.infer<typeof Wish>;

export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** A time as instants, as often as it falls between these two. */
export function stretches(when: When, { from, to }: Stretch, zone: string): Stretch[] {
  if ('from' in when) return when.from < to && when.to > from ? [when] : [];
  const first = Temporal.Instant.from(from).toZonedDateTimeISO(zone).toPlainDate();
  const last = Temporal.Instant.from(to).toZonedDateTimeISO(zone).toPlainDate();
  const days = Array.from({ length: first.until(last).days + 1 }, (_, n) => first.add({ days: n }));
  return days
    .filter((day) => !when.days || when.days.some((one) => one === WEEKDAYS[day.dayOfWeek - 1]))
    .map((day) => ({ from: at(day, when.daily.from, zone), to: at(day, when.daily.to, zone) }))
    .filter((one) => one.from < to && one.to > from);
}

const WEEKDAYS = Weekday.options;

/** `24:00` is the end of the day. */
function at(day: Temporal.PlainDate, clock: string, zone: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const start = day.toZonedDateTime({ timeZone: zone, plainTime: '00:00' });
  return text(
    hour === 24
      ? day.add({ days: 1 }).toZonedDateTime(zone).toInstant()
      : start.with({ hour, minute }).toInstant(),
  );
}

/** All times at which the child cannot come between these two. */
export const forbiddenBetween = (
  parts: readonly ForbiddenTime[],
  between: Stretch,
  zone: string,
): (Stretch & { readonly code: string })[] =>
  parts
    .filter(({ removedAt }) => !removedAt)
    .flatMap(({ code, when }) =>
      stretches(when, between, zone).map(({ from, to }) => ({ code, from, to })),
    );

/** The times the child would like best, between these two. */
export const preferredBetween = (
  wishes: readonly Wish[],
  between: Stretch,
  zone: string,
): Stretch[] =>
  wishes
    .filter(({ removedAt }) => !removedAt)
    .flatMap(({ wish }) =>
      wish.kind === 'preferred-time' ? stretches(wish.when, between, zone) : [],
    );

/** The accounts of workers the child knows. */
export const knownWorkers = (wishes: readonly Wish[]): string[] =>
  wishes
    .filter(({ removedAt }) => !removedAt)
    .flatMap(({ wish }) => (wish.kind === 'known-worker' ? wish.account : []));
