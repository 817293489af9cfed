import type { AgencyId, InterviewId } from '../domain/ids.ts';
import type { Key } from './write.ts';

/** The visits an agency has a part in, those still ahead apart from those that are over. */
export const visitsOf = (agency: AgencyId): string => `VISITS#${agency}`;
export const visitKey = (
  agency: AgencyId,
  state: 'open' | 'ended',
  { id, openedAt }: { readonly id: InterviewId; readonly openedAt: string },
): Key => ({ pk: visitsOf(agency), sk: `${state.toUpperCase()}#${openedAt}#${id}` });
