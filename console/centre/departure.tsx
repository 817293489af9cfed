import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endDeparture } from '../../shared/contract/aftercare.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';

interface DepartureProps {
  readonly id: InterviewId;
  readonly about: readonly (readonly unknown[])[];
  /** What must be so before the child leaves, and is not. */
  readonly open: readonly { readonly code: string; readonly label: string }[];
}

/** The child goes: safe, screened, and knowing whom to call; what is not so, a person has to say why. */
export function Departure({ id, about, open }: DepartureProps) {
  const { t } = useTranslation();
  const list = useCodes('leavingReasons');
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const doing = useAct(endDeparture, about);
  const reasons = open.flatMap(({ code }) =>
    said[code] ? { item: code, reason: said[code] } : [],
  );
  return (
    <Card title={t('centre.departure.title')}>
      {open.length === 0 ? (
        <Notice tone="good">{t('centre.departure.ready')}</Notice>
      ) : (
        <Notice tone="warn" title={t('centre.departure.open')}>
          <ul>
            {open.map(({ code, label }) => (
              <li key={code}>{label}</li>
            ))}
          </ul>
          <p>{t('centre.departure.openLead')}</p>
        </Notice>
      )}
      <ActForm
        doing={doing}
        does={t('centre.departure.do')}
        onDo={() => doing.act({ path: { interviewId: id }, body: { reasons } })}
      >
        {open.map(({ code, label }, place) => (
          <Pick
            key={code}
            label={t('centre.departure.why', { item: label })}
            none={t('centre.departure.willBe')}
            options={list}
            value={said[code] ?? ''}
            onChange={(reason) => setSaid((all) => ({ ...all, [code]: reason }))}
            error={doing.wrong(`/reasons/${place}/reason`)}
          />
        ))}
      </ActForm>
    </Card>
  );
}
