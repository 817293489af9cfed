import { Temporal } from 'temporal-polyfill';
import type { endProceedings as contract } from '../../shared/contract/retention.ts';
import { dayOf } from '../../shared/domain/disclosure/retention-view.ts';
import { newEventId, ReferralId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { endProceedings as end } from '../../shared/domain/retention/proceedings.ts';
import { Retention } from '../../shared/domain/retention/retention.ts';
import { text } from '../../shared/domain/time.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseFacts } from '../../shared/store/access-facts.ts';

type Deps = Pick<VaultedStore, 'records' | 'journal' | 'policy' | 'now' | 'bytes'>;

/** The prosecutor says that proceedings have ended: from then on it counts how long files are kept. */
export const endProceedings =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { records, journal, policy, now, bytes } = deps;
    const { case: opened, subject } = await caseFacts(records, path.caseId, principal);
    may(principal, 'proceedings.end', subject);
    if (opened.version !== expected) throw new Refusal('changed-meanwhile');
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const endedAt = text(Temporal.Instant.from(body.endedAt));
    const referrals = await counted(deps, opened.id);
    const by = { sub: principal.sub, agency: principal.agency };
    const newEvent = () => newEventId(bytes);
    const { outcome } = body;
    const ending = { case: opened, referrals, outcome, endedAt, by, at, newEvent };
    const decision = end(ending, edition);
    await journal.commit(decision, { by: principal });
    const version = opened.version + 1;
    const erasures = decision.kept.flatMap((kept) =>
      kept.what === 'retention' && kept.deadline
        ? [{ referral: ReferralId.parse(kept.of.id), on: dayOf(kept.deadline, edition) }]
        : [],
    );
    const label = edition.label('proceedingsOutcomes', outcome, lang);
    return {
      status: 200,
      body: {
        ...{ case: opened.id, endedAt, recordedAt: at, agency: principal.agency, version },
        ...{ outcome: { code: outcome, label }, erasures },
      },
      version,
    };
  };

/** The referrals of the case, each with what was counted for it before. */
async function counted({ records }: Deps, id: Parameters<Deps['records']['referralsOf']>[0]) {
  const ids = await records.referralsOf(id);
  return Promise.all(
    ids.map(async (one) => {
      const referral = await records.referral(one);
      const of = { kind: 'referral', id: one } as const;
      const [earlier] = await records.parts('retention', Retention, of);
      return { referral, earlier };
    }),
  );
}
