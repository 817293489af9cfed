import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { getRetention, type RetentionView } from '../../shared/contract/retention.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Entries } from '../design/components/entry.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { dayInWords } from '../words/moments.ts';
import { receiptOf } from '../words/receipt.ts';
import { useLanguage } from '../words/use-language.ts';
import { HoldEntry, SetHold } from './holds.tsx';
import { useWhen } from './use-when.ts';

/** When what a referral holds is erased, and what keeps it. */
export function RetentionOf() {
  const { t } = useTranslation();
  const referralId = useParams().referralId as ReferralId;
  const kept = useRead(['oversight', 'retention', referralId], getRetention, {
    path: { referralId },
  });
  return (
    <Page title={t('oversight.retention.one')} lead={receiptOf(referralId)}>
      <Read of={kept}>
        {(view) => (
          <>
            <Standing view={view} />
            <Card title={t('oversight.retention.holds')}>
              <Entries
                of={view.holds}
                none={t('oversight.retention.noHolds')}
                line={(hold) => <HoldEntry key={hold.number} referralId={referralId} hold={hold} />}
              />
              {!view.erased && <SetHold referralId={referralId} />}
            </Card>
          </>
        )}
      </Read>
    </Page>
  );
}

function Standing({ view }: { readonly view: z.output<typeof RetentionView> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const when = useWhen();
  const { rule, since, eraseOn, erased, keptBecause } = view;
  return (
    <Card title={t('oversight.retention.standing')}>
      {erased && (
        <Notice title={t('oversight.retention.erased', { at: when.at(erased.at) })}>
          <p>{erased.says}</p>
        </Notice>
      )}
      <Facts
        facts={[
          { name: t('oversight.retention.rule'), value: rule.label },
          {
            name: t('oversight.retention.since'),
            value: since ? when.at(since) : t('oversight.retention.notYet'),
          },
          {
            name: t('oversight.retention.eraseOn'),
            value: eraseOn && dayInWords(eraseOn, lang),
          },
          {
            name: t('oversight.retention.keptBecause'),
            value: keptBecause.map(({ label }) => label).join('\n'),
          },
        ]}
      />
    </Card>
  );
}
