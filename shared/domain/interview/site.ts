import type { Agency, AgencyKind } from '../directory/agency.ts';
import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { standIn } from '../routing/inside.ts';
import type { Explained } from './explained.ts';

export interface Site {
  readonly agency: AgencyId;
  readonly insteadOf?: AgencyId;
  readonly because: readonly string[];
}

interface Wanted {
  readonly municipality: string;
  readonly lead: AgencyId;
  /** None: not named by anybody. */
  readonly forms: readonly string[];
  readonly excluded: readonly AgencyId[];
  /** Chosen at planning. */
  readonly chosen: AgencyId | undefined;
}

/** The place by which agencies are found: the child's, else one in the area of the unit that leads. */
export function placeOf(municipality: string, lead: AgencyId, edition: Edition): string {
  if (edition.municipality(municipality)) return municipality;
  const area = edition.agency(lead)?.area ?? [];
  const inArea = edition.municipalities.find(
    ({ id, region }) => area.includes(id) || area.includes(region),
  );
  return inArea?.id ?? edition.municipalities[0]?.id ?? municipality;
}

/** Competent for the place and not shut out, else who stands in, else any other of the kind. */
export function ofKind(
  kind: AgencyKind,
  place: string,
  excluded: readonly AgencyId[],
  edition: Edition,
): { readonly agency: Agency; readonly because?: string } | undefined {
  const [own] = edition.competent(kind, place);
  if (own && !excluded.includes(own.id)) return { agency: own };
  const instead = own && standIn(own, excluded, edition);
  if (instead) return { agency: instead, because: 'stand-in-for-excluded' };
  const other = edition.agencies.find(
    (agency) => agency.kind === kind && !agency.partOf && !excluded.includes(agency.id),
  );
  return other && { agency: other, because: own ? 'stand-in-for-excluded' : 'no-agency-near' };
}

/**
 * Where the child is interviewed: at the open centre of its place if that admits this form of
 * violence, else in another accredited room, under the same rules.
 */
export function siteOf(wanted: Wanted, edition: Edition): Site {
  if (wanted.chosen) return { agency: wanted.chosen, because: ['site-chosen'] };
  const { municipality, lead, forms, excluded } = wanted;
  const place = placeOf(municipality, lead, edition);
  const where = place === municipality ? [] : ['place-unknown'];
  const choice = edition.centreFor(place);
  if (!choice) return otherRoom(wanted, place, [...where, 'no-centre-open'], edition);
  const { centre, admits, insteadOf } = choice;
  if (forms.length > 0 && !forms.some((form) => admits.includes(form))) {
    return otherRoom(wanted, place, [...where, 'form-not-admitted'], edition);
  }
  const admitted = forms.length > 0 ? 'form-admitted' : 'form-unknown';
  if (!excluded.includes(centre.id)) {
    const because = [...where, insteadOf ? 'centre-not-open' : 'catchment', admitted];
    return { agency: centre.id, ...(insteadOf && { insteadOf: insteadOf.id }), because };
  }
  const other = standIn(centre, excluded, edition);
  const because = [...where, 'centre-excluded', admitted];
  if (!other) return otherRoom(wanted, place, because, edition);
  return { agency: other.id, insteadOf: centre.id, because };
}

function otherRoom(
  { excluded }: Wanted,
  place: string,
  because: readonly string[],
  edition: Edition,
): Site {
  const found = edition.interview.otherRooms.kinds
    .map((kind) => ofKind(kind, place, excluded, edition))
    .find((one) => one !== undefined);
  if (!found) throw new Error('the pack names no room for a child whom no centre admits');
  return {
    agency: found.agency.id,
    because: [...because, ...(found.because ? [found.because] : [])],
  };
}

/** A place can be chosen only where there are rooms for it, and nobody is there who is accused. */
export function checkSite(site: string, excluded: readonly AgencyId[], edition: Edition): void {
  const agency = edition.agency(site);
  const fits =
    agency &&
    !excluded.includes(agency.id) &&
    (agency.kind === 'child-centre'
      ? edition.centreStatus(agency.id) === 'open'
      : edition.interview.otherRooms.kinds.includes(agency.kind));
  if (!fits)
    throw new Refusal('site-not-possible', [{ pointer: '/site', code: 'site-not-possible' }]);
}

export const isCentre = (site: AgencyId, edition: Edition): boolean =>
  edition.agency(site)?.kind === 'child-centre';

export const siteReasons = ({ because }: Site): Explained[] =>
  because.map((code) => ({ about: 'site', code }));
