import type { AgencyId } from '../ids.ts';

/** What a record says of whose words are in it. */
export interface Worded {
  readonly what: string;
  readonly by?: { readonly agency?: AgencyId | undefined };
  readonly from?: AgencyId;
  /** Of a resource, a task or a referral: the agency that keeps, has or sent it. */
  readonly agency?: AgencyId | undefined;
  readonly requestedBy?: AgencyId | 'policy' | undefined;
  readonly recipients?: readonly { readonly agency: AgencyId }[];
}

/** Whether an agency wrote what is in a record, or has to answer it: that it reads, whatever else. */
export const isOwn = (record: Worded, agency: AgencyId): boolean =>
  record.by?.agency === agency ||
  record.from === agency ||
  record.agency === agency ||
  record.requestedBy === agency ||
  (record.recipients?.some((one) => one.agency === agency) ?? false);
