import { RoutingMessage } from '../../shared/domain/journal/messages.ts';
import { vaultedStoreOf } from '../../shared/platform/runtime.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { Env } from './env.ts';
import { routeReferral } from './route-referral.ts';

const { OPEN_CENTRES: openCentres, ...env } = Env.parse(process.env);

export const handler = workerOf(
  RoutingMessage,
  routeReferral({ ...vaultedStoreOf(env), openCentres }),
);
