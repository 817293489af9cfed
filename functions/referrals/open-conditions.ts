import { Temporal } from 'temporal-polyfill';
import type { openConditions as contract } from '../../shared/contract/safety.ts';
import { openConditions as openIn } from '../../shared/domain/referral/close.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { inWords } from '../../shared/domain/safety/conditions.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { closingOf } from './closing-of.ts';

type Deps = Pick<VaultedStore, 'records' | 'access' | 'policy' | 'now'>;

/** What still stands in the way of closing, and what to do about each: nothing is changed. */
export const openConditions =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path: { referralId: id }, principal, lang }) => {
    const { records, policy, now } = deps;
    const read = await readReferral(deps, { id, by: principal, action: 'conditions.read' });
    const referral = routedOnly(read.referral);
    const at = now();
    const closing = await closingOf(records, referral);
    const edition = policy.at(Temporal.Instant.from(at));
    const items = inWords(openIn({ ...closing, at }), edition).map(({ pointer, code, says }) => ({
      pointer,
      code,
      label: says?.label[lang] ?? code,
      instead: says?.instead[lang] ?? '',
    }));
    return { status: 200, body: { items } };
  };
