import { instantOf } from '../words/moments.ts';
import type { Purpose } from './use-visit.ts';

/** What is looked for; empty: from now on, and as the rules have it. */
export interface Search {
  readonly purpose: Purpose;
  readonly standIns: boolean;
  readonly video: boolean;
  readonly onCall: boolean;
  readonly from: string;
  readonly to: string;
}
export const emptySearch: Search = {
  ...{ purpose: 'visit', standIns: false, video: true, onCall: false, from: '', to: '' },
};

const yesNo = (yes: boolean) => (yes ? ('yes' as const) : ('no' as const));

export const asQuery = ({ purpose, standIns, video, onCall, from, to }: Search) => ({
  purpose,
  standIns: yesNo(standIns),
  video: yesNo(video),
  // Left out, the urgency of the visit decides.
  ...(onCall && { onCall: 'yes' as const }),
  ...(from && { from: instantOf(from) }),
  ...(to && { to: instantOf(to) }),
});

/** What helps where there is none, as another search; some help is no matter of searching. */
export function searchWith(search: Search, help: string): Search | undefined {
  if (help === 'stand-in' && !search.standIns) return { ...search, standIns: true };
  if (help === 'video' && !search.video) return { ...search, video: true };
  if (help === 'on-call' && !search.onCall) return { ...search, onCall: true };
  if (help === 'other-days' && (search.from || search.to)) return { ...search, from: '', to: '' };
  return undefined;
}
