import { putBusyTimes as busyTimes } from '../../shared/contract/resources.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { resourceDays } from '../../shared/store/resource-days.ts';
import { Env } from './env.ts';
import { putBusyTimes } from './put-busy-times.ts';

const api = apiOf(Env.parse(process.env));
const deps = { ...api, days: resourceDays(api.table) };

export const handler = http(deps.door, [on(busyTimes, putBusyTimes(deps))]);
