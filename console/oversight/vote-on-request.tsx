import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideSubjectAccess } from '../../shared/contract/subject-access.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import type { Request } from './request.tsx';

/** One of the two who decide, with the reason. */
export function VoteOnRequest({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<'release' | 'refuse'>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const doing = useAct(decideSubjectAccess, [['oversight']]);
  const { record, number, version } = request;
  const send = () => {
    setTried(true);
    if (!verdict || reason.trim() === '') return;
    const body = { verdict, reason: reason.trim() };
    doing.act({ path: { record, number }, body, ifMatch: version });
  };
  return (
    <Card title={t('oversight.requests.decide')}>
      <ActForm doing={doing} does={t('oversight.requests.keepVote')} onDo={send}>
        <OneOf
          label={t('oversight.requests.verdict')}
          error={tried && !verdict ? t('oversight.chooseOne') : undefined}
          options={[
            { value: 'release', label: t('oversight.requests.release') },
            { value: 'refuse', label: t('oversight.requests.refuse') },
          ]}
          value={verdict}
          onChange={setVerdict}
        />
        <Field
          long
          label={t('oversight.requests.why')}
          error={
            doing.wrong('/reason') ??
            (tried && reason.trim() === '' ? t('oversight.writeWhy') : undefined)
          }
          value={reason}
          onChange={setReason}
          maxLength={1000}
        />
      </ActForm>
    </Card>
  );
}
