import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';

interface Refused {
  /** Units that had nobody, or may not be asked. */
  readonly refused: readonly AgencyId[];
}

/**
 * Whom to ask for a procedural representative: the unit of the region where specialised court
 * workers sit, then the other regions', the one with most of them first, and only then units that
 * have none, the region's own first. Who has refused is not asked again.
 */
export function representativeOrder(
  municipality: string,
  edition: Edition,
  { refused }: Refused,
): AgencyId[] {
  const [own] = edition.competent('guardianship-body', municipality);
  const units = edition.agencies.filter(
    ({ kind, partOf }) => kind === 'guardianship-body' && !partOf,
  );
  const rank = ({ id, courtWorkers = 0 }: (typeof units)[number]): number =>
    (courtWorkers > 0 ? 0 : 2) + (id === own?.id ? 0 : 1);
  return units
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        (b.courtWorkers ?? 0) - (a.courtWorkers ?? 0) ||
        a.id.localeCompare(b.id),
    )
    .map(({ id }) => id)
    .filter((id) => !refused.includes(id));
}

/** The work in which a representative is appointed. */
export const REPRESENTATIVE_WORK = 'appoint-procedural-representative';
