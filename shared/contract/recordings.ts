import * as z from 'zod';
import { AgencyId, InterviewId } from '../domain/ids.ts';
import { Code, Language, line } from '../domain/text.ts';
import { Instant } from '../domain/time.ts';
import { Labelled, Note } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = { interviewId: InterviewId };
const Number_ = z.coerce.number().int().min(1).max(9999);
const numbered = { ...params, number: Number_ };
const repeated = ['still-running', 'idempotency-key-reused'] as const;
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const LedgerLine = z.object({
  number: z.int(),
  at: Instant,
  agency: AgencyId.optional(),
  kind: z.enum(['filed', 'used', 'asked', 'answered']),
  use: Labelled.optional(),
  purpose: Labelled.optional(),
  who: AgencyId.optional(),
  request: z.int().optional(),
  answer: z.enum(['given', 'refused']).optional(),
  reason: Labelled.optional(),
  note: z.string().optional(),
  /** SHA-256 of the entry before it. */
  previous: Sha256,
});

/** One item of the ledger: what it is recognised by, who has it, and all that was done with it. */
export const RecordingView = z.object({
  number: z.int(),
  content: Labelled,
  sha256: Sha256,
  seconds: z.int().optional(),
  device: Code.optional(),
  language: Language.optional(),
  holder: AgencyId,
  /** Where it is kept, in the words of whoever has it. */
  place: z.string().optional(),
  history: z.array(LedgerLine),
});
export const RecordingList = z.object({ items: z.array(RecordingView) });

export const fileRecording = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/recordings',
  operation: 'fileRecording',
  function: 'visits',
  action: 'recording.file',
  summary: {
    ka: 'ჩანაწერი, დალუქული ასლი, ოქმი ან თარგმანი აღირიცხება: ანაბეჭდი, ვისთან და სად',
    en: 'A recording, sealed copy, protocol or translation is entered: its hash, who has it, where',
  },
  params,
  body: z.strictObject({
    content: Code,
    sha256: Sha256,
    seconds: z.int().min(1).max(86_400).optional(),
    device: Code.optional(),
    language: Language.optional(),
    holder: AgencyId,
    place: line(200),
  }),
  idempotent: true,
  answers: { 201: RecordingList },
  refuses: ['not-found', 'unknown-code', 'unknown-agency', 'visit-not-under-way', ...repeated],
});

export const recordings = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/recordings',
  operation: 'recordings',
  function: 'visits',
  action: 'recording.read',
  summary: {
    ka: 'ჩანაწერები: სად ინახება და ვინ რა გააკეთა',
    en: 'The recordings: where they are kept, and what was done with them',
  },
  params,
  answers: { 200: RecordingList },
  refuses: ['not-found'],
});

export const useRecording = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/recordings/{number}/uses',
  operation: 'useRecording',
  function: 'visits',
  action: 'recording.file',
  summary: {
    ka: 'ჩანაწერი ნახეს, გადაიღეს ან გადასცეს: ვინ და რატომ',
    en: 'The recording was viewed, copied or handed over: by whom and why',
  },
  params: numbered,
  body: z.strictObject({
    use: z.enum(['view', 'copy', 'handover']),
    who: AgencyId,
    purpose: Code,
    note: Note.optional(),
  }),
  idempotent: true,
  answers: { 201: RecordingList },
  refuses: ['not-found', 'unknown-code', 'unknown-agency', 'not-your-role', ...repeated],
});

export const askForRecording = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/recordings/{number}/requests',
  operation: 'askForRecording',
  function: 'visits',
  action: 'recording.ask',
  summary: {
    ka: 'უწყება ნათქვამს ჩანაწერიდან ითხოვს; ბავშვს ხელახლა არავინ ეკითხება',
    en: 'An agency asks for the recorded statement; nobody asks the child again',
  },
  params: numbered,
  body: z.strictObject({ purpose: Code, note: Note.optional() }),
  idempotent: true,
  answers: { 201: RecordingList },
  refuses: ['not-found', 'unknown-code', ...repeated],
});

export const answerRequest = endpoint({
  method: 'POST',
  path: '/v1/interviews/{interviewId}/recordings/{number}/requests/{request}/answer',
  operation: 'answerRequest',
  function: 'visits',
  action: 'recording.file',
  summary: {
    ka: 'ვისთანაც ჩანაწერია, მოთხოვნას პასუხობს',
    en: 'Whoever has the recording answers the request',
  },
  params: { ...numbered, request: Number_ },
  body: z.union([
    z.strictObject({ answer: z.literal('given'), note: Note.optional() }),
    z.strictObject({ answer: z.literal('refused'), reason: Code, note: Note.optional() }),
  ]),
  idempotent: true,
  answers: { 201: RecordingList },
  refuses: ['not-found', 'unknown-code', 'not-your-role', 'request-answered', ...repeated],
});

export const checkLedger = endpoint({
  method: 'GET',
  path: '/v1/interviews/{interviewId}/ledger-check',
  operation: 'checkLedger',
  function: 'visits',
  action: 'recording.read',
  summary: {
    ka: 'ჟურნალის მთლიანობის შემოწმება: არაფერი შეცვლილა და არ დაკარგულა',
    en: 'Checks the ledger as a whole: nothing was changed, nothing is missing',
  },
  params,
  answers: {
    200: z.object({
      entries: z.int(),
      whole: z.boolean(),
      broken: z.array(z.object({ number: z.int(), code: Code })),
    }),
  },
  refuses: ['not-found'],
});
