import { serviceRecord as served } from '../../shared/contract/service-record.ts';
import * as contract from '../../shared/contract/tasks.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { webhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import { receipts } from '../../shared/store/receipts.ts';
import { serviceTraces } from '../../shared/store/service-traces.ts';
import { changeUrgency } from './change-urgency.ts';
import { Env } from './env.ts';
import { getTask } from './get-task.ts';
import { listTasks } from './list-tasks.ts';
import { redirectTask } from './redirect-task.ts';
import { serviceRecord } from './service-record.ts';
import { taskClocks } from './task-clocks.ts';
import { transitionTask } from './transition-task.ts';

const api = apiOf(Env.parse(process.env));
const deps = {
  ...api,
  receipts: receipts(api.table),
  traces: serviceTraces(api.table),
  secrets: webhookSecrets(api.vault),
};

export const handler = http(deps.door, [
  on(contract.listTasks, listTasks(deps)),
  on(contract.getTask, getTask(deps)),
  on(contract.transitionTask, transitionTask(deps)),
  on(contract.changeUrgency, changeUrgency(deps)),
  on(contract.redirectTask, redirectTask(deps)),
  on(contract.taskClocks, taskClocks(deps)),
  on(served, serviceRecord(deps)),
]);
