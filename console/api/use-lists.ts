import { useQuery } from '@tanstack/react-query';
import { getCodeLists, listAgencies, listMunicipalities } from '../../shared/contract/directory.ts';
import { useLanguage } from '../words/use-language.ts';
import { useHub } from './use-hub.ts';

/** Public lists of the policy pack: they change with its edition only. */
const FOR_THE_DAY = { staleTime: 3_600_000, gcTime: Number.POSITIVE_INFINITY };

/** The words of a code list in the language shown, as choices. */
export function useCodes(list: string) {
  const call = useHub();
  const lang = useLanguage();
  const { data } = useQuery({
    queryKey: ['code-lists'],
    queryFn: async () => (await call(getCodeLists)).body,
    ...FOR_THE_DAY,
  });
  const codes = data?.[list] ?? [];
  return codes.map((one) => ({ value: one.code, label: one[lang] }));
}

/** The word for a code; the code itself where the list does not know it. */
export const word = (list: readonly { value: string; label: string }[], code: string): string =>
  list.find(({ value }) => value === code)?.label ?? code;

export function useMunicipalities() {
  const call = useHub();
  const lang = useLanguage();
  const { data } = useQuery({
    queryKey: ['municipalities'],
    queryFn: async () => (await call(listMunicipalities)).body.items,
    ...FOR_THE_DAY,
  });
  const places = (data ?? []).filter(({ occupied }) => !occupied);
  return places
    .map(({ id, name }) => ({ value: id as string, label: name[lang] }))
    .sort((one, other) => one.label.localeCompare(other.label, lang));
}

/** What an agency is called: ids are for machines. */
export function useAgencyNames() {
  const call = useHub();
  const lang = useLanguage();
  const { data } = useQuery({
    queryKey: ['agencies'],
    queryFn: async () => (await call(listAgencies)).body.items,
    ...FOR_THE_DAY,
  });
  const names = new Map((data ?? []).map(({ id, name }) => [id as string, name[lang]]));
  return (id: string | undefined) => (id === undefined ? undefined : (names.get(id) ?? id));
}

/** All agencies by name, as choices; those of one kind first where one is meant. */
export function useAgencies(first?: string) {
  const call = useHub();
  const lang = useLanguage();
  const { data } = useQuery({
    queryKey: ['agencies'],
    queryFn: async () => (await call(listAgencies)).body.items,
    ...FOR_THE_DAY,
  });
  const rank = (kind: string) => (kind === first ? 0 : 1);
  return (data ?? [])
    .map(({ id, name, kind, duty }) => ({ value: id as string, label: name[lang], kind, duty }))
    .sort(
      (one, other) =>
        rank(one.kind) - rank(other.kind) || one.label.localeCompare(other.label, lang),
    );
}
