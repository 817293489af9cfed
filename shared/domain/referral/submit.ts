import type { Principal } from '../access/principal.ts';
import { startClock } from '../clock/start.ts';
import type { NamedPerson } from '../family/named.ts';
import type { EventId, FileId, ReferralId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { excludedAgencies, type ReportedFrom } from '../routing/inside.ts';
import { placeNamed, routingPlace } from '../routing/place.ts';
import type { Sealed } from '../sealed.ts';
import { consentOfForm, permittedByForm } from '../sharing/form.ts';
import type { SharingConsent } from '../sharing/parts.ts';
import type { Referral } from './referral.ts';
import type { ReferralSubmission } from './submission.ts';

interface Submission {
  readonly submission: ReferralSubmission;
  readonly by: Principal;
  readonly at: string;
  readonly ids: { readonly referral: ReferralId; readonly file: FileId; readonly event: EventId };
  readonly sealed: Sealed;
  /** Who consented, where the form states a consent: sealed for its record. */
  readonly consent?: Sealed | undefined;
  /** Whom the report names, by the hash of the personal number. */
  readonly named?: readonly NamedPerson[] | undefined;
}

/** A referral comes into being, with the clock that sees to it that it is routed at all. */
export function submit(
  { submission, by, at, ids, sealed, consent, named = [] }: Submission,
  edition: Edition,
): Decision {
  const municipality = routingPlace(submission, by.agency, edition);
  const behalf = submission.onBehalfOf ? [submission.onBehalfOf.agency] : [];
  const referral: Referral = {
    what: 'referral',
    id: ids.referral,
    file: ids.file,
    version: 1,
    status: 'submitted',
    kind: submission.kind,
    agency: by.agency,
    submittedBy: by.sub,
    submittedAt: at,
    channel: submission.channel,
    reporterMode: submission.reporter.mode,
    municipality,
    ...maskOf(submission, edition),
    ...(submission.protectAddress && { addressProtected: true }),
    ...insideOf(submission, { municipality, agencies: [by.agency, ...behalf] }, edition),
    ...permittedBy(submission, at, edition),
    ...(named.length > 0 && { named: [...named] }),
    feedbacks: 0,
    sealed,
  };
  const stated = consentIn(submission, { referral, at, by, sealed: consent }, edition);
  const subject = { kind: 'referral' as const, id: ids.referral };
  const submitted: JournalEvent = {
    id: ids.event,
    type: 'referral.submitted',
    at,
    subject,
    version: 1,
    by: { sub: by.sub, agency: by.agency },
    file: ids.file,
    referral: ids.referral,
    to: [],
    codes: { kind: submission.kind },
  };
  const routing = startClock(
    {
      name: 'routing',
      subject,
      holder: by.agency,
      file: ids.file,
      referral: ids.referral,
      case: undefined,
      urgency: 'urgent',
      startedAt: at,
    },
    edition,
  );
  return { kept: [referral, routing, ...stated], events: [submitted] };
}

/** What a family's form permits from the first instant. */
function permittedBy(
  submission: ReferralSubmission,
  at: string,
  edition: Edition,
): Pick<Referral, 'permitted'> {
  if (submission.kind !== 'early-identification') return {};
  return { permitted: permittedByForm(submission.consent, at, edition) };
}

type Stated = Pick<Submission, 'at' | 'by'> & {
  readonly referral: Referral;
  readonly sealed: Sealed | undefined;
};

/** The consent of the form as a record of its own: it can be withdrawn. */
function consentIn(
  submission: ReferralSubmission,
  said: Stated,
  edition: Edition,
): SharingConsent[] {
  const { sealed } = said;
  if (submission.kind !== 'early-identification' || !sealed) return [];
  return consentOfForm(submission.consent, { ...said, sealed }, edition);
}

/** From the first instant: whoever may employ an alleged perpetrator is told nothing. */
function insideOf(
  submission: ReferralSubmission,
  from: ReportedFrom,
  edition: Edition,
): Pick<Referral, 'excluded'> {
  if (submission.kind !== 'violence') return {};
  const excluded = excludedAgencies(submission.allegedPerpetrators, from, edition);
  return excluded.length > 0 ? { excluded } : {};
}

/** What is shown of the place, and who beside the referrer hears back. */
function maskOf(
  { reporter, onBehalfOf, ...submission }: ReferralSubmission,
  edition: Edition,
): Pick<Referral, 'placeMasked' | 'onBehalfOf'> {
  const hidden = reporter.mode !== 'named' && !placeNamed(submission, edition);
  return {
    ...(hidden && { placeMasked: true as const }),
    ...(onBehalfOf?.mayBeTold && { onBehalfOf: onBehalfOf.agency }),
  };
}
