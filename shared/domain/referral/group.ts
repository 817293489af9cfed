import * as z from 'zod';

/**
 * The groups into which what is known of a child is cut, by name. What is in each, groups.ts says:
 * with all that can be in a submission, which most functions need not load.
 */
export const DETAIL_GROUPS = [
  'identity',
  'contact',
  'whereabouts',
  'concern',
  'narrative',
  'childs-own-words',
  'reporter',
  'medical',
  'family',
  'outcome',
] as const;

/** The smallest part anybody can be allowed to see. */
export const Group = z.enum([...DETAIL_GROUPS, 'statement']);
export type Group = z.infer<typeof Group>;
