import * as journal from '../../shared/contract/access-journal.ts';
import * as glass from '../../shared/contract/break-glass.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { breakGlass } from './break-glass.ts';
import { privacyDeps } from './deps.ts';
import { Env } from './env.ts';
import { getTicket } from './get-ticket.ts';
import { listCaseAccess, listReferralAccess } from './list-access.ts';
import { reviewTicket } from './review-ticket.ts';
import { revokeTicket } from './revoke-ticket.ts';

const deps = privacyDeps(apiOf(Env.parse(process.env)));

export const handler = http(deps.door, [
  on(glass.breakGlass, breakGlass(deps)),
  on(glass.getTicket, getTicket(deps)),
  on(glass.revokeTicket, revokeTicket(deps)),
  on(glass.reviewTicket, reviewTicket(deps)),
  on(journal.caseAccess, listCaseAccess(deps)),
  on(journal.referralAccess, listReferralAccess(deps)),
]);
