import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { getRetention, type RetentionView, setHold } from '../../shared/contract/retention.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries } from '../design/components/entry.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { dayInWords, momentOf } from '../words/moments.ts';
import { receiptOf } from '../words/receipt.ts';
import { useLanguage } from '../words/use-language.ts';
import { Hold } from './hold.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useCase, useCaseView } from './use-case.ts';

/** When what the referrals of the case hold is erased, by which rule, and what keeps it. */
export function Retention() {
  const { t } = useTranslation();
  const { data: view } = useCaseView();
  return (
    <Card title={t('case.retention.title')}>
      <p className="soft">{t('case.retention.lead')}</p>
      {view?.referrals.map((referral) => (
        <OfReferral key={referral} referral={referral} />
      ))}
    </Card>
  );
}

function OfReferral({ referral }: { readonly referral: ReferralId }) {
  const { caseId } = useCase();
  const path = { referralId: referral };
  const read = useRead(['case', caseId, 'retention', referral], getRetention, { path });
  return <Read of={read}>{(retention) => <Kept retention={retention} />}</Read>;
}

function Kept({ retention }: { readonly retention: z.output<typeof RetentionView> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { may } = useCase();
  const { referral, rule, since, eraseOn, erased, keptBecause, holds } = retention;
  const number = receiptOf(referral);
  return (
    <section className="stack" aria-label={number}>
      <h3>{number}</h3>
      <Facts
        facts={[
          { name: t('case.retention.rule'), value: rule.label },
          { name: t('case.retention.since'), value: since && momentOf(since, lang) },
          {
            name: t('case.retention.eraseOn'),
            value: eraseOn ? dayInWords(eraseOn, lang) : !erased && t('case.retention.notYet'),
          },
          { name: t('case.retention.erased'), value: erased?.says },
        ]}
      />
      {keptBecause.length > 0 && (
        <Notice title={t('case.retention.kept')}>
          <ul>
            {keptBecause.map(({ code, label }) => (
              <li key={code}>{label}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Entries
        of={holds.toReversed()}
        none={t('case.retention.noHolds')}
        line={(hold) => <Hold key={hold.number} hold={hold} referral={referral} />}
      />
      {may('hold.set') && !erased && (
        <Acts
          acts={[
            {
              code: 'hold',
              label: t('case.retention.hold'),
              form: (back) => <SetHold referral={referral} onBack={back} />,
            },
          ]}
        />
      )}
    </section>
  );
}

interface HoldProps {
  readonly referral: ReferralId;
  readonly onBack: () => void;
}

function SetHold({ referral, onBack }: HoldProps) {
  const { t } = useTranslation();
  const { about } = useCase();
  const doing = useAct(setHold, about, onBack);
  return (
    <ReasonForm
      doing={doing}
      list="erasureHolds"
      note={t('case.why')}
      does={t('case.retention.hold')}
      onDo={(body) => doing.act({ path: { referralId: referral }, body })}
      onBack={onBack}
    />
  );
}
