import type * as z from 'zod';
import { ClockPoint } from '../../domain/clock/state.ts';
import { AgencyKind } from '../../domain/directory/agency.ts';
import { DutyPerson, Reachable } from '../../domain/duty/person.ts';
import { RosterSubmission } from '../../domain/duty/submission.ts';
import { AgencyId, CaseId, EndpointId, EventId, ReferralId, TaskId } from '../../domain/ids.ts';
import { EventType } from '../../domain/journal/event.ts';
import { AdditionSubmission } from '../../domain/referral/addition-submission.ts';
import {
  AllegedPerpetrator,
  Child,
  RelatedChild,
  Reporter,
  SafeContact,
} from '../../domain/referral/child.ts';
import {
  EarlyIdentificationSubmission,
  ReferralSubmission,
  ViolenceSubmission,
} from '../../domain/referral/submission.ts';
import { ResourceSubmission } from '../../domain/resource/submission.ts';
import { TaskStatus, Track, Urgency } from '../../domain/task/statuses.ts';
import { Code, Language, Phone } from '../../domain/text.ts';
import { Instant } from '../../domain/time.ts';
import { WebhookPayload } from '../../domain/webhook/payload.ts';
import { namedShapes } from '../../domain/webhook/payload-schema.ts';
import { AccessExplained } from '../access.ts';
import { AccessLine } from '../access-journal.ts';
import { AdditionReceipt, AdditionView } from '../additions.ts';
import { BookingView } from '../bookings.ts';
import { TicketView } from '../break-glass.ts';
import { CaseView } from '../cases.ts';
import { ClientView } from '../clients.ts';
import { ClockView, EventView, Labelled, Links, Person, Words } from '../common.ts';
import { AgencyView, CodeWords, InstrumentView, MunicipalityView } from '../directory.ts';
import { RosterView } from '../duty.ts';
import { ContactView, NoticeView, PerpetratorView, SpeakerView } from '../family.ts';
import { FeedDigestView, FeedItem, FeedPositionView } from '../feed.ts';
import { sendFeedback } from '../feedback.ts';
import { EpisodeView, GuardedVisit } from '../further.ts';
import { InboundKeyView, InboundMessage } from '../inbound.ts';
import { IncidentView } from '../incidents.ts';
import { ConflictView } from '../inside.ts';
import {
  ConsentView,
  ForbiddenTimeView,
  InterviewView,
  VisitExceptionView,
  WishView,
} from '../interview-view.ts';
import { FactsGiven } from '../interviews.ts';
import { HeadView } from '../journal.ts';
import { MoveView } from '../moves.ts';
import { EndpointView } from '../partners.ts';
import { MembershipView, PersonView, ProposalView } from '../people.ts';
import { Problem } from '../problem.ts';
import { ReferralReceipt, ReferralView } from '../referral-view.ts';
import { BrokenBooking, ResourceChanged, ResourceLine, ResourceView } from '../resources.ts';
import { ServiceRecord } from '../service-record.ts';
import { SubjectAccessView, SubjectPackView } from '../subject-access.ts';
import { TaskTransition, TaskView } from '../tasks.ts';

/** Schemas that have a name in the document; all others stand where they are used. */
export const named = {
  AccessExplained,
  ClientView,
  HeadView,
  MembershipView,
  PersonView,
  ProposalView,
  AdditionReceipt,
  AdditionSubmission,
  AdditionView,
  AgencyId,
  AgencyKind,
  AgencyView,
  AllegedPerpetrator,
  BookingView,
  CaseId,
  CaseView,
  Child,
  ClockPoint,
  ClockView,
  Code,
  CodeWords,
  ConflictView,
  ConsentView,
  ContactView,
  DutyPerson,
  EarlyIdentificationSubmission,
  EndpointId,
  EndpointView,
  EpisodeView,
  EventId,
  EventType,
  EventView,
  FactsGiven,
  InboundKeyView,
  InboundMessage,
  ForbiddenTimeView,
  InterviewView,
  VisitExceptionView,
  WishView,
  FeedDigestView,
  FeedItem,
  FeedPositionView,
  FeedbackView: sendFeedback.answers[201],
  GuardedVisit,
  Instant,
  InstrumentView,
  Labelled,
  Language,
  Links,
  MoveView,
  MunicipalityView,
  NoticeView,
  PerpetratorView,
  Person,
  Phone,
  Problem,
  Reachable,
  ReferralId,
  ReferralReceipt,
  ReferralSubmission,
  ReferralView,
  RelatedChild,
  Reporter,
  BrokenBooking,
  ResourceChanged,
  ResourceLine,
  ResourceSubmission,
  ResourceView,
  RosterSubmission,
  RosterView,
  SafeContact,
  SpeakerView,
  AccessLine,
  IncidentView,
  SubjectAccessView,
  SubjectPackView,
  TicketView,
  TaskId,
  TaskStatus,
  ServiceRecord,
  TaskTransition,
  TaskView,
  Track,
  Urgency,
  ViolenceSubmission,
  WebhookPayload,
  ...namedShapes(EventType.options),
  Words,
} satisfies Record<string, z.ZodType>;
