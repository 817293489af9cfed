import * as z from 'zod';
import { WorkingCalendar } from '../domain/calendar/calendar.ts';
import { ClockDefinition } from '../domain/clock/definition.ts';
import { Agencies, ChildCentre } from '../domain/directory/agency.ts';
import { Areas } from '../domain/directory/area.ts';
import { Labels, Lang } from '../domain/labels.ts';
import { isSourced, provenance, UNSOURCED } from '../domain/provenance.ts';
import { Routing } from '../domain/routing/rule.ts';
import { Instrument } from '../domain/screening/instrument.ts';
import { TaskStatuses } from '../domain/task/statuses.ts';

/** The codes people meet; each list is a file section with a label in both languages per code. */
export const CodeListName = z.enum([
  'agencyKinds',
  'cancellationReasons',
  'channels',
  'childNowPlaces',
  'clocks',
  'closureConditions',
  'consentStates',
  'consentNotAskedReasons',
  'failureReasons',
  'feedback',
  'forms',
  'holdReasons',
  'identityStates',
  'instructions',
  'ladderRoles',
  'languages',
  'levels',
  'needs',
  'nextSteps',
  'outcomes',
  'redirectReasons',
  'referralKinds',
  'referralStatuses',
  'rejectionReasons',
  'relatedRoles',
  'relations',
  'reporterModes',
  'sexes',
  'taskKinds',
  'taskRoles',
  'taskStatuses',
  'tracks',
  'urgencies',
  'yesNo',
]);
export type CodeListName = z.infer<typeof CodeListName>;

const CodeLabels = z
  .strictObject({ ...Labels.shape, ...provenance })
  .refine(({ legalCheck, check }) => (legalCheck === undefined) === (check === undefined), {
    error: 'legalCheck and check go together',
  });

const Code = z
  .string()
  .regex(/^[a-zA-Z0-9]+([-_.][a-zA-Z0-9]+)*$/)
  .max(60);

export const CodeLists = z
  .strictObject({
    lists: z.record(CodeListName, z.record(Code, CodeLabels)),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type CodeLists = z.infer<typeof CodeLists>;

export const Hotline = z
  .strictObject({
    number: z.string().regex(/^[0-9 ]{3,10}$/),
    name: Labels,
    use: Labels,
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type Hotline = z.infer<typeof Hotline>;

/** Publications behind the pack: tag, title and where to find it. */
export const Sources = z.record(
  z.string().regex(/^S\d+$/),
  z.strictObject({ title: z.string().min(1), at: z.string().min(1) }),
);
export type Sources = z.infer<typeof Sources>;

export const PackHead = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/),
  edition: z.string().regex(/^\d{4}\.\d+$/),
  effectiveFrom: z.iso.date(),
  zone: z.string().min(1),
  languages: z.array(Lang).min(1),
});

/** Every file of a pack; `load.ts` checks what holds between them. */
export const Pack = z.strictObject({
  pack: PackHead,
  areas: Areas,
  agencies: Agencies,
  centres: z.strictObject({ centres: z.array(ChildCentre) }),
  calendar: WorkingCalendar,
  clocks: z.strictObject({ clocks: z.array(ClockDefinition).min(1) }),
  routing: Routing,
  taskStatuses: TaskStatuses,
  codeLists: CodeLists,
  hotlines: z.strictObject({ hotlines: z.array(Hotline).min(1) }),
  instruments: z.array(Instrument).min(1),
  sources: Sources,
});
export type Pack = z.infer<typeof Pack>;
