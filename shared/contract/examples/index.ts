import { accessExamples } from './access.ts';
import { additionExamples } from './additions.ts';
import { aftercareExamples } from './aftercare.ts';
import { bookingExamples } from './bookings.ts';
import { calendarExamples } from './calendars.ts';
import { caseExamples } from './cases.ts';
import { deliveryExamples } from './deliveries.ts';
import { directoryExamples } from './directory.ts';
import { dutyExamples } from './duty.ts';
import type { Examples } from './example.ts';
import { familyExamples, insideExamples } from './family.ts';
import { feedExamples } from './feed.ts';
import { feedbackExamples } from './feedback.ts';
import { furtherExamples } from './further.ts';
import { inboundExamples } from './inbound.ts';
import { interviewExamples } from './interviews.ts';
import { journalExamples } from './journal.ts';
import { moveExamples } from './moves.ts';
import { oversightExamples } from './oversight.ts';
import { partnerExamples } from './partners.ts';
import { peopleExamples } from './people.ts';
import { privacyExamples } from './privacy.ts';
import { protectionExamples } from './protection.ts';
import { questionExamples } from './questions.ts';
import { recallExamples } from './recalls.ts';
import { recordingExamples } from './recordings.ts';
import { referralExamples } from './referrals.ts';
import { resourceExamples } from './resources.ts';
import { retentionExamples } from './retention.ts';
import { safetyExamples } from './safety.ts';
import { sameChildExamples } from './same-child.ts';
import { serviceExamples } from './service-record.ts';
import { sharingExamples } from './sharing.ts';
import { slotExamples } from './slots.ts';
import { statementExamples } from './statements.ts';
import { taskExamples } from './tasks.ts';
import { visitExamples } from './visits.ts';

export type { Example } from './example.ts';

/** What is sent and answered, by operation. The people in them are invented. */
export const examples: Examples = {
  ...referralExamples,
  ...taskExamples,
  ...serviceExamples,
  ...caseExamples,
  ...retentionExamples,
  ...sharingExamples,
  ...slotExamples,
  ...bookingExamples,
  ...interviewExamples,
  ...moveExamples,
  ...safetyExamples,
  ...sameChildExamples,
  ...feedExamples,
  ...familyExamples,
  ...insideExamples,
  ...protectionExamples,
  ...furtherExamples,
  ...calendarExamples,
  ...resourceExamples,
  ...partnerExamples,
  ...deliveryExamples,
  ...inboundExamples,
  ...directoryExamples,
  ...additionExamples,
  ...feedbackExamples,
  ...questionExamples,
  ...statementExamples,
  ...recallExamples,
  ...peopleExamples,
  ...dutyExamples,
  ...oversightExamples,
  ...journalExamples,
  ...accessExamples,
  ...privacyExamples,
  ...visitExamples,
  ...recordingExamples,
  ...aftercareExamples,
};
