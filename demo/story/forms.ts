import type { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { InstrumentView } from '../../shared/contract/directory.ts';
import type {
  EarlyIdentificationSubmission,
  ViolenceSubmission,
} from '../../shared/domain/referral/submission.ts';
import type { Actor } from '../stage/cast.ts';

type Person = { readonly name: string; readonly phone: string };
type Violence = z.input<typeof ViolenceSubmission>;
type Instrument = z.output<typeof InstrumentView>;
type Early = z.input<typeof EarlyIdentificationSubmission>;

/** Who stands on the forms of the two stories. */
export const REFERRERS: Readonly<Record<'violence' | 'early', Actor>> = {
  violence: 'nino',
  early: 'lela',
};

/** The last lesson is over; in half an hour somebody comes for the child. */
const CHILD_STAYS = { minutes: 35 };

/** What the teacher writes: one worry, where the child is, how to call back, and the child's words. */
export const violenceForm = (now: Temporal.Instant, reporter: Person): Violence => ({
  kind: 'violence',
  narrative:
    'ბავშვი გაკვეთილების შემდეგ სახლში წასვლაზე უარს ამბობს, ტირის. ამბობს, რომ დედის პარტნიორი მას ცემს და ღამით მის ოთახში შედის.',
  childsOwnWords: '„სახლში ნუ გამიშვებთ, ის ისევ მოვა.“',
  toldBefore: [reporter.name],
  child: {
    givenName: 'ანა',
    ageYears: 9,
    sex: 'female',
    languages: ['ka'],
    municipality: 'zestaponi',
    identity: { known: 'known' },
    whereabouts: {
      school: 'ზესტაფონის საჯარო სკოლა',
      childNow: { where: 'სკოლა, ექიმის კაბინეტი', until: now.add(CHILD_STAYS).toString() },
    },
  },
  forms: ['physical', 'sexual'],
  immediateDanger: 'unsure',
  allegedPerpetrators: [{ relation: 'parents-partner', livesWithChild: 'yes', isGuardian: 'no' }],
  reporter: { mode: 'named', ...reporter },
});

/** What the officer saw; every other question of the form was asked and answered with no. */
const SEEN: Readonly<Record<string, string>> = {
  'school-absence': 'ორ თვეში თერთმეტი გაცდენილი დღე, უმეტესად თვის ბოლოს.',
  'low-income': 'ოჯახს ზამთრისთვის შეშა და ტანსაცმელი არ აქვს.',
  'single-parent': 'დედა მარტო ზრდის ორ ბავშვს.',
};

/** The early-identification form of a family that wants help with the winter. */
export const earlyForm = (
  instrument: Instrument,
  now: Temporal.Instant,
  reporter: Person,
): Early => ({
  kind: 'early-identification',
  child: {
    givenName: 'ლუკა',
    ageYears: 8,
    languages: ['ka'],
    municipality: 'zestaponi',
    identity: { known: 'known' },
  },
  instrument: { id: instrument.id, version: instrument.version },
  indicators: instrument.indicators.map(({ code }) => {
    const evidence = SEEN[code];
    return evidence ? { code, answer: 'yes', evidence } : { code, answer: 'no' };
  }),
  narrative: 'ბიჭი კარგად სწავლობს, მაგრამ სულ უფრო ხშირად აცდენს. დედა დახმარებაზე თანახმაა.',
  worry: 1,
  consent: {
    state: 'given',
    by: 'დედა',
    on: now.toZonedDateTimeISO('Asia/Tbilisi').toPlainDate().toString(),
    language: 'ka',
  },
  reporter: { mode: 'named', ...reporter },
});
