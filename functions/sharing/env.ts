import { ApiEnv, OpenCentres } from '../../shared/platform/config.ts';

export const Env = ApiEnv.extend({ OPEN_CENTRES: OpenCentres });
