import { Temporal } from 'temporal-polyfill';
import type { confirmEpisode as contract } from '../../shared/contract/further.ts';
import { episodeView } from '../../shared/domain/disclosure/episode-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { confirmEpisode as confirm, Episode } from '../../shared/domain/interview/episode.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { oneInterviewKey } from '../../shared/store/keys.ts';
import { checkVersion } from '../../shared/store/write.ts';
import { type EpisodeDeps, readEpisodes, sideOf } from './episodes.ts';

/** The other of lead and prosecutor confirms: only now the child may be interviewed once more. */
export const confirmEpisode =
  (deps: EpisodeDeps): UseCase<typeof contract> =>
  async ({ path: { caseId, number }, principal, lang, expected }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const { root, of, asked, guard, tell, permit } = await readEpisodes(deps, caseId, principal);
    const episode = asked.find((one) => one.number === number);
    if (!episode) throw new Refusal('not-found');
    if (episode.version !== expected) throw new Refusal('changed-meanwhile');
    const by = sideOf(principal, root.lead);
    const [at, event] = [now(), newEventId(bytes)];
    const decision = confirm({ case: root, guard, episode, by, tell, at, event });
    const held = guard && oneInterviewKey({ case: guard.child }, guard.episode);
    // The interview that was held must still count when the next episode is opened.
    const also = held ? [checkVersion('one-interview', held, guard.version)] : [];
    await journal.commit(decision, { by: principal, also });
    const after = await records.part('episode', Episode, of, number);
    const { outcome } = await sealing.open(after, permit, ['outcome']);
    const edition = policy.at(Temporal.Instant.from(at));
    const body = episodeView({ episode: after, note: outcome?.note, lang }, edition);
    return { status: 200, body, version: after.version };
  };
