import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { askLifting, confirmLifting, type HoldView } from '../../shared/contract/retention.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useCase, useSaid } from './use-case.ts';

interface HoldProps {
  readonly hold: z.output<typeof HoldView>;
  readonly referral: ReferralId;
}

/** Something that keeps a file from being erased; one person asks to lift it, another agrees. */
export function Hold({ hold, referral }: HoldProps) {
  const { t } = useTranslation();
  const said = useSaid();
  const { may } = useCase();
  const { reason, note, liftingAsked, lifted, holds } = hold;
  const state = lifted ? 'lifted' : liftingAsked ? 'asked' : 'holds';
  return (
    <Entry
      title={reason.label}
      tone={holds ? 'warn' : 'plain'}
      tags={<Tag tone={holds ? 'warn' : 'plain'}>{t(`case.retention.state.${state}`)}</Tag>}
      said={said(hold)}
    >
      {note && <p>{note}</p>}
      {liftingAsked && (
        <p className="soft small">{t('case.retention.askedBy', { by: said(liftingAsked) })}</p>
      )}
      {lifted && <p className="soft small">{t('case.confirmedBy', { by: said(lifted) })}</p>}
      {may('hold.lift') && !lifted && liftingAsked && <Confirm hold={hold} referral={referral} />}
      {may('hold.lift') && !lifted && !liftingAsked && (
        <Acts
          acts={[
            {
              code: 'lift',
              label: t('case.retention.lift'),
              form: (back) => <Ask hold={hold} referral={referral} onBack={back} />,
            },
          ]}
        />
      )}
    </Entry>
  );
}

function Ask({ hold, referral, onBack }: HoldProps & { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { about } = useCase();
  const doing = useAct(askLifting, about, onBack);
  const path = { referralId: referral, number: hold.number };
  return (
    <ReasonForm
      doing={doing}
      note={t('case.why')}
      does={t('case.retention.lift')}
      onDo={({ note }) => doing.act({ path, body: { note }, ifMatch: hold.version })}
      onBack={onBack}
    />
  );
}

function Confirm({ hold, referral }: HoldProps) {
  const { t } = useTranslation();
  const { about } = useCase();
  const doing = useAct(confirmLifting, about);
  const path = { referralId: referral, number: hold.number };
  return (
    <ActForm
      doing={doing}
      does={t('case.retention.confirm')}
      look="second"
      onDo={() => doing.act({ path, ifMatch: hold.version })}
    />
  );
}
