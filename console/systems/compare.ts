import type { Request } from '../../shared/contract/client.ts';
import type { reconcileFeed } from '../../shared/contract/feed.ts';
import type { EventId } from '../../shared/domain/ids.ts';

/** What an agency's own system holds, as somebody copies it from there. */
export interface CompareDraft {
  readonly from: string;
  readonly to: string;
  /** One to a line, or however they were copied. */
  readonly ids: string;
}

export const emptyCompare: CompareDraft = { from: '', to: '', ids: '' };

/** One call compares as many numbers. */
const WIDEST = 1000;

const idsIn = (written: string): EventId[] =>
  (written.match(/evt_[0-9a-z]{20}/g) ?? []) as EventId[];

const isNumber = (written: string): boolean => /^[1-9]\d{0,8}$/.test(written.trim());

export function missing({ from, to }: CompareDraft): ReadonlySet<'from' | 'to'> {
  const wrong = new Set<'from' | 'to'>();
  if (!isNumber(from)) wrong.add('from');
  const wide = Number(to) - Number(from);
  if (!isNumber(to) || wide < 0 || wide >= WIDEST) wrong.add('to');
  return wrong;
}

export const toBody = (draft: CompareDraft): Request<typeof reconcileFeed>['body'] => ({
  from: Number(draft.from),
  to: Number(draft.to),
  ids: idsIn(draft.ids),
});
