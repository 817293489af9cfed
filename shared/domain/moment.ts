import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { text } from './time.ts';

/**
 * An instant as people and systems write it, with any offset; kept in UTC, so that instants sort as
 * text. Apart from time.ts, for what works with events alone must not load Temporal.
 */
export const Moment = z.iso
  .datetime({ offset: true })
  .transform((written) => text(Temporal.Instant.from(written)));
