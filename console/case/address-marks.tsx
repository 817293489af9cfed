import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  type AddressMarkView,
  addressMarks,
  askAddressLift,
  confirmAddressLift,
  protectAddress,
} from '../../shared/contract/protection.ts';
import { useAct } from '../api/use-act.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useCase, useSaid } from './use-case.ts';

type Mark = z.output<typeof AddressMarkView>;

/** Whether the child's address is shown only to those who must go there; two people end that. */
export function AddressMarks() {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const marks = useRead(['case', caseId, 'address'], addressMarks, { path });
  return (
    <Card
      title={t('case.address.title')}
      aside={
        marks.data && (
          <Tag tone={marks.data.protected ? 'warn' : 'plain'}>
            {t(marks.data.protected ? 'case.address.protected' : 'case.address.open')}
          </Tag>
        )
      }
    >
      <p className="soft">{t('case.address.lead')}</p>
      <Read of={marks}>
        {({ items, protected: isProtected }) => (
          <>
            <Entries
              of={items.toReversed()}
              none={t('case.address.none')}
              line={(mark) => <Line key={mark.number} mark={mark} />}
            />
            <Acts
              acts={[
                {
                  code: 'protect',
                  label: t('case.address.protect'),
                  opens: !isProtected && may('address.protect'),
                  form: (back: () => void) => <Protect onBack={back} />,
                },
                {
                  code: 'lift',
                  label: t('case.address.lift'),
                  opens: isProtected && may('address.lift'),
                  form: (back: () => void) => <AskLift onBack={back} />,
                },
              ].filter(({ opens }) => opens)}
            />
          </>
        )}
      </Read>
    </Card>
  );
}

interface FormProps {
  readonly onBack: () => void;
}

function Protect({ onBack }: FormProps) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(protectAddress, about, onBack);
  return (
    <ReasonForm
      doing={doing}
      list="addressProtectionReasons"
      does={t('case.address.protect')}
      onDo={({ reason }) => doing.act({ path, body: { reason } })}
      onBack={onBack}
    />
  );
}

function AskLift({ onBack }: FormProps) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(askAddressLift, about, onBack);
  return (
    <ReasonForm
      doing={doing}
      list="addressLiftReasons"
      does={t('case.address.lift')}
      onDo={({ reason }) => doing.act({ path, body: { reason } })}
      onBack={onBack}
    />
  );
}

function Line({ mark }: { readonly mark: Mark }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { may } = useCase();
  const { sets, reason, confirmed } = mark;
  const waits = sets === 'lift' && !confirmed;
  return (
    <Entry
      title={t(`case.address.${sets === 'protect' ? 'wasProtected' : 'wasLifted'}`)}
      tags={waits && <Tag tone="warn">{t('case.waitsSecond')}</Tag>}
      said={said(mark)}
    >
      <p>{reason.label}</p>
      {confirmed && <p className="soft small">{t('case.confirmedBy', { by: said(confirmed) })}</p>}
      {waits && may('address.confirm-lift') && <Confirm mark={mark} />}
    </Entry>
  );
}

function Confirm({ mark: { number, version } }: { readonly mark: Mark }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(confirmAddressLift, about);
  return (
    <ActForm
      doing={doing}
      does={t('case.address.confirm')}
      look="second"
      onDo={() => doing.act({ path: { ...path, number }, ifMatch: version })}
    />
  );
}
