import * as z from 'zod';
import { AgencyKind } from '../directory/agency.ts';
import { InterviewResult } from '../interview/interview.ts';
import { Labels } from '../labels.ts';
import { isSourced, type Provenance, provenance, UNSOURCED } from '../provenance.ts';
import { Group } from '../referral/group.ts';
import { Urgency } from '../task/statuses.ts';
import { Code, Language } from '../text.ts';

const sourced = <S extends z.ZodRawShape>(shape: S) =>
  z
    .strictObject({ ...shape, ...provenance })
    .refine((value) => isSourced(value as Provenance), UNSOURCED);

/** What the planning meeting has to have talked about. */
const AgendaItem = sourced({ code: Code, label: Labels });

const Planning = sourced({
  /** The task in which a named person informs child and family. */
  inform: z.strictObject({ kind: Code, urgency: Urgency }),
  /** Roles whose agencies say what they need to be asked, or that they need nothing. */
  filesQuestions: z.array(Code).min(1),
});

const Phrases = z.array(z.string().min(1));

/** A form of question that puts the answer into the child’s mouth: flagged, never blocked. */
const LeadingForm = sourced({
  code: Code,
  label: Labels,
  starts: Phrases.optional(),
  contains: Phrases.optional(),
  ends: Phrases.optional(),
});
export type LeadingForm = z.infer<typeof LeadingForm>;

/** What the interviewer's side may be shown beforehand, and what once the interview has ended. */
const Firewall = sourced({
  permits: z.array(z.strictObject({ code: Code, groups: z.array(Group).min(1), label: Labels })),
  lift: z.strictObject({
    /** Other results go on to another date: until then the interviewer must not know more. */
    after: z.array(InterviewResult).min(1),
    groups: z.array(Group),
  }),
});

const ChecklistTerms = sourced({
  /** Which arrangements of the plan (`visitNeeds`) make a point of the checklist count. */
  needs: z.strictObject({ disability: z.array(Code), medication: z.array(Code) }),
  /** Points for which no reason stands in. */
  mustBeDone: z.array(Code),
  /** Devices named when this point is done, and how many at least. */
  devices: z.strictObject({ code: Code, least: z.int().min(1) }),
});

const Texts = z.array(z.strictObject({ lang: Language, text: z.string().min(1) })).min(1);

const After = sourced({
  /** Contacts after the visit, each with the clock that waits for it. */
  contacts: z.array(z.strictObject({ item: Code, clock: Code })),
  /** Care that is offered, accepted and started; the number tells its clocks apart. */
  care: z.array(z.strictObject({ item: Code, number: z.int().min(1) })),
  /** What follows at once from each result of the screening for self-harm. */
  selfHarm: z
    .array(
      z.strictObject({
        result: Code,
        tasks: z.array(
          z.strictObject({
            kind: Code,
            to: z.union([z.literal('site'), AgencyKind]),
            urgency: Urgency,
          }),
        ),
      }),
    )
    .min(1),
  instruction: Code,
});

/** Lists and numbers of the day at the centre, before, during and after the interview. */
export const VisitRules = z.strictObject({
  agenda: z.array(AgendaItem).min(1),
  planning: Planning,
  leading: z.array(LeadingForm).min(1),
  firewall: Firewall,
  checklist: ChecklistTerms,
  texts: sourced({ absence: Texts, child: Texts }),
  after: After,
});
export type VisitRules = z.infer<typeof VisitRules>;
