import { listAgencies } from '../../shared/contract/directory.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { useLanguage } from '../words/use-language.ts';
import type { Visit } from './use-visit.ts';

/** Agencies of one kind, as choices. */
export function useAgencies(kind: string) {
  const lang = useLanguage();
  const { data } = useRead(['agency-list'], listAgencies, {});
  return (data?.items ?? [])
    .filter((agency) => agency.kind === kind)
    .map(({ id, name }) => ({ value: id as string, label: name[lang] }));
}

/** The agencies with a part in a visit, as choices. */
export function useAgenciesOf({ requestedBy, site, roles }: Visit) {
  const nameOf = useAgencyNames();
  const all = new Set<AgencyId>([requestedBy, site.agency, ...roles.map(({ agency }) => agency)]);
  return [...all].map((id) => ({ value: id as string, label: nameOf(id) ?? id }));
}
