import { statesViolence } from './addition-submission.ts';
import type { Details, Stated } from './groups.ts';
import type { Referral } from './referral.ts';
import { united } from './reports.ts';

/**
 * Whether news of a family makes a violence referral. In a case, which there is from level 4 on, the
 * work is that of violence already; without one, support of the family is no answer to it.
 */
export const becomesViolence = (referral: Referral, stated: Stated): boolean =>
  referral.kind === 'early-identification' &&
  (referral.status === 'submitted' || referral.case === undefined) &&
  statesViolence(stated);

/** What the violence referral says: who the child is by the family's form, and the news as its concern. */
export function asViolence(family: Partial<Details>, news: Stated): Stated {
  const both = united([
    { at: '', stated: family },
    { at: '', stated: news },
  ]);
  const { identity, whereabouts, reporter, contact, family: related } = both;
  const stated = news.concern ?? {};
  return {
    ...(identity && { identity }),
    ...(whereabouts && { whereabouts }),
    ...(reporter && { reporter }),
    ...(contact && { contact }),
    ...(related && { family: related }),
    ...(news.narrative && { narrative: news.narrative }),
    ...(news['childs-own-words'] && { 'childs-own-words': news['childs-own-words'] }),
    concern: {
      ...{ forms: [], immediateDanger: 'unsure', allegedPerpetrators: [], toldBefore: [] },
      ...stated,
    },
    medical: { injuryVisible: 'unknown', needs: [], ...both.medical, ...news.medical },
  };
}
