import { http } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { Env } from './env.ts';

const { OPEN_CENTRES: _openCentres, ...env } = Env.parse(process.env);
const deps = apiOf(env);

export const handler = http(deps.door, []);
