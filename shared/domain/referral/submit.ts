import type { Principal } from '../access/principal.ts';
import { startClock } from '../clock/start.ts';
import type { EventId, FileId, ReferralId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { routingPlace } from '../routing/place.ts';
import type { Sealed } from '../sealed.ts';
import type { Referral } from './referral.ts';
import type { ReferralSubmission } from './submission.ts';

interface Submission {
  readonly submission: ReferralSubmission;
  readonly by: Principal;
  readonly at: string;
  readonly ids: { readonly referral: ReferralId; readonly file: FileId; readonly event: EventId };
  readonly sealed: Sealed;
}

/** A referral comes into being, with the clock that sees to it that it is routed at all. */
export function submit(
  { submission, by, at, ids, sealed }: Submission,
  edition: Edition,
): Decision {
  const municipality = routingPlace(submission, by.agency, edition);
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
    feedbacks: 0,
    sealed,
  };
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
  return { kept: [referral, routing], events: [submitted] };
}
