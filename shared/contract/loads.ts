import * as z from 'zod';
import { endpoint } from './endpoint.ts';

/** What one person has in hand now; numbers alone, and never over time: support, not punishment. */
const InHand = z.object({
  open: z.int(),
  /** Of those: children, each counted once. */
  children: z.int(),
  urgent: z.int(),
  /** The deadline has passed, or passes within a day. */
  dueSoon: z.int(),
  overdue: z.int(),
  /** There is more than was counted. */
  cut: z.boolean(),
});
export const LoadLine = InHand.extend({ account: z.string(), name: z.string().optional() });

export const ownLoad = endpoint({
  method: 'GET',
  path: '/v1/membership/load',
  operation: 'ownLoad',
  function: 'people',
  action: 'load.own',
  summary: {
    ka: 'რამდენი საქმე გაქვთ ახლა ხელში',
    en: 'How much work one has in hand now',
  },
  answers: { 200: InHand },
  refuses: [],
});

export const listLoads = endpoint({
  method: 'GET',
  path: '/v1/agency/loads',
  operation: 'listLoads',
  function: 'people',
  action: 'load.read',
  summary: {
    ka: 'რამდენი საქმე აქვს თითოეულ თანამშრომელს: ხელმძღვანელისთვის, დასახმარებლად',
    en: 'How much work each person of the agency has in hand: for the supervisor, to help',
  },
  answers: { 200: z.object({ items: z.array(LoadLine) }) },
  refuses: ['not-found'],
});
