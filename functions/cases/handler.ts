import * as contract from '../../shared/contract/cases.ts';
import * as family from '../../shared/contract/family.ts';
import * as moves from '../../shared/contract/moves.ts';
import * as safety from '../../shared/contract/safety.ts';
import * as sameChild from '../../shared/contract/same-child.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { addTask } from './add-task.ts';
import { askWaiver } from './ask-waiver.ts';
import { caseClocks } from './case-clocks.ts';
import { confirmWaiver } from './confirm-waiver.ts';
import { decideSafety } from './decide-safety.ts';
import { decideSpeaker } from './decide-speaker.ts';
import { Env } from './env.ts';
import { getCase } from './get-case.ts';
import { handOverCase } from './hand-over-case.ts';
import { joinCase } from './join-case.ts';
import { listMoves } from './list-moves.ts';
import { listPerpetrators } from './list-perpetrators.ts';
import { moveCase } from './move-case.ts';
import { correctPerpetrator, namePerpetrator } from './name-perpetrator.ts';
import { recordTelling } from './record-telling.ts';
import { safetyDecisions } from './safety-decisions.ts';
import { listSpeakers } from './shown-speakers.ts';
import { undoJoining } from './undo-joining.ts';
import { waivers } from './waivers.ts';

const deps = apiOf(Env.parse(process.env));

export const handler = http(deps.door, [
  on(contract.getCase, getCase(deps)),
  on(contract.addTask, addTask(deps)),
  on(contract.caseClocks, caseClocks(deps)),
  on(moves.moveCase, moveCase(deps)),
  on(moves.listMoves, listMoves(deps)),
  on(moves.handOverCase, handOverCase(deps)),
  on(sameChild.joinCase, joinCase(deps)),
  on(sameChild.undoJoining, undoJoining(deps)),
  on(sameChild.recordTelling, recordTelling(deps)),
  on(safety.decideSafety, decideSafety(deps)),
  on(safety.safetyDecisions, safetyDecisions(deps)),
  on(safety.askWaiver, askWaiver(deps)),
  on(safety.waivers, waivers(deps)),
  on(safety.confirmWaiver, confirmWaiver(deps)),
  on(family.namePerpetrator, namePerpetrator(deps)),
  on(family.correctPerpetrator, correctPerpetrator(deps)),
  on(family.perpetrators, listPerpetrators(deps)),
  on(family.decideSpeaker, decideSpeaker(deps)),
  on(family.speakers, listSpeakers(deps)),
]);
