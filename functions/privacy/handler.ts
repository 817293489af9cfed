import * as journal from '../../shared/contract/access-journal.ts';
import * as glass from '../../shared/contract/break-glass.ts';
import * as incidents from '../../shared/contract/incidents.ts';
import * as requests from '../../shared/contract/subject-access.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { askSubjectAccess } from './ask-subject-access.ts';
import { breakGlass } from './break-glass.ts';
import { countIncident } from './count-incident.ts';
import { decideSubjectAccess, getSubjectAccess } from './decide-subject-access.ts';
import { privacyDeps } from './deps.ts';
import { Env } from './env.ts';
import { getIncident, listIncidentRecords } from './get-incident.ts';
import { getTicket } from './get-ticket.ts';
import { listCaseAccess, listReferralAccess } from './list-access.ts';
import { notifyIncident } from './notify-incident.ts';
import { releaseSubjectPack } from './release-pack.ts';
import { reportIncident } from './report-incident.ts';
import { reviewTicket } from './review-ticket.ts';
import { revokeTicket } from './revoke-ticket.ts';

const deps = privacyDeps(apiOf(Env.parse(process.env)));

export const handler = http(deps.door, [
  on(glass.breakGlass, breakGlass(deps)),
  on(glass.getTicket, getTicket(deps)),
  on(glass.revokeTicket, revokeTicket(deps)),
  on(glass.reviewTicket, reviewTicket(deps)),
  on(incidents.reportIncident, reportIncident(deps)),
  on(incidents.getIncident, getIncident(deps)),
  on(incidents.countIncident, countIncident(deps)),
  on(incidents.incidentRecords, listIncidentRecords(deps)),
  on(incidents.notifyIncident, notifyIncident(deps)),
  on(requests.askSubjectAccess, askSubjectAccess(deps)),
  on(requests.getSubjectAccess, getSubjectAccess(deps)),
  on(requests.decideSubjectAccess, decideSubjectAccess(deps)),
  on(requests.releaseSubjectPack, releaseSubjectPack(deps)),
  on(journal.caseAccess, listCaseAccess(deps)),
  on(journal.referralAccess, listReferralAccess(deps)),
]);
