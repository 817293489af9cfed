import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** An instant in UTC as RFC 3339 text: how instants are stored and sent. */
export const Instant = z.iso.datetime({ precision: 3 });

/** Instants as text sort as time only when all have the same form: UTC, milliseconds. */
export const text = (instant: Temporal.Instant): string =>
  instant.toString({ fractionalSecondDigits: 3 });
