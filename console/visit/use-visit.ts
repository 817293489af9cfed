import { useOutletContext } from 'react-router';
import type * as z from 'zod';
import type { InterviewView } from '../../shared/contract/interview-view.ts';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { isOver } from './choices.ts';

export type Visit = z.output<typeof InterviewView>;
export type VisitBooking = Visit['bookings'][number];
export type Purpose = VisitBooking['purpose'];

/** What the pages of a visit are given by their frame. */
export interface OpenVisit {
  readonly visit: Visit;
  readonly may: (action: RecordAction) => boolean;
}

/** The visit one is at, where a call goes, and what is read anew once it was done. */
export function useVisit() {
  const { visit, may } = useOutletContext<OpenVisit>();
  const path = { interviewId: visit.id };
  return { visit, may, path, about: aboutVisit(visit.id) };
}

export const aboutVisit = (id: InterviewId) => [['open', id], ['visit', id], ['visits']] as const;

const LIVE = ['held', 'booked'];
/** The time that stands for a purpose; there is one at most. */
export const standing = (visit: Visit, purpose: Purpose): VisitBooking | undefined =>
  visit.bookings.find((one) => one.purpose === purpose && LIVE.includes(one.state.code));

/** Times can still be found and changed. */
export const isOpen = ({ status }: Visit): boolean => !isOver(status.code);
