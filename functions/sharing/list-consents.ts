import type { listConsents as contract } from '../../shared/contract/sharing.ts';
import { restingView } from '../../shared/domain/disclosure/sharing-view.ts';
import { leadOf } from '../../shared/domain/referral/referral.ts';
import { restingOnConsent } from '../../shared/domain/sharing/permitted.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import {
  consentsOf,
  overridesOf,
  type SharingDeps,
  shownConsent,
  shownOverride,
} from './consents.ts';

type Deps = Pick<SharingDeps, 'records' | 'sealing' | 'policy' | 'now' | 'access'>;

/** What the family consented to, what was decided without it, and what is missing. */
export const listConsents =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'consent.read' });
    const { referral, tasks, permit } = read;
    const [consents, overrides] = await Promise.all([consentsOf(deps, id), overridesOf(deps, id)]);
    const at = deps.now();
    const opened = referral.status === 'submitted' ? undefined : referral.case;
    const resting = restingOnConsent({ ...referral, case: opened }, tasks);
    // Who else was asked is for the lead and oversight; the others see how it stands with themselves.
    const all = leadOf(referral) === principal.agency || permit.rule === 'watches-consents';
    const seen = resting.filter(({ agency }) => all || agency === principal.agency);
    const body = {
      consents: await Promise.all(consents.map((one) => shownConsent(deps, one, read, lang))),
      overrides: await Promise.all(overrides.map((one) => shownOverride(deps, one, read, lang))),
      resting: seen.map((one) => restingView(one, at)),
    };
    return { status: 200, body };
  };
