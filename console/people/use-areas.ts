import { listAgencies, listMunicipalities } from '../../shared/contract/directory.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { useLanguage } from '../words/use-language.ts';

const COUNTRY = 'GE';

/** The municipalities the own agency answers for, as choices; and what any area is called. */
export function useAreas() {
  const lang = useLanguage();
  const { data: own } = useMembership();
  const { data: agencies } = useRead(['agencies', 'areas'], listAgencies, {});
  const { data: places } = useRead(['municipalities', 'areas'], listMunicipalities, {});
  const areas = agencies?.items.find(({ id }) => id === own?.agency)?.areas ?? [];
  const all = (places?.items ?? []).filter(({ occupied }) => !occupied);
  const options = all
    .filter(({ id, region }) => [id, region.id, COUNTRY].some((area) => areas.includes(area)))
    .map(({ id, name }) => ({ value: id as string, label: name[lang] }))
    .sort((one, other) => one.label.localeCompare(other.label, lang));
  const nameOf = (area: string): string =>
    all.find(({ id }) => id === area)?.name[lang] ??
    all.find(({ region }) => region.id === area)?.region.name[lang] ??
    area;
  return { options, nameOf };
}
