import { useParams } from 'react-router';
import type * as z from 'zod';
import type { InterviewView } from '../../shared/contract/interview-view.ts';
import { getInterview } from '../../shared/contract/interviews.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useRead } from '../api/use-read.ts';

export type Visit = z.output<typeof InterviewView>;

/** The visit of the address, as its plan stands. */
export function useVisit() {
  const id = useParams().interviewId as InterviewId;
  const about = ['interview', id] as const;
  return { id, about, it: useRead(about, getInterview, { path: { interviewId: id } }) };
}

/** The time that stands for the visit itself, or the last one there was. */
export const bookingOf = ({ bookings }: Visit) => {
  const visits = bookings.filter(({ purpose }) => purpose === 'visit');
  return visits.find(({ state }) => ['held', 'booked'].includes(state.code)) ?? visits.at(-1);
};
