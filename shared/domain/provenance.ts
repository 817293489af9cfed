import * as z from 'zod';

/**
 * Where a number or a rule comes from: a source of the pack's list, or the statement that the
 * legal check is owed, with what has to be looked up. One of the two is compulsory; both may stand.
 */
export const provenance = {
  source: z
    .string()
    .regex(/^S\d+$/)
    .optional(),
  legalCheck: z.literal('owed').optional(),
  check: z.string().min(1).optional(),
};

export interface Provenance {
  readonly source?: string | undefined;
  readonly legalCheck?: 'owed' | undefined;
  readonly check?: string | undefined;
}

export const isSourced = ({ source, legalCheck, check }: Provenance): boolean =>
  (source !== undefined || legalCheck !== undefined) &&
  (legalCheck === undefined) === (check === undefined);

export const UNSOURCED = {
  error: 'needs a source, or legalCheck "owed" with a note (check) of what to look up',
};
