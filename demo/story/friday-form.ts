import type { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { ViolenceSubmission } from '../../shared/domain/referral/submission.ts';

/** The father comes for the child in twenty minutes. */
const CHILD_LEAVES = { minutes: 20 };

/** What a teacher can type on a telephone with the child at her side. */
export const fridayForm = (
  now: Temporal.Instant,
  reporter: { readonly name: string; readonly phone: string },
): z.input<typeof ViolenceSubmission> => ({
  kind: 'violence',
  narrative: 'ბიჭს ზურგზე ზოლები აქვს, ამბობს, რომ მამამ ქამრით სცემა. მამა მალე მოვა.',
  childsOwnWords: '„მამას არ უთხრათ.“',
  toldBefore: [reporter.name],
  child: {
    givenName: 'საბა',
    ageYears: 10,
    sex: 'male',
    languages: ['ka'],
    municipality: 'zestaponi',
    identity: { known: 'known' },
    whereabouts: {
      school: 'ზესტაფონის საჯარო სკოლა',
      childNow: { where: 'სკოლა, სამასწავლებლო', until: now.add(CHILD_LEAVES).toString() },
    },
  },
  forms: ['physical'],
  immediateDanger: 'yes',
  injuryVisible: 'yes',
  allegedPerpetrators: [{ relation: 'father', livesWithChild: 'yes', isGuardian: 'yes' }],
  reporter: { mode: 'named', ...reporter },
});
