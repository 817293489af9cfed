import fc from 'fast-check';
import { nothing, setBits } from '../../../shared/domain/scheduling/mask.ts';
import type {
  Candidate,
  Horizon,
  Mask,
  Question,
  Role,
  Rule,
  Window,
} from '../../../shared/domain/scheduling/question.ts';

/** Free from one cell up to another, as often as wanted. */
export function freeAt(horizon: Horizon, ...spans: readonly (readonly [number, number])[]): Mask {
  const mask = nothing(horizon);
  for (const [from, to] of spans) setBits(mask, Math.max(0, from), Math.min(to, horizon.cells));
  return mask;
}

/** A question that nothing stands against: what a test needs it states itself. */
export function aQuestion(given: Partial<Question> = {}): Question {
  const horizon = given.horizon ?? { from: 1000, cells: 64 };
  return {
    horizon,
    days: [{ date: '2026-12-01', from: horizon.from, to: horizon.from + horizon.cells }],
    notBefore: horizon.from,
    notAfter: horizon.from + horizon.cells - 1,
    roles: [],
    rules: [],
    pairs: [],
    wishes: [],
    weights: { soon: 1 },
    allowed: { standIns: false, video: false },
    limit: 100,
    ...given,
  };
}

export const aRole = (role: string, given: Partial<Role> = {}): Role => ({
  role,
  windows: [{ offset: 0, cells: 4 }],
  count: 1,
  required: true,
  candidates: [],
  ...given,
});

export const aCandidate = (id: string, free: Mask, given: Partial<Candidate> = {}): Candidate => ({
  id,
  free,
  load: 0,
  ...given,
});

const HORIZON: Horizon = { from: 2_000_000, cells: 45 };
const DAYS = [0, 15, 30].map((from, i) => ({
  date: `2026-12-0${i + 1}`,
  from: HORIZON.from + from,
  to: HORIZON.from + from + 15,
}));

const mask: fc.Arbitrary<Mask> = fc
  .array(fc.tuple(fc.nat(44), fc.integer({ min: 1, max: 25 })), { minLength: 1, maxLength: 4 })
  .map((spans) =>
    freeAt(HORIZON, ...spans.map(([from, length]) => [from, from + length] as const)),
  );

const windows: fc.Arbitrary<readonly Window[]> = fc
  .array(fc.record({ gap: fc.nat(3), cells: fc.integer({ min: 1, max: 5 }) }), {
    minLength: 1,
    maxLength: 2,
  })
  .chain((steps) =>
    fc.integer({ min: -3, max: 3 }).map((first) => {
      let offset = first;
      return steps.map(({ gap, cells }) => {
        const window = { offset, cells };
        offset += cells + gap + 1;
        return window;
      });
    }),
  );

const cells = fc.nat(2);
const travel = fc.record({ before: cells, after: cells, minutes: fc.nat(120) });

const candidate: fc.Arbitrary<Candidate> = fc
  .record({
    id: fc.constantFrom('ana', 'beka', 'dato', 'eka', 'gia'),
    free: mask,
    load: fc.constantFrom(0, 0.25, 0.5, 0.75),
    known: fc.boolean(),
    standIn: fc.boolean(),
    video: fc.boolean(),
    travel: fc.option(travel, { nil: undefined, freq: 3 }),
  })
  .map(({ travel: road, ...others }) => ({ ...others, ...(road && { travel: road }) }));

const role = (name: string): fc.Arbitrary<Role> =>
  fc.record({
    role: fc.constant(name),
    windows,
    count: fc.constantFrom(1, 1, 1, 2),
    required: fc.constantFrom(true, true, true, false),
    candidates: fc.uniqueArray(candidate, {
      minLength: 1,
      maxLength: 4,
      selector: ({ id, video }) => `${id} ${video}`,
    }),
  });

const rule = (code: string): fc.Arbitrary<Rule> =>
  fc.record({
    code: fc.constant(code),
    window: fc.record({
      offset: fc.integer({ min: -2, max: 2 }),
      cells: fc.integer({ min: 1, max: 4 }),
    }),
    free: mask,
  });

const together = fc.array(
  fc.tuple(candidate, candidate).map(([{ id: one }, { id: other }]) => [one, other] as const),
  { maxLength: 12 },
);

/** Small questions with everything that a question can have. */
export const questions: fc.Arbitrary<Question> = fc.record({
  horizon: fc.constant(HORIZON),
  days: fc.constant(DAYS),
  notBefore: fc.nat(5).map((cell) => HORIZON.from + cell),
  notAfter: fc.integer({ min: 20, max: 50 }).map((cell) => HORIZON.from + cell),
  roles: fc
    .uniqueArray(fc.constantFrom('interviewer', 'psychologist', 'prosecutor', 'car'), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((names) => fc.tuple(...names.map(role))),
  rules: fc.subarray(['school', 'zone', 'zone-too']).chain((codes) => fc.tuple(...codes.map(rule))),
  pairs: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    together.map((ids) => [{ roles: ['interviewer', 'car'] as const, together: ids }]),
  ),
  wishes: fc.array(
    fc.record({
      code: fc.constant('preferred-time'),
      weight: fc.integer({ min: -2, max: 3 }),
      window: fc.constant({ offset: 0, cells: 3 }),
      wished: mask,
    }),
    { maxLength: 2 },
  ),
  weights: fc.constant({
    soon: 4,
    'known-worker': 3,
    load: 1,
    travel: 2,
    'without-role': 1,
    'stand-in': 0.5,
    video: 0.25,
  }),
  allowed: fc.record({ standIns: fc.boolean(), video: fc.boolean() }),
  limit: fc.integer({ min: 1, max: 12 }),
});
