import { Temporal } from 'temporal-polyfill';
import type { askEpisode as contract } from '../../shared/contract/further.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { episodeView } from '../../shared/domain/disclosure/episode-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { askEpisode as ask, Episode } from '../../shared/domain/interview/episode.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Made } from '../../shared/store/journal.ts';
import { type EpisodeDeps, readEpisodes, sideOf } from './episodes.ts';

type Call = Parameters<UseCase<typeof contract>>[0];

/** One of lead and prosecutor asks for a new episode; it opens when the other confirms. */
export const askEpisode =
  (deps: EpisodeDeps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang, once } = call;
    const { records, journal, sealing, policy, now } = deps;
    const read = await readEpisodes(deps, path.caseId, principal);
    const made = (await journal.earlier(principal, once)) ?? (await asked(deps, read, call));
    const episode = await records.part('episode', Episode, read.of, Number(made.number));
    const { outcome } = await sealing.own(episode, principal, ['outcome']);
    const edition = policy.at(Temporal.Instant.from(now()));
    const body = episodeView({ episode, note: outcome?.note, lang }, edition);
    return { status: 201, body, location: `/v1/cases/${path.caseId}/episodes` };
  };

async function asked(
  { journal, sealing, policy, now, bytes }: EpisodeDeps,
  { root, of, asked: earlier, guard, tell }: Awaited<ReturnType<typeof readEpisodes>>,
  { body: { reason, note }, principal, once }: Call & { readonly principal: Principal },
): Promise<Made> {
  const number = nextNumber(earlier);
  const place = { what: 'episode', of, number, file: root.file } as const;
  const sealed = await sealing.seal(place, { outcome: { note } });
  const at = now();
  const by = sideOf(principal, root.lead);
  const event = newEventId(bytes);
  const asking = { case: root, guard, earlier, reason, sealed, by, tell, at, event };
  const made = { number: String(number) };
  const decision = ask(asking, policy.at(Temporal.Instant.from(at)));
  const options = { by: principal, once, made };
  return (await journal.commit(decision, options)) ?? made;
}
