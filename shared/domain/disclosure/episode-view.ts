import type { Episode } from '../interview/episode.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';

interface Shown {
  readonly episode: Episode;
  readonly note: string | undefined;
  readonly lang: Lang;
}

/** An episode that was asked for: by which side, why, and whether the other one confirmed it. */
export function episodeView({ episode, note, lang }: Shown, edition: Edition) {
  const { number, opens, reason, side, at, by, confirmed, version, of } = episode;
  const self = `/v1/cases/${of.id}/episodes`;
  return {
    number,
    opens,
    reason: { code: reason, label: edition.label('episodeReasons', reason, lang) },
    side,
    at,
    agency: by.agency,
    note,
    ...(confirmed && { confirmed: { at: confirmed.at, agency: confirmed.by.agency } }),
    version,
    links: { list: self, confirmation: `${self}/${number}/confirmation` },
  };
}
