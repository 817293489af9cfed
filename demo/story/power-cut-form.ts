import type { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { ViolenceSubmission } from '../../shared/domain/referral/submission.ts';

/** A boy is safe with his grandmother, and the flat is not fit to live in tonight. */
export const powerCutForm = (
  now: Temporal.Instant,
  reporter: { readonly name: string; readonly phone: string },
): z.input<typeof ViolenceSubmission> => ({
  kind: 'violence',
  narrative: 'ბავშვი მარტო იყო ცივ ბინაში, ბებია სკოლაში მოვიდა და ორივეს წასასვლელი არა აქვს.',
  childsOwnWords: '„შუქი არ გვაქვს და მცივა.“',
  toldBefore: [reporter.name],
  child: {
    givenName: 'ნიკა',
    ageYears: 7,
    sex: 'male',
    languages: ['ka'],
    municipality: 'zestaponi',
    identity: { known: 'known' },
    whereabouts: { school: 'ზესტაფონის საჯარო სკოლა' },
  },
  forms: ['neglect'],
  immediateDanger: 'no',
  lastIncidentAt: now.toZonedDateTimeISO('Asia/Tbilisi').toPlainDate().toString(),
  allegedPerpetrators: [{ relation: 'acquaintance', livesWithChild: 'no', isGuardian: 'no' }],
  reporter: { mode: 'named', ...reporter },
});
