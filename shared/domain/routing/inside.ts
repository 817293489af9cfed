import * as z from 'zod';
import type { Agency } from '../directory/agency.ts';
import { AgencyKind } from '../directory/agency.ts';
import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import type { Details } from '../referral/groups.ts';
import { Refusal } from '../refusal.ts';

/** What the pack says of alleged perpetrators who work for an agency. */
export const Inside = z
  .strictObject({
    /** By relation to the child: the kinds of agency that may employ the person, when none is named. */
    employers: z.record(z.string(), z.array(AgencyKind).min(1)),
    /** Kinds in which one employee excludes the unit of the place too, wherever the person works. */
    wholeService: z.array(AgencyKind),
    ...provenance,
  })
  .refine(isSourced, UNSOURCED);
export type Inside = z.infer<typeof Inside>;

type Perpetrator = Pick<Details['concern']['allegedPerpetrators'][number], 'relation' | 'employer'>;

/** Where the child is, and the agencies through which the report came. */
export interface ReportedFrom {
  readonly municipality: string;
  readonly agencies: readonly AgencyId[];
}

/** The kinds of agency for which an alleged perpetrator works or, when that is not said, may work. */
export function employerKinds({ relation, employer }: Perpetrator, edition: Edition): AgencyKind[] {
  const agency = employer && edition.agency(employer);
  if (agency) return [agency.kind];
  const { data: kind } = AgencyKind.safeParse(employer);
  // Words that name no agency say nothing the hub could act on: the stricter reading stands.
  return kind ? [kind] : (edition.inside.employers[relation] ?? []);
}

/**
 * Every agency that employs, or may employ, an alleged perpetrator: it gets nothing of this child
 * through its common account. The national desk is never one: nobody stands behind it, so there a
 * conflict is declared for the person.
 */
export function excludedAgencies(
  perpetrators: readonly Perpetrator[],
  from: ReportedFrom,
  edition: Edition,
): AgencyId[] {
  const found = perpetrators.flatMap((one) => employersOf(one, from, edition));
  const known = found.filter(({ kind }) => kind !== 'oversight');
  return [...new Set(known.map(({ id }) => id))].sort();
}

function employersOf(one: Perpetrator, from: ReportedFrom, edition: Edition): Agency[] {
  const named = one.employer ? edition.agency(one.employer) : undefined;
  const whole = named && edition.inside.wholeService.includes(named.kind);
  const kinds = named && !whole ? [] : employerKinds(one, edition);
  return [
    ...(named ? withBranches(named, edition) : []),
    ...kinds.flatMap((kind) => ofKind(kind, from, edition)),
  ];
}

/** A branch works under its head, and the head through its branches: what one knows the other reads. */
const withBranches = ({ id, partOf }: Agency, { agencies }: Edition): Agency[] => {
  const head = partOf ?? id;
  return agencies.filter((agency) => agency.id === head || agency.partOf === head);
};

/** Agencies of a kind that are near the child; all of that kind where nobody knows the place. */
function ofKind(kind: AgencyKind, { municipality, agencies }: ReportedFrom, edition: Edition) {
  const known = edition.municipality(municipality) !== undefined;
  const near = known
    ? edition.competent(kind, municipality)
    : edition.agencies.filter((agency) => agency.kind === kind);
  const reporting = agencies
    .map((id) => edition.agency(id))
    .filter((agency) => agency !== undefined && agency.kind === kind);
  return [...near, ...reporting].flatMap((agency) => (agency ? withBranches(agency, edition) : []));
}

/** The unit that acts where an agency is excluded, as the pack names it; nobody when all are. */
export function standIn(
  agency: Agency,
  excluded: readonly AgencyId[],
  edition: Edition,
): Agency | undefined {
  const passed: AgencyId[] = [];
  let next: Agency | undefined = agency;
  while (next && (excluded.includes(next.id) || isShut(next, edition))) {
    if (passed.includes(next.id)) return undefined;
    passed.push(next.id);
    next = next.standIn && edition.agency(next.standIn);
  }
  return next;
}

/** Whoever hands work on by hand cannot hand it to an excluded agency either. */
export function refuseExcluded(
  to: AgencyId,
  excluded: readonly AgencyId[] | undefined,
  pointer: string,
): void {
  if (!excluded?.includes(to)) return;
  throw new Refusal('agency-excluded', [{ pointer, code: 'agency-excluded' }]);
}

/** A child centre that is not open stands in for nobody. */
const isShut = ({ id, kind }: Agency, edition: Edition): boolean =>
  kind === 'child-centre' && edition.centreStatus(id) !== 'open';
