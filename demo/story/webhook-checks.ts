import type { MunicipalitySystem } from '../municipality/system.ts';
import type { Stage } from '../stage/stage.ts';
import { must, until } from '../stage/until.ts';
import * as say from './early-words.ts';

const MUNICIPALITY = 'municipality-zestaponi';

/** It stood up to the official library, a forged copy did not, and its link leads somewhere. */
export const webhookArrives = (
  { tale }: Stage,
  system: MunicipalitySystem,
  type: string,
  subject: string,
) =>
  tale.step(MUNICIPALITY, say.webhookArrives, async () => {
    const { payload, forged, fetched } = await system.arrival(type, subject);
    must(forged !== undefined, 'a changed copy was verified as well');
    must(fetched === 200, `the link answered ${fetched}`);
    return { payload, forged };
  });

/** A replay is known by its time, which is signed. */
export const oldWebhookIsRefused = ({ tale }: Stage, system: MunicipalitySystem) =>
  tale.step(MUNICIPALITY, say.oldWebhookIsRefused, async () => {
    const why = await system.playAgain();
    must(why === 'Message timestamp too old', `an old webhook: ${why ?? 'verified'}`);
    return { why };
  });

/** Of itself an endpoint is not told: that stands in the feed alone. */
export const byWebhook = <E extends { readonly type: string }>(entries: readonly E[]): E[] =>
  entries.filter(({ type }) => !type.startsWith('endpoint.'));

/** Every entry of the feed since the registration woke the system exactly once. */
export const webhooksMatchFeed = (
  { tale, desk }: Stage,
  system: MunicipalitySystem,
  before: number,
) =>
  tale.step(MUNICIPALITY, say.webhooksMatchFeed, async () => {
    const entries = byWebhook((await desk(MUNICIPALITY).feed()).slice(before));
    await until('all webhooks', () =>
      system.verified.length >= entries.length ? true : undefined,
    );
    const came = system.verified.map(({ payload }) => payload.data.id).sort();
    const owed = entries.map(({ id }) => id).sort();
    must(came.join() === owed.join(), `${came.length} webhooks for ${owed.length} entries`);
    must(system.refused.length === 0, `refused: ${system.refused}`);
    return entries.map(({ type, subject }) => ({ type, about: subject.id }));
  });
