import * as z from 'zod';
import { AgencyId, CaseId, ReferralId } from '../domain/ids.ts';
import { Code } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Links, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What is left of a record whose file was erased: that, when and by which rule. */
export const ErasedView = z.object({ at: Instant, rule: Labelled, says: z.string() });

export const ProceedingsEnd = z.object({
  case: CaseId,
  endedAt: Instant,
  outcome: Labelled,
  recordedAt: Instant,
  agency: AgencyId,
  /** What is erased when, of the referrals of the case. */
  erasures: z.array(z.object({ referral: ReferralId, on: z.iso.date() })),
  version: z.int(),
});

export const endProceedings = endpoint({
  method: 'POST',
  path: '/v1/cases/{caseId}/proceedings-end',
  operation: 'endProceedings',
  function: 'files',
  action: 'proceedings.end',
  summary: {
    ka: 'პროკურორი აფიქსირებს, რომ სისხლისსამართლებრივი პროცესი დასრულდა ან არ დაწყებულა',
    en: 'The prosecutor records that criminal proceedings have ended, or were never opened',
  },
  params: { caseId: CaseId },
  body: z.strictObject({ outcome: Code, endedAt: Instant }),
  conditional: true,
  answers: { 200: ProceedingsEnd },
  refuses: ['not-found', 'unknown-code', 'in-the-future', 'changed-meanwhile', 'if-match-absent'],
});

export const HoldView = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  reason: Labelled,
  note: z.string().optional(),
  /** Somebody asked to lift it, and a second person has not agreed yet. */
  liftingAsked: z.object({ at: Instant, agency: AgencyId }).optional(),
  lifted: z.object({ at: Instant, agency: AgencyId }).optional(),
  holds: z.boolean(),
  version: z.int(),
  links: Links,
});

export const RetentionView = z.object({
  referral: ReferralId,
  rule: Labelled,
  /** From when it counts; absent as long as that has not come. */
  since: Instant.optional(),
  eraseOn: z.iso.date().optional(),
  erased: ErasedView.optional(),
  /** What would keep it if its time came now. */
  keptBecause: z.array(Labelled),
  holds: z.array(HoldView),
});

const params = { referralId: ReferralId };

export const getRetention = endpoint({
  method: 'GET',
  path: '/v1/referrals/{referralId}/retention',
  operation: 'getRetention',
  function: 'files',
  action: 'retention.read',
  summary: {
    ka: 'როდის წაიშლება ჩანაწერის შინაარსი, რომელი წესით და რა აჩერებს წაშლას',
    en: 'When what a record holds is erased, by which rule, and what keeps it',
  },
  params,
  answers: { 200: RetentionView },
  refuses: ['not-found'],
});

export const setHold = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/holds',
  operation: 'setHold',
  function: 'files',
  action: 'hold.set',
  summary: {
    ka: 'ჩანაწერის წაშლის შეჩერება; მოქმედებს მაშინვე',
    en: 'Holds a record: it is not erased; in effect at once',
  },
  params,
  body: z.strictObject({ reason: Code, note: Note }),
  idempotent: true,
  answers: { 201: HoldView },
  refuses: [
    'not-found',
    'unknown-code',
    'content-erased',
    'still-running',
    'idempotency-key-reused',
  ],
});

const ofHold = { ...params, number: z.coerce.number().int().min(1).max(9999) };

export const askLifting = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/holds/{number}/lifting',
  operation: 'askLifting',
  function: 'files',
  action: 'hold.lift',
  summary: {
    ka: 'შეჩერების მოხსნის მოთხოვნა მიზეზით; მანამდე მოქმედებს, სანამ მეორე პირი დაეთანხმება',
    en: 'Asks to lift a hold, with the reason; it counts until a second person agrees',
  },
  params: ofHold,
  body: z.strictObject({ note: Note }),
  conditional: true,
  answers: { 200: HoldView },
  refuses: ['not-found', 'hold-lifted-already', 'lifting-asked-already', 'changed-meanwhile'],
});

export const confirmLifting = endpoint({
  method: 'POST',
  path: '/v1/referrals/{referralId}/holds/{number}/lifting/confirmation',
  operation: 'confirmLifting',
  function: 'files',
  action: 'hold.lift',
  summary: {
    ka: 'მეორე პირი ხსნის წაშლის შეჩერებას',
    en: 'A second person lifts a hold',
  },
  params: ofHold,
  conditional: true,
  answers: { 200: HoldView },
  refuses: [
    'not-found',
    'hold-lifted-already',
    'lifting-not-asked',
    'second-person-needed',
    'changed-meanwhile',
  ],
});

export const listErasures = endpoint({
  method: 'GET',
  path: '/v1/oversight/erasures',
  operation: 'listErasures',
  function: 'files',
  action: 'oversight.read',
  summary: {
    ka: 'რა წაიშლება უახლოეს დღეებში; უახლოესი პირველი',
    en: 'What is erased in the days to come, the nearest first',
  },
  answers: {
    200: z.object({
      until: Instant,
      items: z.array(z.object({ referral: ReferralId, rule: Labelled, eraseOn: z.iso.date() })),
    }),
  },
  refuses: [],
});

/** How far the data keys are wrapped anew. */
export const RotationView = z.object({
  number: z.int(),
  begunAt: Instant,
  state: z.enum(['going-on', 'ended']),
  /** Keys wrapped anew so far. */
  rewrapped: z.int(),
  /** Keys of erased files, and such as were new enough. */
  passed: z.int(),
  endedAt: Instant.optional(),
});

export const beginRotation = endpoint({
  method: 'POST',
  path: '/v1/oversight/key-rotations',
  operation: 'beginRotation',
  function: 'files',
  action: 'keys.rotate',
  summary: {
    ka: 'ყველა გასაღების ხელახლა დაფარვის დაწყება; მუშაობა არ ჩერდება',
    en: 'Begins to wrap all data keys anew; work goes on meanwhile',
  },
  idempotent: true,
  answers: { 201: RotationView },
  refuses: ['rotation-going-on', 'still-running', 'idempotency-key-reused'],
});

export const getRotation = endpoint({
  method: 'GET',
  path: '/v1/oversight/key-rotations/last',
  operation: 'getRotation',
  function: 'files',
  action: 'keys.read',
  summary: {
    ka: 'რამდენი გასაღები დაიფარა ხელახლა',
    en: 'How far the data keys are wrapped anew',
  },
  answers: { 200: RotationView },
  refuses: ['not-found'],
});
