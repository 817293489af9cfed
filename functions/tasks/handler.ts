import * as contract from '../../shared/contract/tasks.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { receipts } from '../../shared/store/receipts.ts';
import { changeUrgency } from './change-urgency.ts';
import { Env } from './env.ts';
import { getTask } from './get-task.ts';
import { listTasks } from './list-tasks.ts';
import { redirectTask } from './redirect-task.ts';
import { taskClocks } from './task-clocks.ts';
import { transitionTask } from './transition-task.ts';

const deps = apiOf(Env.parse(process.env));

export const handler = http(deps.door, [
  on(contract.listTasks, listTasks(deps)),
  on(contract.getTask, getTask({ ...deps, receipts: receipts(deps.table) })),
  on(contract.transitionTask, transitionTask(deps)),
  on(contract.changeUrgency, changeUrgency(deps)),
  on(contract.redirectTask, redirectTask(deps)),
  on(contract.taskClocks, taskClocks(deps)),
]);
