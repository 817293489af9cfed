import type { RoutingMessage } from '../../shared/domain/journal/messages.ts';
import { Overtaken } from '../../shared/store/journal.ts';

interface Routes {
  readonly referral: (message: RoutingMessage) => Promise<void>;
  readonly news: (message: RoutingMessage & { readonly revision: number }) => Promise<void>;
  readonly children: (message: RoutingMessage) => Promise<void>;
  readonly child: (message: RoutingMessage & { readonly child: number }) => Promise<void>;
}

/** Fifteen children of one report count up the same case, one after the other. */
const TRIES = 20;

/**
 * What has to be routed: a referral, what was added to it, or another child it names. Where somebody
 * else wrote first, it is decided again on what stands there now.
 */
export const routeMessage =
  (routes: Routes) =>
  async (message: RoutingMessage): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await route(routes, message);
      } catch (error) {
        if (!(error instanceof Overtaken) || attempt === TRIES) throw error;
      }
    }
  };

function route({ referral, news, children, child }: Routes, message: RoutingMessage) {
  if (message.child !== undefined) return child({ ...message, child: message.child });
  if (message.children) return children(message);
  const { revision } = message;
  return revision === undefined ? referral(message) : news({ ...message, revision });
}
