import * as z from 'zod';
import { AccessTerms } from '../domain/break-glass/terms.ts';
import { WorkingCalendar } from '../domain/calendar/calendar.ts';
import { CallSettings } from '../domain/call/settings.ts';
import { ClockDefinition } from '../domain/clock/definition.ts';
import { Agencies, ChildCentre } from '../domain/directory/agency.ts';
import { Areas } from '../domain/directory/area.ts';
import { Hotline } from '../domain/directory/hotline.ts';
import { LegalBasis } from '../domain/directory/legal-basis.ts';
import { Disclosure } from '../domain/disclosure/feedback-scope.ts';
import { DutyTerms } from '../domain/duty/terms.ts';
import { InterviewRules } from '../domain/interview/rules.ts';
import { JournalRules } from '../domain/journal-log/sealed.ts';
import { Lang } from '../domain/labels.ts';
import { PeopleTerms } from '../domain/people/terms.ts';
import { CodeLists } from '../domain/policy/code-lists.ts';
import { ProtectionRules } from '../domain/protection/rules.ts';
import { RecallRules } from '../domain/recall/rules.ts';
import { Answers } from '../domain/referral/answers.ts';
import { RetentionRules } from '../domain/retention/rules.ts';
import { Routing } from '../domain/routing/rule.ts';
import { SafetyRules } from '../domain/safety/rules.ts';
import { SameChild } from '../domain/same-child/hits.ts';
import { Instrument } from '../domain/screening/instrument.ts';
import { SharingRules } from '../domain/sharing/rules.ts';
import { TaskStatuses } from '../domain/task/statuses.ts';
import { Works } from '../domain/task/work.ts';
import { Code } from '../domain/text.ts';
import { VisitRules } from '../domain/visit/rules.ts';

/** Publications behind the pack: tag, title and where to find it. */
const Sources = z.record(
  z.string().regex(/^S\d+$/),
  z.strictObject({ title: z.string().min(1), at: z.string().min(1) }),
);

const PackHead = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/),
  edition: z.string().regex(/^\d{4}\.\d+$/),
  effectiveFrom: z.iso.date(),
  zone: z.string().min(1),
  languages: z.array(Lang).min(1),
});

/** Every file of a pack; `load.ts` checks what holds between them. */
export const Pack = z.strictObject({
  pack: PackHead,
  access: AccessTerms,
  areas: Areas,
  agencies: Agencies,
  centres: z.strictObject({ centres: z.array(ChildCentre) }),
  calendar: WorkingCalendar,
  calls: CallSettings,
  clocks: z.strictObject({ clocks: z.array(ClockDefinition).min(1) }),
  protection: ProtectionRules,
  recall: RecallRules,
  retention: RetentionRules,
  journal: JournalRules,
  routing: Routing,
  safety: SafetyRules,
  interview: InterviewRules,
  visit: VisitRules,
  works: Works,
  taskStatuses: TaskStatuses,
  codeLists: CodeLists,
  disclosure: Disclosure,
  answers: Answers,
  duty: DutyTerms,
  people: PeopleTerms,
  sameChild: SameChild,
  hotlines: z.strictObject({ hotlines: z.array(Hotline).min(1) }),
  legalBases: z.record(Code, LegalBasis),
  sharing: SharingRules,
  instruments: z.array(Instrument).min(1),
  sources: Sources,
});
export type Pack = z.infer<typeof Pack>;
