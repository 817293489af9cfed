import { instantOf } from '../words/moments.ts';
import { referralIdOf } from '../words/receipt.ts';

/** What somebody writes who reports an incident; moments as their fields hold them. */
export interface IncidentDraft {
  readonly from: string;
  readonly to: string;
  readonly noticedAt: string;
  readonly accounts: string;
  readonly agencies: readonly string[];
  readonly records: string;
  readonly note: string;
}

export const emptyIncident: IncidentDraft = {
  from: '',
  to: '',
  noticedAt: '',
  accounts: '',
  agencies: [],
  records: '',
  note: '',
};

type Wrong = 'missing' | 'order' | 'record';

/** What of it cannot be sent so, by its field. */
export function wrongWith(draft: IncidentDraft): Partial<Record<keyof IncidentDraft, Wrong>> {
  const { from, to, note, records } = draft;
  return {
    ...(!from && { from: 'missing' as const }),
    ...(!to && { to: 'missing' as const }),
    ...(from && to && from >= to && { to: 'order' as const }),
    ...(note.trim() === '' && { note: 'missing' as const }),
    ...(listed(records).some((one) => !recordIdOf(one)) && { records: 'record' as const }),
  };
}

/** One a line, or with commas between. */
const listed = (written: string): string[] =>
  written
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** A case by its own id, a referral by the receipt number as people say it. */
export function recordIdOf(written: string): string | undefined {
  const typed = written.trim().toLowerCase();
  return /^(cas|ref)_[0-9a-z]{8,}$/.test(typed) ? typed : referralIdOf(typed);
}

/** What is sent: only what was named; nothing named is everything. */
export function toIncident(draft: IncidentDraft) {
  const { from, to, noticedAt, accounts, agencies, records, note } = draft;
  const named = { accounts: listed(accounts), records: listed(records).flatMap(idOf) };
  return {
    from: instantOf(from),
    to: instantOf(to),
    ...(noticedAt && { noticedAt: instantOf(noticedAt) }),
    ...(named.accounts.length > 0 && { accounts: named.accounts }),
    ...(agencies.length > 0 && { agencies: [...agencies] }),
    ...(named.records.length > 0 && { records: named.records }),
    note: note.trim(),
  };
}

const idOf = (written: string): string[] => {
  const id = recordIdOf(written);
  return id ? [id] : [];
};
