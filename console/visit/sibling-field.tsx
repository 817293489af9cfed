import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listInterviews } from '../../shared/contract/interviews.ts';
import { getReferral } from '../../shared/contract/referrals.ts';
import type { CaseId, InterviewId, ReferralId } from '../../shared/domain/ids.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Field } from '../design/components/field.tsx';
import { momentOf } from '../words/moments.ts';
import { referralIdOf } from '../words/receipt.ts';
import { useLanguage } from '../words/use-language.ts';
import { siblingVisit } from './choices.ts';

interface SiblingProps {
  /** The visit that was found, or an empty text. */
  readonly value: InterviewId | '';
  readonly onChange: (visit: InterviewId | '') => void;
  readonly error: string | undefined;
}

/** The visit of a child of the same family, by the receipt number of that child's referral. */
export function SiblingField({ value, onChange, error }: SiblingProps) {
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const { found, said } = useSibling(typed);
  useEffect(() => {
    if (found !== value) onChange(found);
  });
  return (
    <>
      <Field
        short
        label={t('visit.decide.sibling')}
        hint={t('visit.decide.siblingHint')}
        maxLength={20}
        value={typed}
        onChange={type}
        error={found ? undefined : error}
      />
      <p role="status">{said}</p>
    </>
  );
}

/** From the number to the referral, its case and the visit of it that can still be planned. */
function useSibling(typed: string): { found: InterviewId | ''; said: string | undefined } {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const referralId = referralIdOf(typed) as ReferralId;
  const isNumber = referralId !== undefined;
  const referral = useRead(
    ['referral', referralId],
    getReferral,
    { path: { referralId } },
    { when: isNumber },
  );
  const caseId = referral.data?.case as CaseId;
  const visits = useRead(
    ['visits', caseId],
    listInterviews,
    { path: { caseId } },
    { when: isNumber && caseId !== undefined },
  );
  const visit = siblingVisit(visits.data?.items ?? []);
  if (!isNumber) return { found: '', said: undefined };
  if (visit) {
    const due = momentOf(visit.dueAt, lang);
    const said = t('visit.decide.siblingFound', { site: nameOf(visit.site), due });
    return { found: visit.id, said };
  }
  const still = referral.isFetching || visits.isFetching;
  return { found: '', said: t(still ? 'visit.decide.siblingAsked' : 'visit.decide.siblingNone') };
}
