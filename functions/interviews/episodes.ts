import { Temporal } from 'temporal-polyfill';
import type { episodes as contract } from '../../shared/contract/further.ts';
import { hasRole, type Principal } from '../../shared/domain/access/principal.ts';
import { episodeView } from '../../shared/domain/disclosure/episode-view.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { Episode, episodeOf } from '../../shared/domain/interview/episode.ts';
import { isTakenOn } from '../../shared/domain/task/task.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readChild } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { oneInterview } from '../../shared/store/one-interview.ts';
import { participantsOf, visitsOf } from './participants.ts';

export type EpisodeDeps = Pick<
  VaultedStore,
  'table' | 'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;

/** The child of a case with its episodes, for whoever may open one: lead or prosecutor. */
export async function readEpisodes(
  { table, records, access, policy, now }: EpisodeDeps,
  id: CaseId,
  by: Principal,
) {
  const child = await readChild({ records }, id);
  const root = child.family[0] ?? child.case;
  const action = 'episode.open' as const;
  const participants = participantsOf(await visitsOf({ table }, child.family));
  const permit = may(by, action, { ...child.subject, lead: root.lead, participants });
  const of = { kind: 'case', id: root.id } as const;
  const [asked, guards] = await Promise.all([
    records.parts('episode', Episode, of),
    oneInterview(table).ofChild(root.id),
    access.read({ action, by, subject: of, permit, at: now() }),
  ]);
  const episode = episodeOf(root);
  const guard = guards.find((one) => one.episode === episode);
  const edition = policy.at(Temporal.Instant.from(now()));
  const prosecutors = participants.filter((one) => edition.agency(one)?.kind === 'prosecutor');
  const atWork = child.tasks.filter(isTakenOn).map(({ agency }) => agency);
  return { root, permit, of, asked, guard, episode, tell: [...atWork, ...prosecutors] };
}

/** On which side somebody speaks for opening an episode; a system leaves open which person it is. */
export const sideOf = (by: Principal, lead: string) => ({
  sub: by.sub,
  agency: by.agency,
  side: by.agency === lead ? ('lead' as const) : ('prosecutor' as const),
  through: hasRole(by, 'system') ? ('system' as const) : ('person' as const),
});

/** The episodes that were asked for, and which one counts. */
export const episodes =
  (deps: EpisodeDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { asked, episode, permit } = await readEpisodes(deps, path.caseId, principal);
    const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
    const items = await Promise.all(
      asked.map(async (one) => {
        const { outcome } = await deps.sealing.open(one, permit, ['outcome']);
        return episodeView({ episode: one, note: outcome?.note, lang }, edition);
      }),
    );
    return { status: 200, body: { episode, items } };
  };
