import { useTranslation } from 'react-i18next';
import { useAgencyNames } from '../api/use-lists.ts';
import { receiptOf } from '../words/receipt.ts';

interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** Enough of a long id to tell two of them apart when they are read out. */
const ENDING = 6;

/** What a record is called: a referral by its receipt number, a case by the end of its own. */
export function useRecordNames() {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  return ({ kind, id }: Subject): string => {
    if (kind === 'agency') return nameOf(id) ?? id;
    if (kind === 'referral') return receiptOf(id);
    const number = id.slice(-ENDING).toUpperCase();
    return t(`oversight.record.${kind}`, { number, defaultValue: number });
  };
}

/** The kind of record that an id is of. */
export const kindOf = (id: string): Subject => ({
  kind: id.startsWith('cas_') ? 'case' : id.startsWith('tsk_') ? 'task' : 'referral',
  id,
});
