import * as z from 'zod';
import { AgencyId, BookingId } from '../ids.ts';
import { part } from '../part.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** An agency said that it cannot come at the held time; kept beside the visit, one each. */
export const Decline = z.object({
  ...part('decline'),
  booking: BookingId,
  agency: AgencyId,
  roles: z.array(Code),
  reason: Code,
  /** When it could instead; absent: it has nobody at all. */
  alternative: z.object({ from: Instant, to: Instant }).optional(),
});
export type Decline = z.infer<typeof Decline>;

/** Somebody did not come; what was written about it is sealed. */
export const NoShow = z.object({
  ...part('no-show'),
  booking: BookingId,
  /** A role of the visit, or the child. */
  who: Code,
});
export type NoShow = z.infer<typeof NoShow>;
