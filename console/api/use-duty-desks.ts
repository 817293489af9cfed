import { useQuery } from '@tanstack/react-query';
import { dutyDesks } from '../../shared/contract/duty.ts';
import { useHub } from './use-hub.ts';
import { useAgencyNames } from './use-lists.ts';

/** A region has one desk or a few; who works for the whole country knows whom to call. */
const SHOWN_MOST = 2;

/**
 * The duty desks of one’s own area that have a number. Asked for when a form is opened: it is wanted
 * when there is no line any more.
 */
export function useDutyDesks() {
  const call = useHub();
  const nameOf = useAgencyNames();
  const { data } = useQuery({
    queryKey: ['duty-desks'],
    queryFn: async () => (await call(dutyDesks)).body.items,
    staleTime: 600_000,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return (data ?? [])
    .flatMap(({ agency, phone }) => (phone ? [{ agency, phone, name: nameOf(agency) ?? '' }] : []))
    .slice(0, SHOWN_MOST);
}
