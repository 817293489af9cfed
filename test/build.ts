import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { Permit } from '../shared/domain/access/permit.ts';
import type { Principal, Role } from '../shared/domain/access/principal.ts';
import type { Case } from '../shared/domain/case/case.ts';
import type { ClockName } from '../shared/domain/clock/definition.ts';
import { startClock } from '../shared/domain/clock/start.ts';
import type { Clock } from '../shared/domain/clock/state.ts';
import {
  AgencyId,
  type Bytes,
  newCaseId,
  newEventId,
  newFileId,
  newReferralId,
  newTaskId,
} from '../shared/domain/ids.ts';
import type { JournalEvent } from '../shared/domain/journal/event.ts';
import type { Edition, Overrides } from '../shared/domain/policy/edition.ts';
import type { Group } from '../shared/domain/referral/group.ts';
import type { Feedback, Referral } from '../shared/domain/referral/referral.ts';
import {
  EarlyIdentificationSubmission,
  ViolenceSubmission,
} from '../shared/domain/referral/submission.ts';
import type { Sealed } from '../shared/domain/sealed.ts';
import type { Task } from '../shared/domain/task/task.ts';
import { policy } from '../shared/policy/policy.ts';

/** Makers of valid objects: each has sensible values, and takes what the test is about. */

/** Friday 20 November 2026, 17:40 in Tbilisi; the Monday after it is a holiday. */
export const NOW = '2026-11-20T13:40:00.000Z';
export const instant = (at: string = NOW): Temporal.Instant => Temporal.Instant.from(at);
export const later = (duration: Temporal.DurationLike, at: string = NOW): string =>
  instant(at).add(duration).toString({ fractionalSecondDigits: 3 });

/** The pack for Georgia as it stands at an instant, with the centre in Kutaisi open. */
export const georgiaAt = (
  at: string = NOW,
  overrides: Overrides = { openCentres: ['centre-kutaisi'] },
): Edition => policy.at(instant(at), overrides);

/** Bytes that never repeat and are the same in every run. */
export const counting = (from = 0): Bytes => {
  let next = from;
  return (count) => {
    next += 1;
    const hash = createHash('shake256', { outputLength: count });
    return Uint8Array.from(hash.update(`${next}`).digest());
  };
};
const bytes = counting();

export const anEventId = () => newEventId(bytes);
export const aTaskId = () => newTaskId(bytes);
export const aCaseId = () => newCaseId(bytes);
export const aReferralId = () => newReferralId(bytes);
export const aFileId = () => newFileId(bytes);
export const agency = (id: string): AgencyId => AgencyId.parse(id);

export const SCHOOL = agency('school-zestaponi');
export const LEAD = agency('agency-imereti');
export const POLICE = agency('police-imereti');
export const CENTRE = agency('centre-kutaisi');
export const CLINIC = agency('clinic-kutaisi');
export const MUNICIPALITY = agency('municipality-zestaponi');
export const NATIONAL = agency('oversight-national');

/** A member of an agency of the pack; its kind is the agency's. */
export const aPrincipal = (
  of: AgencyId = SCHOOL,
  { roles = ['worker'], sub = `sub-${of}` }: { roles?: Role[]; sub?: string } = {},
): Principal => ({
  sub,
  agency: of,
  kind: georgiaAt().agency(of)?.kind ?? 'ngo',
  roles,
  areas: [],
  membership: 1,
});

export const aSealed = (): Sealed => ({ groups: {} });

type Submitted = Extract<Referral, { status: 'submitted' }>;
type InProgress = Extract<Referral, { status: 'in-progress' }>;

export const aReferral = (over: Partial<Submitted> = {}): Submitted => ({
  what: 'referral',
  id: aReferralId(),
  file: aFileId(),
  version: 1,
  status: 'submitted',
  kind: 'violence',
  agency: SCHOOL,
  submittedBy: `sub-${SCHOOL}`,
  submittedAt: NOW,
  channel: 'system',
  reporterMode: 'named',
  municipality: 'zestaponi',
  feedbacks: 0,
  sealed: aSealed(),
  ...over,
});

/** A referral whose lead has accepted. */
export const aReferralInProgress = (over: Partial<InProgress> = {}): InProgress => ({
  ...aReferral(),
  status: 'in-progress',
  version: 3,
  lead: LEAD,
  case: aCaseId(),
  routedAt: NOW,
  ...over,
});

export const aCase = (over: Partial<Extract<Case, { status: 'open' }>> = {}): Case => ({
  what: 'case',
  id: aCaseId(),
  file: aFileId(),
  version: 1,
  status: 'open',
  referral: aReferralId(),
  municipality: 'zestaponi',
  lead: LEAD,
  openedAt: NOW,
  ...over,
});

export const aTask = (over: Partial<Task> = {}): Task => ({
  what: 'task',
  id: aTaskId(),
  file: aFileId(),
  referral: aReferralId(),
  case: aCaseId(),
  version: 1,
  kind: 'register-report',
  track: 'justice',
  role: 'participant',
  urgency: 'high',
  status: 'requested',
  agency: POLICE,
  requestedBy: 'policy',
  municipality: 'zestaponi',
  instructions: [],
  rule: 'police',
  policy: georgiaAt().reference,
  createdAt: NOW,
  ...over,
});

/** A running clock, started by the pack's own definition. */
export const aClock = (
  name: ClockName = 'received',
  {
    subject = { kind: 'task' as const, id: aTaskId() },
    ...over
  }: Partial<Clock> & Pick<Partial<Clock>, 'subject'> = {},
): Clock => ({
  ...startClock(
    {
      name,
      subject,
      holder: over.holder ?? POLICE,
      file: over.file,
      referral: over.referral ?? aReferralId(),
      case: over.case,
      urgency: over.urgency ?? 'high',
      startedAt: over.startedAt ?? NOW,
    },
    georgiaAt(),
  ),
  ...over,
});

/** The clocks that count for a task, each by its name. */
export const clocksOf = (task: Task, names: readonly ClockName[]): Clock[] =>
  names.map((name) =>
    aClock(name, {
      subject: { kind: 'task', id: task.id },
      holder: task.agency,
      urgency: task.urgency,
      referral: task.referral,
      file: task.file,
      case: task.case,
    }),
  );

export const aFeedback = (over: Partial<Feedback> = {}): Feedback => ({
  what: 'feedback',
  referral: aReferralId(),
  file: aFileId(),
  number: 1,
  version: 1,
  code: 'acting',
  stage: 'first',
  from: LEAD,
  at: NOW,
  ...over,
});

export const anEvent = (over: Partial<JournalEvent> = {}): JournalEvent => ({
  id: anEventId(),
  type: 'task.requested',
  at: NOW,
  subject: { kind: 'task', id: aTaskId() },
  version: 1,
  by: { sub: 'routing' },
  to: [POLICE],
  ...over,
});

/** As little as a worried teacher can send. */
export const violenceSent = (over: Partial<z.input<typeof ViolenceSubmission>> = {}) => ({
  kind: 'violence' as const,
  narrative: 'ბავშვი სახლში წასვლას უფრთხის.',
  child: { municipality: 'zestaponi' },
  reporter: { mode: 'named' as const, phone: '+995 555 12 34 56' },
  ...over,
});

export const aViolenceSubmission = (
  over: Partial<z.input<typeof ViolenceSubmission>> = {},
): ViolenceSubmission => ViolenceSubmission.parse(violenceSent(over));

const [INSTRUMENT] = georgiaAt().instruments;
if (!INSTRUMENT) throw new Error('the pack has no instrument');
export const instrument = INSTRUMENT;

/** Every indicator answered `no`, but for those named. */
export const answers = (
  yes: readonly string[] = [],
  unknown: readonly string[] = [],
): EarlyIdentificationSubmission['indicators'] =>
  instrument.indicators.map(({ code }) => ({
    code,
    answer: yes.includes(code) ? 'yes' : unknown.includes(code) ? 'not-known' : 'no',
  }));

export const earlySent = (over: Partial<z.input<typeof EarlyIdentificationSubmission>> = {}) => ({
  kind: 'early-identification' as const,
  child: { municipality: 'zestaponi' },
  reporter: { mode: 'named' as const },
  instrument: { id: instrument.id, version: instrument.version },
  indicators: answers(),
  worry: 1,
  consent: { state: 'given' as const, by: 'დედა', on: '2026-11-19', language: 'ka' },
  ...over,
});

export const anEarlySubmission = (
  over: Partial<z.input<typeof EarlyIdentificationSubmission>> = {},
): EarlyIdentificationSubmission => EarlyIdentificationSubmission.parse(earlySent(over));

/** What a call refuses with: its code and what it names; fails when it refuses nothing. */
export function refusalOf(call: () => unknown): { code: string; hindrances: readonly unknown[] } {
  try {
    call();
  } catch (error) {
    const { code, hindrances = [] } = error as { code: string; hindrances?: readonly unknown[] };
    if (error instanceof Error && error.name === 'Refusal') return { code, hindrances };
    throw error;
  }
  throw new Error('nothing was refused');
}

/** What the engine would have decided, for tests of what is shown by it. */
export const aPermit = (rule: string, groups: readonly Group[] = []): Permit =>
  ({ rule, groups }) as unknown as Permit;
