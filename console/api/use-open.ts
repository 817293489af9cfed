import { openActions } from '../../shared/contract/access.ts';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import { useRead } from './use-read.ts';

type RecordId = Parameters<typeof useRead<typeof openActions>>[2]['query'];

/**
 * What the rules open of a record to whoever is signed in: a page offers that, and asks for nothing
 * else. Until it is known, nothing is.
 */
export function useOpen(record: NonNullable<NonNullable<RecordId>['record']>) {
  const { data } = useRead(['open', record], openActions, { query: { record } });
  const open = new Set<RecordAction>(data?.actions);
  return (action: RecordAction): boolean => open.has(action);
}
