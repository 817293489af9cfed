import * as contract from '../../shared/contract/referrals.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { acknowledgeFeedback } from './acknowledge-feedback.ts';
import { closeReferral } from './close-referral.ts';
import { Env } from './env.ts';
import { explainRouting } from './explain-routing.ts';
import { getReferral } from './get-referral.ts';
import { listReferrals } from './list-referrals.ts';
import { referralClocks } from './referral-clocks.ts';
import { referralTimeline } from './referral-timeline.ts';
import { sendFeedback } from './send-feedback.ts';
import { submitReferral } from './submit-referral.ts';

const deps = apiOf(Env.parse(process.env));

export const handler = http(deps.door, [
  on(contract.submitReferral, submitReferral(deps)),
  on(contract.listReferrals, listReferrals(deps)),
  on(contract.getReferral, getReferral(deps)),
  on(contract.explainRouting, explainRouting(deps)),
  on(contract.referralClocks, referralClocks(deps)),
  on(contract.referralTimeline, referralTimeline(deps)),
  on(contract.sendFeedback, sendFeedback(deps)),
  on(contract.acknowledgeFeedback, acknowledgeFeedback(deps)),
  on(contract.closeReferral, closeReferral(deps)),
]);
