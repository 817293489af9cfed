import type { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { ViolenceSubmission } from '../../shared/domain/referral/submission.ts';

/** So long ago as the child says: outside the window in which a doctor comes first. */
const DAYS_AGO = 12;

/** A girl has told her teacher; whom she speaks of does not live with her. */
export const interviewForm = (
  now: Temporal.Instant,
  reporter: { readonly name: string; readonly phone: string },
): z.input<typeof ViolenceSubmission> => ({
  kind: 'violence',
  narrative: 'ბავშვმა მითხრა, რომ მეზობელი მას აწუხებს. დედას მინდა ვუთხრაო, მაგრამ რცხვენია.',
  childsOwnWords: '„ის მეზობელია, დედამ არ იცის.“',
  toldBefore: [reporter.name],
  child: {
    givenName: 'ელენე',
    ageYears: 9,
    sex: 'female',
    languages: ['ka'],
    municipality: 'zestaponi',
    identity: { known: 'known' },
    whereabouts: { school: 'ზესტაფონის საჯარო სკოლა' },
  },
  forms: ['sexual'],
  immediateDanger: 'no',
  lastIncidentAt: now
    .toZonedDateTimeISO('Asia/Tbilisi')
    .toPlainDate()
    .subtract({ days: DAYS_AGO })
    .toString(),
  allegedPerpetrators: [{ relation: 'acquaintance', livesWithChild: 'no', isGuardian: 'no' }],
  reporter: { mode: 'named', ...reporter },
});
