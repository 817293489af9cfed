import * as care from '../../shared/contract/aftercare.ts';
import * as before from '../../shared/contract/preparation.ts';
import * as recording from '../../shared/contract/recordings.ts';
import * as topics from '../../shared/contract/topics.ts';
import * as contract from '../../shared/contract/visits.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { aftercare } from './aftercare.ts';
import { checkLedger } from './check-ledger.ts';
import { childOfVisit } from './child-of-visit.ts';
import { endDeparture } from './end-departure.ts';
import {
  answerRequest,
  askForRecording,
  fileRecording,
  recordings,
  useRecording,
} from './enter-ledger.ts';
import { Env } from './env.ts';
import { fileTopics, questionPlan } from './file-topics.ts';
import { holdPlanning, listPlannings } from './hold-planning.ts';
import { preparation, prepare } from './preparation.ts';
import { recordCare } from './record-care.ts';
import { reviewTopic } from './review-topic.ts';
import { endVisit, visitBreak } from './run-visit.ts';
import { visitDay } from './sessions.ts';
import { startVisit } from './start-visit.ts';
import { absenceNote, childInformation } from './texts.ts';
import { permitTopics, visibility } from './visibility.ts';
import { visitOutcome } from './visit-outcome.ts';

const deps = apiOf(Env.parse(process.env));

export const handler = http(deps.door, [
  on(contract.holdPlanning, holdPlanning(deps)),
  on(contract.plannings, listPlannings(deps)),
  on(topics.fileTopics, fileTopics(deps)),
  on(topics.questionPlan, questionPlan(deps)),
  on(topics.reviewTopic, reviewTopic(deps)),
  on(before.permitTopics, permitTopics(deps)),
  on(before.visibility, visibility(deps)),
  on(before.childOfVisit, childOfVisit(deps)),
  on(before.preparation, preparation(deps)),
  on(before.prepare, prepare(deps)),
  on(before.absenceNote, absenceNote(deps)),
  on(before.childInformation, childInformation(deps)),
  on(contract.startVisit, startVisit(deps)),
  on(contract.visitBreak, visitBreak(deps)),
  on(contract.endVisit, endVisit(deps)),
  on(contract.visitDay, visitDay(deps)),
  on(recording.fileRecording, fileRecording(deps)),
  on(recording.recordings, recordings(deps)),
  on(recording.useRecording, useRecording(deps)),
  on(recording.askForRecording, askForRecording(deps)),
  on(recording.answerRequest, answerRequest(deps)),
  on(recording.checkLedger, checkLedger(deps)),
  on(care.recordCare, recordCare(deps)),
  on(care.aftercare, aftercare(deps)),
  on(care.endDeparture, endDeparture(deps)),
  on(care.visitOutcome, visitOutcome(deps)),
]);
