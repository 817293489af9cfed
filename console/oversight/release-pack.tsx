import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { releaseSubjectPack } from '../../shared/contract/subject-access.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import type { Request } from './request.tsx';

/** Hands the data to the officer, to be printed and given by hand: nothing is ever mailed. */
export function ReleasePack({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>();
  const doing = useAct(releaseSubjectPack, [], (pack) => setText(pack.text));
  const { record, number } = request;
  return (
    <Card title={t('oversight.requests.pack')}>
      <Notice tone="warn" title={t('oversight.requests.packLead')} />
      {text === undefined ? (
        <ActForm
          doing={doing}
          does={t('oversight.requests.takePack')}
          onDo={() => doing.act({ path: { record, number } })}
        />
      ) : (
        <>
          <p className="print-text">{text}</p>
          <div className="no-print">
            <Button onPress={() => print()}>{t('oversight.requests.print')}</Button>
          </div>
        </>
      )}
    </Card>
  );
}
