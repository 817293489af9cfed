import type { AccessTerms } from '../break-glass/terms.ts';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { CallSettings } from '../call/settings.ts';
import type { ClockDefinition, ClockName } from '../clock/definition.ts';
import type { Agency, AgencyKind, CentreStatus } from '../directory/agency.ts';
import type { Municipality, Region } from '../directory/area.ts';
import type { Hotline } from '../directory/hotline.ts';
import type { LegalBasis } from '../directory/legal-basis.ts';
import type { FeedbackScope } from '../disclosure/feedback-scope.ts';
import type { DutyTerms } from '../duty/terms.ts';
import type { InterviewRules } from '../interview/rules.ts';
import type { PolicyReference } from '../journal/event.ts';
import type { JournalRules } from '../journal-log/sealed.ts';
import type { Lang } from '../labels.ts';
import type { PeopleTerms } from '../people/terms.ts';
import type { ProtectionRules } from '../protection/rules.ts';
import type { RecallRules } from '../recall/rules.ts';
import type { Answers } from '../referral/answers.ts';
import type { RetentionRules } from '../retention/rules.ts';
import type { Inside } from '../routing/inside.ts';
import type { Routing, RoutingRule } from '../routing/rule.ts';
import type { SafetyRules } from '../safety/rules.ts';
import type { SameChild } from '../same-child/hits.ts';
import type { Instrument } from '../screening/instrument.ts';
import type { SharingRules } from '../sharing/rules.ts';
import type { TaskStatuses, Urgency } from '../task/statuses.ts';
import type { Work } from '../task/work.ts';
import type { VisitRules } from '../visit/rules.ts';
import type { CodeListName } from './code-lists.ts';

/** What a deployment may say differently; it becomes part of the reference. */
export interface Overrides {
  /** Child centres to treat as open although the pack has them planned. */
  readonly openCentres?: readonly string[];
}

/** The child centre that serves a municipality, and the one it stands in for. */
export interface CentreChoice {
  readonly centre: Agency;
  readonly admits: readonly string[];
  /** The centre of the catchment, when it is not open and another stands in. */
  readonly insteadOf?: Agency;
}

/** The policy pack as it is in force at one instant. */
export interface Edition {
  /** Stored with every decision, so that it can be explained by the rules it was made with. */
  readonly reference: PolicyReference;
  readonly calendar: WorkingCalendar;
  /** Looking in an emergency, and what follows from an incident. */
  readonly access: AccessTerms;
  readonly calls: CallSettings;
  readonly rules: readonly RoutingRule[];
  readonly unrouted: Routing['unrouted'];
  readonly safety: SafetyRules;
  readonly interview: InterviewRules;
  /** The day at the centre: planning meeting, checklist, what is shown when, care afterwards. */
  readonly visit: VisitRules;
  /** Work the hub asks for outside the rules; throws when the pack has none of the kind. */
  work(kind: string): Work;
  /** After so many refusals of the same work the national desk decides. */
  readonly refusalsToDesk: number;
  /** What holds where an alleged perpetrator works for an agency. */
  readonly inside: Inside;
  /** What is done when a child may have been reported before. */
  readonly sameChild: SameChild;
  readonly statuses: TaskStatuses;
  /** How whoever referred is answered. */
  readonly answers: Answers;
  /** How what was shared is taken back. */
  readonly protection: ProtectionRules;
  readonly recall: RecallRules;
  /** How long what files hold is kept. */
  readonly retention: RetentionRules;
  /** On what each kind of agency may be told, and what a consent must be. */
  readonly sharing: SharingRules;
  readonly journal: JournalRules;
  readonly duty: DutyTerms;
  /** How long accounts, sign-ins and invitations last. */
  readonly people: PeopleTerms;
  readonly hotlines: readonly Hotline[];
  /** The law that a rule of access or a sharing rests on, by the code by which it is cited. */
  readonly legalBases: Readonly<Record<string, LegalBasis>>;
  readonly municipalities: readonly Municipality[];
  readonly regions: readonly Region[];
  /** Every agency that exists at the instant. */
  readonly agencies: readonly Agency[];
  agency(id: string): Agency | undefined;
  /** By id, official name or alias, in any of the scripts; `unknown` gives undefined. */
  municipality(idOrAlias: string): Municipality | undefined;
  /** Agencies of the kind whose area covers the municipality, the nearest area first; no branches. */
  competent(
    kind: AgencyKind,
    municipality: string,
    options?: { readonly duty?: boolean },
  ): readonly Agency[];
  /** The open child centre for a municipality: that of its catchment, else the one that stands in. */
  centreFor(municipality: string): CentreChoice | undefined;
  centreStatus(agency: string): CentreStatus | undefined;
  /** The definition for this urgency and task kind; throws when the pack has none. */
  clock(name: ClockName, urgency?: Urgency, taskKind?: string): ClockDefinition;
  /** The words for a code; throws when the code is not in the list. */
  label(list: CodeListName, code: string, lang: Lang): string;
  has(list: CodeListName, code: string): boolean;
  codes(list: CodeListName): readonly string[];
  /** What a referrer of this kind may know of feedback; an agency nobody knows learns the least. */
  feedbackScope(kind: AgencyKind | undefined): FeedbackScope & { readonly general: string };
  instrument(id: string, version: string): Instrument | undefined;
  /** Instruments in force, the newest version of each. */
  readonly instruments: readonly Instrument[];
}
