import { instantOf } from '../words/moments.ts';

/** Which webhooks somebody looks for; moments as their field writes them. */
export interface LogFilter {
  readonly status: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

export const emptyFilter: LogFilter = { status: '', type: '', from: '', to: '' };

/** What is asked of the hub; what was left open is left out. */
export const queryOf = ({ status, type, from, to }: LogFilter): Record<string, string> => ({
  ...(status && { status }),
  ...(type && { type }),
  ...(from && { from: instantOf(from) }),
  ...(to && { to: instantOf(to) }),
});
