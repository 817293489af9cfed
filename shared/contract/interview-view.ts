import * as z from 'zod';
import { Purpose } from '../domain/booking/booking.ts';
import { AgencyId, BookingId, CaseId, InterviewId } from '../domain/ids.ts';
import { When } from '../domain/interview/childs-times.ts';
import { VisitChoices } from '../domain/interview/choices.ts';
import { About } from '../domain/interview/explained.ts';
import { VisitFacts } from '../domain/interview/facts.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links } from './common.ts';

/** How soon it must be held, and why then. */
const DeadlineView = z.object({
  tier: z.int(),
  /** What the tier means. */
  why: z.string(),
  startedAt: Instant,
  dueAt: Instant,
  reasons: z.array(Labelled),
  /** The steps from the start to the deadline, in words. */
  because: z.string().optional(),
  breach: z.object({ reason: Labelled, at: Instant }).optional(),
  unreachableSince: Instant.optional(),
});

const RoleView = z.object({
  role: Labelled,
  parts: z.array(Labelled),
  place: Labelled,
  required: z.boolean(),
  video: z.boolean(),
  standIn: z.boolean(),
  from: z.enum(['resources', 'outside']),
  agency: AgencyId,
  qualification: Labelled.optional(),
  languages: z.array(Code),
  sex: Labelled.optional(),
  because: z.array(Labelled),
});

const LegalFormView = Labelled.extend({ consequence: z.string() });

const VisitBookingView = z.object({
  id: BookingId,
  purpose: Purpose,
  state: Labelled,
  start: Instant,
  end: Instant,
  expiresAt: Instant.optional(),
  /** It begins after the deadline, and no reason is on record. */
  breaksDeadline: z.boolean(),
  /** Required roles that came into the plan later: another time has to be found for them. */
  lacks: z.array(Labelled),
  agencies: z.array(
    z.object({
      agency: AgencyId,
      roles: z.array(Labelled),
      state: z.enum(['asked', 'confirmed', 'declined']),
    }),
  ),
});

export const ForbiddenTimeView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  code: Labelled,
  when: When,
});

export const WishView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  kind: Labelled,
  when: When.optional(),
  account: z.string().optional(),
  sex: Labelled.optional(),
});

export const ConsentView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  result: Labelled,
  capacity: Labelled,
  /** It counts: whoever said it speaks for the child. */
  valid: z.boolean(),
  because: z.array(Labelled),
  /** By whom, where the caller may see it. */
  by: z.string().optional(),
  note: z.string().optional(),
});

export const VisitExceptionView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  code: Labelled,
  reason: z.string().optional(),
});

/** The plan of a visit in words. Of what happened to the child it says nothing but codes. */
export const InterviewView = z.object({
  id: InterviewId,
  version: z.int(),
  status: Labelled,
  case: CaseId,
  episode: z.int(),
  place: z.int(),
  /** For the lead, the house it is held in and whoever asked for it. */
  timesToldCount: z.int().optional(),
  requestedBy: AgencyId,
  openedAt: Instant,
  deadline: DeadlineView,
  legalForm: LegalFormView.optional(),
  /** Until one is chosen: which there are, and what follows from each. */
  legalForms: z.array(LegalFormView).optional(),
  ground: Labelled,
  mayStart: z.boolean(),
  order: z.object({ document: Code, court: AgencyId, at: Instant }).optional(),
  site: z.object({
    agency: AgencyId,
    insteadOf: AgencyId.optional(),
    travelMinutes: z.int(),
    because: z.array(Labelled),
  }),
  parts: z.array(z.object({ part: Labelled, minutes: z.int(), breaks: z.int() })),
  medical: z.object({
    order: Labelled.optional(),
    because: Labelled,
    by: Instant.optional(),
    ordered: z.boolean(),
    /** Its window closes before the time of the visit: it has to be done beforehand. */
    pulledForward: z.boolean(),
  }),
  roles: z.array(RoleView),
  needs: z.array(Labelled),
  language: Code,
  explained: z.array(Labelled.extend({ about: About })),
  siblings: z.object({ group: InterviewId, order: z.int() }).optional(),
  /** Of one that was broken off and goes on. */
  goesOn: z
    .object({
      until: Instant,
      childAgreedAt: Instant.optional(),
      approved: z.object({ agency: AgencyId, at: Instant }).optional(),
    })
    .optional(),
  /** Why no time may be booked yet; absent where one may. */
  unbookable: Code.optional(),
  bookings: z.array(VisitBookingView),
  forbiddenTimes: z.array(ForbiddenTimeView),
  /** What only those at work on the case see. */
  facts: VisitFacts.optional(),
  choices: VisitChoices.optional(),
  consents: z.array(ConsentView).optional(),
  exceptions: z.array(VisitExceptionView).optional(),
  wishes: z.array(WishView).optional(),
  shownBy: z.string(),
  links: Links,
});
