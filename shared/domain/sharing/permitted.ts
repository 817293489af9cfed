import * as z from 'zod';
import { AgencyKind } from '../directory/agency.ts';
import type { AgencyId } from '../ids.ts';
import type { ReferralKind } from '../referral/kind.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** By what an agency may be told although its work rests on consent. */
export const Permitted = z.object({
  by: z.enum(['consent', 'override', 'not-asked']),
  /** Of the consent or the override. */
  number: z.int().min(1).optional(),
  purposes: z.array(Code).min(1),
  recipients: z.array(AgencyKind).min(1),
  until: Instant,
});
export type Permitted = z.infer<typeof Permitted>;

/** Of a task: what its agency may know for it, it may know only with a consent. */
export const OnConsent = z.object({ purpose: Code, recipient: AgencyKind, rule: Code });
export type OnConsent = z.infer<typeof OnConsent>;

interface SharedRecord {
  readonly kind: ReferralKind;
  readonly case?: string | undefined;
  readonly permitted?: readonly Permitted[] | undefined;
}
interface Work {
  readonly agency: AgencyId;
  readonly status: string;
  readonly onConsent?: OnConsent | undefined;
}

/** An agency that may know only with a consent; `until` where there is one. */
export interface Resting {
  readonly agency: AgencyId;
  readonly until?: string;
}

const covers = ({ purposes, recipients }: Permitted, work: OnConsent): boolean =>
  purposes.includes(work.purpose) && recipients.includes(work.recipient);

/** Until when something permits it; the longest counts. */
export const permittedUntil = (
  work: OnConsent,
  permitted: readonly Permitted[] = [],
): string | undefined =>
  permitted
    .filter((one) => covers(one, work))
    .map(({ until }) => until)
    .sort()
    .at(-1);

/** Protection of a child never rests on consent: neither does violence, nor anything with a case. */
const isProtected = ({ kind, case: opened }: SharedRecord): boolean =>
  kind === 'violence' || opened !== undefined;

/**
 * The agencies of which all work rests on consent. An agency that also has a duty of its own knows by
 * that duty.
 */
export function restingOnConsent(record: SharedRecord, tasks: readonly Work[]): Resting[] {
  if (isProtected(record)) return [];
  const given = tasks.filter(({ status }) => status !== 'cancelled');
  const byAgency = Map.groupBy(given, ({ agency }) => agency);
  return [...byAgency].flatMap(([agency, own]): Resting[] => {
    const works = own.flatMap(({ onConsent }) => (onConsent ? [onConsent] : []));
    if (works.length < own.length) return [];
    const until = works
      .flatMap((work) => permittedUntil(work, record.permitted) ?? [])
      .sort()
      .at(-1);
    return [until === undefined ? { agency } : { agency, until }];
  });
}

/** Whether the consent is missing, expired or withdrawn at this instant; not knowing when is not having it. */
export const isMissing = (
  { until }: { readonly until?: string | undefined },
  at: string | undefined,
): boolean => until === undefined || at === undefined || at >= until;
