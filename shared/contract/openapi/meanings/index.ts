import { accessMeanings } from './access.ts';
import { answerMeanings } from './answer.ts';
import { bookingMeanings } from './booking.ts';
import { calendarMeanings } from './calendar.ts';
import { clockMeanings } from './clock.ts';
import { directoryMeanings } from './directory.ts';
import { dutyMeanings } from './duty.ts';
import { endpointMeanings } from './endpoint.ts';
import { eventMeanings } from './event.ts';
import { feedMeanings } from './feed.ts';
import { inboundMeanings } from './inbound.ts';
import { insideMeanings } from './inside.ts';
import { interviewMeanings } from './interview.ts';
import { journalMeanings } from './journal.ts';
import type { Meanings } from './meaning.ts';
import { oneInterviewMeanings } from './one-interview.ts';
import { otherMeanings } from './other.ts';
import { oversightMeanings } from './oversight.ts';
import { peopleMeanings } from './people.ts';
import { privacyMeanings } from './privacy.ts';
import { problemMeanings } from './problem.ts';
import { protectionMeanings } from './protection.ts';
import { recallMeanings } from './recall.ts';
import { recordMeanings } from './records.ts';
import { sentMeanings } from './referral-sent.ts';
import { shownMeanings } from './referral-shown.ts';
import { resourceMeanings } from './resource.ts';
import { retentionMeanings } from './retention.ts';
import { routingMeanings } from './routing.ts';
import { safetyMeanings } from './safety.ts';
import { sameChildMeanings } from './same-child.ts';
import { serviceMeanings } from './service.ts';
import { sharingMeanings } from './sharing.ts';
import { slotMeanings } from './slot.ts';
import { taskMeanings } from './task.ts';
import { visitMeanings } from './visit.ts';

/**
 * What each field means, by its name; a field that means something else in one schema stands as
 * `Schema.field`, and an inner one as `Schema.outer.field`.
 */
export const meanings: Meanings = {
  ...privacyMeanings,
  ...bookingMeanings,
  ...calendarMeanings,
  ...feedMeanings,
  ...endpointMeanings,
  ...inboundMeanings,
  ...journalMeanings,
  ...interviewMeanings,
  ...slotMeanings,
  ...resourceMeanings,
  ...visitMeanings,
  ...peopleMeanings,
  ...oversightMeanings,
  ...recallMeanings,
  ...retentionMeanings,
  ...serviceMeanings,
  ...protectionMeanings,
  ...sharingMeanings,
  ...recordMeanings,
  ...sentMeanings,
  ...shownMeanings,
  ...routingMeanings,
  ...accessMeanings,
  ...taskMeanings,
  ...safetyMeanings,
  ...clockMeanings,
  ...eventMeanings,
  ...directoryMeanings,
  ...answerMeanings,
  ...problemMeanings,
  ...otherMeanings,
  ...dutyMeanings,
  ...insideMeanings,
  ...sameChildMeanings,
  ...oneInterviewMeanings,
};
