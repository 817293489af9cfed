import * as times from '../../shared/contract/childs-times.ts';
import * as further from '../../shared/contract/further.ts';
import * as contract from '../../shared/contract/interviews.ts';
import { listVisits as listContract } from '../../shared/contract/visit-list.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { PROPOSAL_SECRET, proposals } from '../../shared/store/proposals.ts';
import { addFacts } from './add-facts.ts';
import { approveInterview, goOn } from './approve-interview.ts';
import { askEpisode } from './ask-episode.ts';
import { askFurther } from './ask-further.ts';
import { addForbiddenTime, addWish, removeForbiddenTime } from './childs-times.ts';
import { closeVisit } from './close-visit.ts';
import { confirmEpisode } from './confirm-episode.ts';
import { Env } from './env.ts';
import { episodes } from './episodes.ts';
import { getInterview } from './get-interview.ts';
import { listInterviews } from './list-interviews.ts';
import { listVisits } from './list-visits.ts';
import { openInterview } from './open-interview.ts';
import { planInterview } from './plan-interview.ts';
import { recordConsent, recordOrder } from './record-consent.ts';

const { OPEN_CENTRES: openCentres, ...env } = Env.parse(process.env);
const hub = apiOf(env);
const deps = { ...hub, proposals: proposals(hub.secret(PROPOSAL_SECRET)) };
const plan = { ...deps, interviews: interviews(deps.table), openCentres };

export const handler = http(deps.door, [
  on(contract.openInterview, openInterview(plan)),
  on(contract.getInterview, getInterview(plan)),
  on(contract.listInterviews, listInterviews(plan)),
  on(listContract, listVisits(plan)),
  on(contract.addFacts, addFacts(plan)),
  on(contract.planInterview, planInterview(plan)),
  on(contract.recordConsent, recordConsent(plan)),
  on(contract.recordOrder, recordOrder(plan)),
  on(times.addForbiddenTime, addForbiddenTime(plan)),
  on(times.removeForbiddenTime, removeForbiddenTime(plan)),
  on(times.addWish, addWish(plan)),
  on(further.askEpisode, askEpisode(deps)),
  on(further.confirmEpisode, confirmEpisode(deps)),
  on(further.episodes, episodes(deps)),
  on(further.askFurther, askFurther(deps)),
  on(further.approveInterview, approveInterview(deps)),
  on(further.goOn, goOn(deps)),
  on(further.closeVisit, closeVisit(deps)),
]);
