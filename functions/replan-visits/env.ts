import { OpenCentres, StoreEnv } from '../../shared/platform/config.ts';

export const Env = StoreEnv.extend({ OPEN_CENTRES: OpenCentres });
