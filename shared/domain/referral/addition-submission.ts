import * as z from 'zod';
import { withoutNumber } from '../family/named.ts';
import { ReferralId } from '../ids.ts';
import { part } from '../part.ts';
import { Code, line } from '../text.ts';
import { keptReporter } from './details.ts';
import type { Stated } from './groups.ts';
import { ViolenceSubmission } from './submission.ts';

const referral = ViolenceSubmission.shape;
const child = referral.child.shape;

/**
 * News of a child that is known already: a sentence, and of all that a referral can state only what
 * is new. Nothing has a default here: what is not said is not stated.
 */
export const AdditionSubmission = z.strictObject({
  narrative: referral.narrative,
  narrativeLanguage: referral.narrativeLanguage,
  channel: referral.channel,
  child: z
    .strictObject({
      givenName: child.givenName,
      familyName: child.familyName,
      personalNumber: child.personalNumber,
      birthDate: child.birthDate,
      ageYears: child.ageYears,
      municipality: line(80).optional(),
      whereabouts: child.whereabouts.unwrap().optional(),
      needs: z.array(Code).max(20).optional(),
    })
    .optional(),
  forms: referral.forms.unwrap().optional(),
  immediateDanger: referral.immediateDanger.unwrap().optional(),
  lastIncidentAt: referral.lastIncidentAt,
  injuryVisible: referral.injuryVisible.unwrap().optional(),
  selfHarmRisk: referral.selfHarmRisk.unwrap().optional(),
  allegedPerpetrators: referral.allegedPerpetrators.unwrap().optional(),
  relatedChildren: referral.relatedChildren.unwrap().optional(),
  toldBefore: referral.toldBefore.unwrap().optional(),
  childsOwnWords: referral.childsOwnWords,
  /** The address is protected from now on; it is never said that it no longer is. */
  protectAddress: referral.protectAddress,
  /** Who called, where the duty desk writes it down. */
  reporter: referral.reporter.optional(),
});
export type AdditionSubmission = z.infer<typeof AdditionSubmission>;

/** News of a referral, kept beside it: who stated it, when and through which channel. */
export const Addition = z.object({
  ...part('addition'),
  channel: z.enum(['form', 'phone', 'system']),
  /** The violence referral this made of a family's: what comes later is added to that one too. */
  became: ReferralId.optional(),
});
export type Addition = z.infer<typeof Addition>;

/** Cuts an addition into the groups by which it is sealed and disclosed, like a submission. */
export function statedIn(news: AdditionSubmission): Stated {
  const { narrative, narrativeLanguage, childsOwnWords, reporter, relatedChildren } = news;
  const { forms, immediateDanger, lastIncidentAt, allegedPerpetrators, toldBefore } = news;
  const { municipality, whereabouts, needs, ...identity } = news.child ?? {};
  const groups = {
    identity: said(identity),
    whereabouts: said({ municipality, whereabouts }),
    concern: said({
      ...{ forms, immediateDanger, lastIncidentAt, toldBefore },
      allegedPerpetrators: allegedPerpetrators?.map(withoutNumber),
    }),
    narrative: { narrative, narrativeLanguage },
    'childs-own-words': said({ childsOwnWords }),
    reporter: said({ reporter: reporter && keptReporter(reporter) }),
    medical: said({ injuryVisible: news.injuryVisible, selfHarmRisk: news.selfHarmRisk, needs }),
    family: said({ relatedChildren }),
  };
  return said(groups) as Stated;
}

/** Without what was not said; nothing where nothing was. */
function said<T extends object>(all: T): T | undefined {
  const stated = Object.entries(all).filter(([, value]) => value !== undefined);
  return stated.length > 0 ? (Object.fromEntries(stated) as T) : undefined;
}

/** Whether it speaks of violence: then a family's support is no longer an answer to it. */
export const statesViolence = (stated: Stated): boolean =>
  (stated.concern?.forms ?? []).length > 0 ||
  (stated.concern?.allegedPerpetrators ?? []).length > 0 ||
  stated['childs-own-words']?.childsOwnWords !== undefined ||
  stated.medical?.injuryVisible === 'yes' ||
  (stated.concern?.immediateDanger ?? 'no') !== 'no';
