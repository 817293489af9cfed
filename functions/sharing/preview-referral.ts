import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { Temporal } from 'temporal-polyfill';
import type { previewReferral as contract } from '../../shared/contract/sharing.ts';
import { previewView, type Seen } from '../../shared/domain/disclosure/preview-view.ts';
import { checkSubmission } from '../../shared/domain/referral/check.ts';
import { type Foreseen, foresee } from '../../shared/domain/sharing/foresee.ts';
import { accepted, readings, workerOf } from '../../shared/domain/sharing/readers.ts';
import { access, may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import type { derive, VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'policy' | 'now'> & {
  readonly derive: typeof derive;
  readonly openCentres: readonly string[];
};

/**
 * Who would be told what, by which rule, if this were sent now. Nothing of it is kept: only that
 * somebody asked is counted.
 */
export const previewReferral =
  ({ policy, now, derive, openCentres }: Deps): UseCase<typeof contract> =>
  async ({ body, principal, lang }) => {
    may(principal, 'referral.submit');
    const at = now();
    const instant = Temporal.Instant.from(at);
    const edition = policy.at(instant, { openCentres });
    checkSubmission(body, edition, instant);
    const foreseen = foresee({ submission: body, by: principal, at, derive }, edition);
    metrics.singleMetric().addMetric('ReferralPreviewed', MetricUnit.Count, 1);
    const agencies = [...new Set(foreseen.tasks.map(({ agency }) => agency))];
    const seen = agencies.map((agency) => {
      const kind = edition.agency(agency)?.kind ?? 'unknown';
      const reader = workerOf(agency, kind);
      return {
        agency,
        before: judged(reader, foreseen, at),
        after: judged(reader, accepted(foreseen, agency), at),
      };
    });
    return { status: 200, body: previewView({ foreseen, seen, at, lang }, edition) };
  };

/** What somebody reads by the task, by the referral and by the case, taken together. */
const judged = (
  reader: ReturnType<typeof workerOf>,
  foreseen: Foreseen,
  at: string,
): readonly Seen[] =>
  readings(foreseen, reader.agency).map(({ action, subject }) =>
    access.judge(reader, action, { ...subject, at }),
  );
