import { http } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { Env } from './env.ts';

const deps = apiOf(Env.parse(process.env));

export const handler = http(deps.door, []);
