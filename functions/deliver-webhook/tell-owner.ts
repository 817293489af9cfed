import { newEventId } from '../../shared/domain/ids.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { textOf } from '../../shared/domain/time.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { endpointEvent } from '../../shared/domain/webhook/endpoint-event.ts';
import type { News } from '../../shared/domain/webhook/reported.ts';
import { disabled } from '../../shared/domain/webhook/switch.ts';
import { writesOf } from '../../shared/store/commit.ts';
import type { Write } from '../../shared/store/write.ts';
import type { Deps, Named } from './deps.ts';

type Telling = Pick<Deps, 'endpoints' | 'bytes' | 'clock'>;

const eventWrites = (event: JournalEvent): Write[] => writesOf({ kept: [], events: [event] });

interface Told {
  readonly type: 'endpoint.failing' | 'endpoint.recovered' | 'endpoint.disabled';
  readonly at: string;
  readonly codes?: Record<string, string>;
}

const told = ({ bytes }: Telling, endpoint: WebhookEndpoint, { type, at, codes }: Told): Write[] =>
  eventWrites(
    endpointEvent(endpoint, {
      ...{ id: newEventId(bytes), type, at },
      by: { sub: 'deliveries', agency: endpoint.agency },
      ...(codes && { codes }),
    }),
  );

/** Switched off by the hub, with its event; nothing where it is off already or no more. */
export async function disabling(
  deps: Telling,
  { agency, endpoint: id }: Named,
  because: 'gone' | 'failing',
): Promise<Write[]> {
  const endpoint = await deps.endpoints.find(agency, id);
  if (!endpoint || endpoint.state === 'disabled') return [];
  const at = textOf(deps.clock());
  const off = disabled(endpoint, because, at);
  const codes = { because };
  return [
    deps.endpoints.changeWrite(off),
    ...told(deps, off, { type: 'endpoint.disabled', at, codes }),
  ];
}

/** What the owner hears of how the endpoint fares, written together with it. */
export async function newsWrites(
  deps: Telling,
  of: Named,
  news: readonly News[],
  at: number,
): Promise<Write[]> {
  const heard = news.filter(({ what }) => what !== 'opened');
  if (heard.length === 0) return [];
  if (heard.some(({ what }) => what === 'worn-out')) return disabling(deps, of, 'failing');
  const endpoint = await deps.endpoints.find(of.agency, of.endpoint);
  if (!endpoint) return [];
  return heard.flatMap((one) => {
    if (one.what !== 'failing')
      return told(deps, endpoint, { type: 'endpoint.recovered', at: textOf(at) });
    const codes = { warning: one.warning, since: textOf(one.since) };
    return told(deps, endpoint, { type: 'endpoint.failing', at: textOf(at), codes });
  });
}
