import { RoutingMessage } from '../../shared/domain/journal/messages.ts';
import { vaultedStoreOf } from '../../shared/platform/runtime.ts';
import { workerOf } from '../../shared/platform/worker.ts';
import { toRoute } from '../../shared/store/to-route.ts';
import { Env } from './env.ts';
import { listChildren } from './list-children.ts';
import { rerouteReferral } from './reroute-referral.ts';
import { routeChild } from './route-child.ts';
import { routeMessage } from './route-message.ts';
import { routeReferral } from './route-referral.ts';

const { OPEN_CENTRES: openCentres, ...env } = Env.parse(process.env);
const store = vaultedStoreOf(env);
const deps = { ...store, toRoute: toRoute(store.table), openCentres };

export const handler = workerOf(
  RoutingMessage,
  routeMessage({
    referral: routeReferral(deps),
    news: rerouteReferral(deps),
    children: listChildren(deps),
    child: routeChild(deps),
  }),
);
