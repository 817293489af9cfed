import * as contract from '../../shared/contract/cases.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { addTask } from './add-task.ts';
import { caseClocks } from './case-clocks.ts';
import { Env } from './env.ts';
import { getCase } from './get-case.ts';

const deps = apiOf(Env.parse(process.env));

export const handler = http(deps.door, [
  on(contract.getCase, getCase(deps)),
  on(contract.addTask, addTask(deps)),
  on(contract.caseClocks, caseClocks(deps)),
]);
