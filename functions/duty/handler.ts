import * as contract from '../../shared/contract/duty.ts';
import * as inside from '../../shared/contract/inside.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { declareAbsence } from './declare-absence.ts';
import { dutyDesks } from './duty-desks.ts';
import { Env } from './env.ts';
import { getRoster } from './get-roster.ts';
import { publishRoster } from './publish-roster.ts';

const deps = apiOf(Env.parse(process.env));

export const handler = http(deps.door, [
  on(contract.publishRoster, publishRoster(deps)),
  on(contract.getRoster, getRoster(deps)),
  on(contract.dutyDesks, dutyDesks(deps)),
  on(inside.declareAbsence, declareAbsence(deps)),
]);
