import { Temporal } from 'temporal-polyfill';
import type { AgencyKind } from '../directory/agency.ts';
import type { EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import { nextNumber } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { isOver, leadOf, type Referral } from '../referral/referral.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { Task } from '../task/task.ts';
import { validUntil } from './form.ts';
import type { SharingConsent } from './parts.ts';
import { type Permitted, restingOnConsent } from './permitted.ts';

/** Who writes something down about a referral, and when. */
export interface Step {
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly by: { readonly sub: string; readonly agency: Referral['agency'] };
  readonly at: string;
  readonly event: EventId;
}

/** What was consented to, and how. */
export interface ConsentSaid {
  readonly from: string;
  readonly purposes: readonly string[];
  readonly recipients: readonly AgencyKind[];
  readonly language: string;
  readonly givenOn: string;
  /** Sooner than the pack's term, where the family said so. */
  readonly until?: string | undefined;
  readonly evidence: string;
}

interface Recording extends Step {
  readonly said: ConsentSaid;
  readonly earlier: readonly SharingConsent[];
  /** Undefined where it is not known: then the child counts as the youngest. */
  readonly ageYears: number | undefined;
  readonly sealed: Sealed;
}

/** A consent goes on record; what rests on it is open from now until it expires. */
export function recordConsent(call: Recording, edition: Edition): Decision {
  const { referral, said, earlier, ageYears, by, at, sealed } = call;
  if (isOver(referral)) throw new Refusal('already-closed');
  check(said, edition);
  refuseFuture(said.givenOn, at, edition);
  const allowed = giversAt(ageYears, edition);
  if (!allowed.includes(said.from)) {
    throw new Refusal('consent-not-valid', [{ pointer: '/from', code: 'consent-not-valid' }]);
  }
  const longest = validUntil(said.givenOn, edition.sharing.consent.validMonths, edition);
  const until = said.until && said.until < longest ? said.until : longest;
  if (until <= at) {
    throw new Refusal('consent-expired', [{ pointer: '/givenOn', code: 'consent-expired' }]);
  }
  const number = nextNumber(earlier);
  const { from, purposes, recipients, language, givenOn, evidence } = said;
  const consent: SharingConsent = {
    ...{ what: 'sharing-consent', of: { kind: 'referral', id: referral.id }, number, version: 1 },
    ...{ file: referral.file, at, by: { sub: by.sub, agency: by.agency } },
    ...{ from, purposes: [...purposes], recipients: [...recipients] },
    ...{ language, givenOn, until, evidence, sealed },
  };
  const permits: Permitted = {
    ...{ by: 'consent', number, until },
    ...{ purposes: consent.purposes, recipients: consent.recipients },
  };
  const after = permitting(referral, [...(referral.permitted ?? []), permits]);
  return {
    kept: [after, consent],
    events: [
      saidOf('sharing.permitted', after, call, { number: String(number), basis: 'consent' }),
    ],
  };
}

/** The same referral with what permits it now: nobody decides on the strength of an earlier look. */
export const permitting = <R extends Referral>(
  referral: R,
  permitted: readonly Permitted[],
): R => ({
  ...referral,
  version: referral.version + 1,
  permitted: [...permitted],
});

/** Who consents for a child of this age. */
export const giversAt = (
  ageYears: number | undefined,
  { sharing }: Pick<Edition, 'sharing'>,
): readonly string[] =>
  sharing.consent.givers.findLast(({ fromYears }) => fromYears <= (ageYears ?? 0))?.from ?? [];

/** An event about who may be told; it stands in the feeds of the lead and of those it opens or closes. */
export const saidOf = (
  type: EventType,
  after: Referral,
  { referral, tasks, by, at, event }: Step,
  codes: Readonly<Record<string, string>>,
): JournalEvent => ({
  ...{ id: event, type, at, version: after.version, file: referral.file },
  subject: { kind: 'referral', id: referral.id },
  by: { sub: by.sub, agency: by.agency },
  referral: referral.id,
  case: referral.status === 'submitted' ? undefined : referral.case,
  to: concerned(referral, tasks).filter((agency) => agency !== by.agency),
  codes,
});

function concerned(referral: Referral, tasks: readonly Task[]): Referral['agency'][] {
  const opened = referral.status === 'submitted' ? undefined : referral.case;
  const resting = restingOnConsent({ kind: referral.kind, case: opened }, tasks);
  const lead = leadOf(referral);
  const all = [...(lead ? [lead] : []), ...resting.map(({ agency }) => agency)];
  return [...new Set(all)].filter((agency) => !referral.excluded?.includes(agency));
}

/** Codes of the pack, or a refusal that names each that is not. */
export function check(
  said: Pick<ConsentSaid, 'purposes'> & Partial<ConsentSaid>,
  edition: Pick<Edition, 'has'>,
): void {
  const unknown: Hindrance[] = said.purposes.flatMap((code, place) =>
    edition.has('sharingPurposes', code)
      ? []
      : [{ pointer: `/purposes/${place}`, code: 'unknown-code' }],
  );
  if (said.evidence !== undefined && !edition.has('consentEvidence', said.evidence))
    unknown.push({ pointer: '/evidence', code: 'unknown-code' });
  if (said.from !== undefined && !edition.has('consentGivers', said.from))
    unknown.push({ pointer: '/from', code: 'unknown-code' });
  if (unknown.length > 0) throw new Refusal('unknown-code', unknown);
}

function refuseFuture(date: string, at: string, { calendar }: Edition): void {
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(calendar.zone).toPlainDate();
  if (date > today.toString()) {
    throw new Refusal('in-the-future', [{ pointer: '/givenOn', code: 'in-the-future' }]);
  }
}
