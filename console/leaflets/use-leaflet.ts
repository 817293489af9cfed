import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../words/use-language.ts';
import { type Leaflet, type LeafletLang, languagesOf, readLeaflets } from './leaflet.ts';

/** The leaflet in the language somebody chose here; none in the one that is shown anyway. */
export function useLeaflet() {
  const lang = useLanguage();
  const [chosen, choose] = useState('');
  const { data } = useQuery({
    queryKey: ['leaflets'],
    queryFn: readLeaflets,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const leaflet: Leaflet | undefined = data?.[chosen as LeafletLang];
  return {
    leaflet,
    /** For screen readers and the browser’s own hyphens. */
    lang: leaflet ? chosen : lang,
    options: data ? languagesOf(data, lang) : [],
    choose,
  };
}
