import * as z from 'zod';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import type { Stated } from '../referral/groups.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import type { Case } from './case.ts';

/**
 * The child told what happened once more: to whom, when and why. It is written down by whoever
 * heard or learnt it; the child is never asked for it.
 */
export const Telling = z.object({
  ...part('telling'),
  /** An agency of the pack, or a kind of agency where no single one is known. */
  to: Code,
  toldAt: Instant,
  why: Code,
});
export type Telling = z.infer<typeof Telling>;

/** The highest number that any of the reports states: they may speak of the same tellings. */
export const statedTellings = (reports: readonly { readonly stated: Stated }[]): number =>
  Math.max(0, ...reports.map(({ stated }) => stated.concern?.toldBefore?.length ?? 0));

/** Of cases of one child the highest statement counts, for they may speak of the same tellings. */
export const timesToldIn = (cases: readonly Case[]): number =>
  Math.max(0, ...cases.map(({ toldBefore = 0 }) => toldBefore)) +
  cases.reduce((sum, { tellings = 0 }) => sum + tellings, 0);

interface Told extends Pick<Telling, 'to' | 'toldAt' | 'why' | 'number' | 'by' | 'at'> {
  readonly case: Case;
  readonly sealed: Sealed | undefined;
  readonly event: EventId;
}

/** Records one telling. */
export function recordTelling(told: Told, edition: Edition): Decision {
  const { case: opened, to, toldAt, why, at } = told;
  if (!edition.agency(to) && !edition.has('agencyKinds', to)) throw wrong('unknown-agency', '/to');
  if (!edition.has('tellingReasons', why)) throw wrong('unknown-code', '/why');
  if (Date.parse(toldAt) > Date.parse(at)) throw wrong('in-the-future', '/at');
  if (opened.status === 'closed') throw new Refusal('already-closed');
  return recorded(told);
}

interface ToldAtVisit extends Pick<Told, 'case' | 'number' | 'by' | 'at' | 'event'> {
  /** The agency in whose rooms the interview was. */
  readonly site: AgencyId;
  readonly startedAt: string;
}

/** The child was interviewed: begun, it is a telling, whatever came of it and however the case stands. */
export const tellingAtVisit = ({ site, startedAt, ...told }: ToldAtVisit): Decision =>
  recorded({ ...told, to: site, toldAt: startedAt, why: 'joint-interview', sealed: undefined });

function recorded(told: Told): Decision {
  const { case: opened, to, toldAt, why, number, by, at, sealed, event } = told;
  const { id, file } = opened;
  const of = { kind: 'case', id } as const;
  const telling: Telling = {
    ...{ what: 'telling', of, number, version: 1, file, at, by, to, toldAt, why },
    ...(sealed && { sealed }),
  };
  const version = opened.version + 1;
  const counted: Case = { ...opened, version, tellings: (opened.tellings ?? 0) + 1 };
  const happened = {
    id: event,
    type: 'case.telling-recorded' as const,
    at,
    by,
    file,
    referral: opened.referral,
    case: id,
    subject: of,
    version,
    to: opened.lead === by.agency ? [] : [opened.lead],
    codes: { why },
  };
  return { kept: [telling, counted], events: [happened] };
}

const wrong = (code: 'unknown-agency' | 'unknown-code' | 'in-the-future', pointer: string) =>
  new Refusal(code, [{ pointer, code }]);
