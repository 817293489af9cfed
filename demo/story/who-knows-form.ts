import type * as z from 'zod';
import type { ViolenceSubmission } from '../../shared/domain/referral/submission.ts';

/** A neighbour’s child, told of by a teacher who must not become known in the village. */
export const whoKnowsForm = (reporter: {
  readonly name: string;
  readonly phone: string;
}): z.input<typeof ViolenceSubmission> => ({
  kind: 'violence',
  narrative: 'გოგონა სახლში დაბრუნებას გაურბის, ხელებზე სილურჯეები აქვს.',
  childsOwnWords: '„სახლში არ მინდა.“',
  toldBefore: [reporter.name],
  child: {
    givenName: 'თეკლა',
    ageYears: 12,
    sex: 'female',
    languages: ['ka'],
    municipality: 'zestaponi',
    identity: { known: 'known' },
    whereabouts: { school: 'ზესტაფონის საჯარო სკოლა' },
  },
  forms: ['physical'],
  immediateDanger: 'no',
  injuryVisible: 'yes',
  allegedPerpetrators: [{ relation: 'step-parent', livesWithChild: 'yes', isGuardian: 'no' }],
  reporter: { mode: 'masked', ...reporter },
});
