import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { PerpetratorView } from '../../shared/contract/family.ts';
import { getReferral } from '../../shared/contract/referrals.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { NamePerpetrator } from './name-perpetrator.tsx';
import { PerpetratorFacts } from './perpetrator-facts.tsx';
import { useCase } from './use-case.ts';

interface NamedProps {
  readonly referral: ReferralId;
  /** Those named since: one that corrects the report stands in its place. */
  readonly since: readonly z.output<typeof PerpetratorView>[];
}

/** Whom a referral names, as far as that is open; corrected, it stands among those named since. */
export function NamedInReport({ referral, since }: NamedProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { may } = useCase();
  const relations = useCodes('relations');
  const path = { referralId: referral };
  const { data } = useRead(['referral', referral], getReferral, { path });
  const isCorrected = (index: number) =>
    since.some(({ corrects: of }) => of?.referral === referral && of.index === index);
  const named = (data?.details.concern?.allegedPerpetrators ?? [])
    .map((perpetrator, index) => ({ perpetrator, index, referral }))
    .filter(({ index }) => !isCorrected(index));
  if (!data || named.length === 0) return null;
  return (
    <ul className="entries">
      {named.map((one) => (
        <Entry
          key={one.index}
          title={[word(relations, one.perpetrator.relation), one.perpetrator.name]
            .filter(Boolean)
            .join(', ')}
          tags={<Tag>{t('case.family.inReport')}</Tag>}
          said={[data.receiptNumber, momentOf(data.submittedAt, lang)].join(', ')}
        >
          <PerpetratorFacts perpetrator={one.perpetrator} />
          {may('perpetrator.name') && (
            <Acts
              acts={[
                {
                  code: 'correct',
                  label: t('case.family.correct'),
                  form: (back) => <NamePerpetrator inReport={one} onBack={back} />,
                },
              ]}
            />
          )}
        </Entry>
      ))}
    </ul>
  );
}
