import * as z from 'zod';
import { AgencyId } from '../ids.ts';

/** Who is called when a clock has run out, in the order of its ladder. */
export const LadderRole = z.enum([
  'holder',
  'holder-duty',
  'holder-deputy',
  'agency-head',
  'lead',
  'lead-duty',
  'supervisor',
  'national-duty',
]);
export type LadderRole = z.infer<typeof LadderRole>;

/** Ways that reach a person who looks at no screen. */
export const CallWay = z.enum(['sms', 'call', 'mail']);
export type CallWay = z.infer<typeof CallWay>;

/** How a rung is called: an entry in the agency's feed alone, or beside it a person directly. */
export const LadderWay = z.enum(['feed', ...CallWay.options]);
export type LadderWay = z.infer<typeof LadderWay>;

/** A person to be reached: which agency's, as what, and how. Who that is, its roster says then. */
export const Call = z.object({ agency: AgencyId, role: LadderRole, by: CallWay });
export type Call = z.infer<typeof Call>;

/** Who was reached of those a roster names; `desk` is the number of the hub's own duty desk. */
export const Called = z.enum(['duty', 'deputy', 'head', 'desk']);
export type Called = z.infer<typeof Called>;

/** What became of a call. None is a receipt: a clock is stopped by a person who receives. */
export const CallResult = z.enum([
  'sent',
  'sent-by-sms',
  'given-up',
  'nobody-on-duty',
  'not-called',
]);
export type CallResult = z.infer<typeof CallResult>;
