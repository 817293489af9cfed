import { withoutNumber } from '../family/named.ts';
import type { Details } from './groups.ts';
import type { ReferralSubmission } from './submission.ts';

/** Cuts a submission into the groups by which it is sealed and disclosed. */
export function detailsOf(submission: ReferralSubmission): Partial<Details> {
  const { child, relatedChildren, reporter, onBehalfOf, narrative, narrativeLanguage } = submission;
  const { municipality, whereabouts, needs, ...identity } = child;
  const common = {
    identity,
    whereabouts: { municipality, whereabouts },
    narrative: { narrative, narrativeLanguage },
    reporter: { reporter: keptReporter(reporter), onBehalfOf },
    family: { relatedChildren },
  };
  if (submission.kind === 'early-identification') {
    const { instrument, indicators, worry, consent } = submission;
    // Nobody was asked about violence: unknown, not none.
    const concern = { ...NO_VIOLENCE_STATED, instrument, indicators, worry, consent };
    return { ...common, concern, medical: { injuryVisible: 'unknown', needs } };
  }
  const { forms, immediateDanger, lastIncidentAt, allegedPerpetrators, toldBefore } = submission;
  return {
    ...common,
    concern: {
      ...{ forms, immediateDanger, lastIncidentAt, toldBefore },
      allegedPerpetrators: allegedPerpetrators.map(withoutNumber),
    },
    medical: {
      injuryVisible: submission.injuryVisible,
      selfHarmRisk: submission.selfHarmRisk,
      needs,
    },
    ...(submission.safeContact && { contact: { safeContact: submission.safeContact } }),
    ...(submission.childsOwnWords && {
      'childs-own-words': { childsOwnWords: submission.childsOwnWords },
    }),
  };
}

type Reporter = ReferralSubmission['reporter'];

/** Who stays anonymous is written down nowhere, whatever was sent. */
export const keptReporter = (reporter: Reporter): Reporter =>
  reporter.mode === 'anonymous' ? { mode: 'anonymous' } : reporter;

const NO_VIOLENCE_STATED = {
  forms: [],
  immediateDanger: 'unsure' as const,
  allegedPerpetrators: [],
  toldBefore: [],
};
