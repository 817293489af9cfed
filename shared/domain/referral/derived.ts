import { startClock } from '../clock/start.ts';
import type { EventId, FileId, ReferralId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { Sealed } from '../sealed.ts';
import { consentOfForm, type FormConsent, permittedByForm } from '../sharing/form.ts';
import type { ReferralKind } from './kind.ts';
import type { Referral } from './referral.ts';

interface Derived {
  /** The referral out of which it is made: the same referrer, under the same protection. */
  readonly origin: Referral;
  readonly kind: ReferralKind;
  readonly municipality: string;
  /** When it was reported: clocks count from there. */
  readonly reportedAt: string;
  readonly at: string;
  readonly by: JournalEvent['by'];
  readonly ids: { readonly referral: ReferralId; readonly file: FileId; readonly event: EventId };
  readonly sealed: Sealed;
  /** What the family said on the form, with the name of who consented, sealed for this record. */
  readonly consent?: { readonly said: FormConsent; readonly sealed: Sealed } | undefined;
}

/**
 * A referral the hub makes out of another: what was reported there concerns this child too, and
 * nobody types it twice. It has a file of its own, and is routed like any other.
 */
export function derivedReferral(derived: Derived, edition: Edition): Decision {
  const { origin, kind, municipality, reportedAt, at, by, ids, sealed, consent } = derived;
  const { agency, submittedBy, channel, reporterMode, placeMasked, onBehalfOf } = origin;
  const { excluded, conflicted, named = [] } = origin;
  const referral: Referral = {
    ...{ what: 'referral', id: ids.referral, file: ids.file, version: 1, status: 'submitted' },
    ...{ kind, origin: origin.id, agency, submittedBy, channel, reporterMode, municipality },
    ...{ submittedAt: reportedAt, feedbacks: 0, sealed },
    ...(placeMasked && { placeMasked }),
    ...(onBehalfOf && kind !== 'child-in-need' && { onBehalfOf }),
    ...(excluded && { excluded }),
    ...(conflicted && { conflicted }),
    ...(named.length > 0 && { named }),
    ...(consent && { permitted: permittedByForm(consent.said, at, edition) }),
  };
  const subject = { kind: 'referral' as const, id: ids.referral };
  const submitted: JournalEvent = {
    ...{ id: ids.event, type: 'referral.submitted', at, subject, version: 1, by, file: ids.file },
    referral: ids.referral,
    // The referrer gets the number of what came of its report.
    to: excluded?.includes(agency) ? [] : [agency],
    codes: { kind },
  };
  const routing = startClock(
    {
      ...{ name: 'routing', subject, holder: agency, file: ids.file, referral: ids.referral },
      ...{ case: undefined, urgency: 'urgent', startedAt: at },
    },
    edition,
  );
  const from = { referral, at, by: { sub: by.sub, agency }, sealed };
  const stated = consent
    ? consentOfForm(consent.said, { ...from, sealed: consent.sealed }, edition)
    : [];
  return { kept: [referral, routing, ...stated], events: [submitted] };
}
