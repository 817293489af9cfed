import { recordIdOf } from './incident-draft.ts';

export type Answer = 'yes' | 'no' | 'unknown';
export interface TiesDraft {
  readonly accused: Answer | undefined;
  readonly sharesHousehold: Answer | undefined;
  readonly dependsOnAccused: Answer | undefined;
}
export const TIES = ['accused', 'sharesHousehold', 'dependsOnAccused'] as const;
const noTies: TiesDraft = {
  accused: undefined,
  sharesHousehold: undefined,
  dependsOnAccused: undefined,
};

export interface RequestDraft {
  readonly record: string;
  readonly subject: string;
  readonly requester: string;
  readonly name: string;
  readonly ties: TiesDraft;
  /** Somebody else brought it. */
  readonly isBrought: boolean;
  readonly throughName: string;
  readonly throughTies: TiesDraft;
}

export const emptyRequest: RequestDraft = {
  ...{ record: '', subject: '', requester: '', name: '' },
  ties: noTies,
  isBrought: false,
  throughName: '',
  throughTies: noTies,
};

type Wrong = 'missing' | 'record';

/** What of it is missing; ties that nobody answered are unknown, and count as yes at the hub. */
export function wrongWithRequest(draft: RequestDraft): Partial<Record<string, Wrong>> {
  const { record, subject, requester, name, isBrought, throughName } = draft;
  return {
    ...(!recordIdOf(record) && { record: 'record' as const }),
    ...(!subject && { subject: 'missing' as const }),
    ...(!requester && { requester: 'missing' as const }),
    ...(name.trim() === '' && { name: 'missing' as const }),
    ...(isBrought && throughName.trim() === '' && { throughName: 'missing' as const }),
  };
}

const answered = ({ accused, sharesHousehold, dependsOnAccused }: TiesDraft) => ({
  accused: accused ?? 'unknown',
  sharesHousehold: sharesHousehold ?? 'unknown',
  dependsOnAccused: dependsOnAccused ?? 'unknown',
});

export function toRequest(draft: RequestDraft) {
  const { record, subject, requester, name, ties, isBrought, throughName, throughTies } = draft;
  return {
    record: recordIdOf(record),
    ...{ subject, requester, name: name.trim(), ties: answered(ties) },
    ...(isBrought && { through: { name: throughName.trim(), ties: answered(throughTies) } }),
  };
}
