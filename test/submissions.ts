import fc from 'fast-check';
import type { AgencyId } from '../shared/domain/ids.ts';
import type { ReferralSubmission } from '../shared/domain/referral/submission.ts';
import {
  agency,
  anEarlySubmission,
  answers,
  aViolenceSubmission,
  georgiaAt,
  instrument,
  later,
  NOW,
} from './build.ts';

const edition = georgiaAt();
const codes = (list: Parameters<typeof edition.codes>[0]) => [...edition.codes(list)];
const some = <T>(of: readonly T[], maxLength = 4) =>
  fc.uniqueArray(fc.constantFrom(...of), { maxLength });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const minutes = fc.integer({ min: -600, max: 3000 });
const places = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...edition.municipalities.map(({ id }) => id)) },
  { weight: 1, arbitrary: fc.constant('unknown') },
);
const employers = fc.constantFrom(
  'police',
  'police-imereti',
  'guardianship-body',
  'agency-imereti',
  'clinic-kutaisi',
  'prosecutor',
  'ვიღაც კერძო',
);

const child = fc.record({
  municipality: places,
  birthDate: maybe(fc.constantFrom('2010-03-04', '2026-11-20', '2019-12-31')),
  ageYears: maybe(fc.nat(17)),
  needs: some(codes('needs')),
  whereabouts: fc.record(
    {
      municipality: places,
      school: fc.constant('საჯარო სკოლა'),
      childNow: fc.record({
        where: fc.constant('სკოლა'),
        until: minutes.map((m) => later({ minutes: m })),
      }),
    },
    { requiredKeys: [] },
  ),
  identity: fc.constantFrom(
    { known: 'known' as const },
    { known: 'unknown' as const },
    { known: 'unborn' as const },
  ),
});
const relatedChildren = fc.array(
  fc.record({
    role: fc.constantFrom(
      'at-home' as const,
      'co-victim' as const,
      'witness' as const,
      'alleged-to-have-harmed' as const,
    ),
  }),
  { maxLength: 3 },
);
const yesNo = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);

/** Any violence submission the pack's codes allow. */
export const anyViolence = fc
  .record({
    child,
    relatedChildren,
    forms: some(codes('forms')),
    immediateDanger: fc.constantFrom('yes' as const, 'no' as const, 'unsure' as const),
    injuryVisible: yesNo,
    lastIncidentAt: maybe(
      fc.record({
        at: fc.oneof(
          fc.integer({ min: 0, max: 9000 }).map((m) => later({ minutes: -m })),
          fc.constantFrom('2026-11-20', '2026-11-17', '2026-10-01'),
        ),
        precision: fc.constantFrom(
          'minute' as const,
          'hour' as const,
          'day' as const,
          'week' as const,
          'month' as const,
        ),
      }),
    ),
    allegedPerpetrators: fc.array(
      fc.record({
        relation: fc.constantFrom(...codes('relations')),
        livesWithChild: yesNo,
        employer: maybe(employers),
      }),
      { maxLength: 3 },
    ),
  })
  .map(aViolenceSubmission);

/** Any early identification, whatever was answered. */
export const anyEarly = fc
  .record({
    child,
    relatedChildren,
    indicators: fc
      .tuple(
        some(
          instrument.indicators.map(({ code }) => code),
          12,
        ),
        some(
          instrument.indicators.map(({ code }) => code),
          20,
        ),
      )
      .map(([yes, unknown]) => answers(yes, unknown)),
    worry: fc.nat(3),
  })
  .map(anEarlySubmission);

export const anySubmission: fc.Arbitrary<ReferralSubmission> = fc.oneof(anyViolence, anyEarly);

/** Any agency that exists: whoever refers. */
export const anyAgency: fc.Arbitrary<AgencyId> = fc
  .constantFrom(...edition.agencies.map(({ id }) => id))
  .map(agency);

/** Any instant of two weeks, working time or not. */
export const anyInstant = fc
  .integer({ min: 0, max: 20_000 })
  .map((m) => later({ minutes: m }, NOW));
