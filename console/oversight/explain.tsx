import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainAccess } from '../../shared/contract/access.ts';
import { isRead, type RecordAction, recordActions } from '../../shared/domain/access/actions.ts';
import { useRead } from '../api/use-read.ts';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { Page } from '../design/components/page.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Read } from '../design/components/read.tsx';
import { DataParts } from './data-parts.tsx';
import { Explained } from './explained.tsx';
import { recordIdOf } from './incident-draft.ts';

/** Reading first: it is asked about most. */
const ASKED = recordActions.toSorted((a, b) => Number(isRead(b)) - Number(isRead(a)));
type Asked = { readonly record: string; readonly action: RecordAction; readonly account: string };

/** Why somebody may or may not do something with a record: the rules in their own words. */
export function ExplainAccess() {
  const { t } = useTranslation();
  const [record, setRecord] = useState('');
  const [account, setAccount] = useState('');
  const [action, setAction] = useState<RecordAction>('case.read');
  const [asked, ask] = useState<Asked>();
  const [tried, setTried] = useState(false);
  const id = recordIdOf(record);
  const said = account.trim();
  return (
    <Page title={t('oversight.explain.title')} lead={t('oversight.explain.lead')}>
      <DataParts />
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (id && said) ask({ record: id, action, account: said });
        }}
      >
        <Field
          short
          label={t('oversight.looked.find')}
          error={tried && !id ? t('oversight.wrong.record') : undefined}
          value={record}
          onChange={setRecord}
        />
        <Field
          label={t('oversight.explain.account')}
          hint={t('oversight.explain.accountHint')}
          error={tried && !said ? t('oversight.wrong.missing') : undefined}
          value={account}
          onChange={setAccount}
          maxLength={128}
        />
        <Pick
          label={t('oversight.explain.action')}
          none={t('steps.choose')}
          options={ASKED.map((one) => ({ value: one, label: t(`oversight.action.${one}`) }))}
          value={action}
          onChange={(chosen) => setAction((chosen || 'case.read') as RecordAction)}
        />
        <div>
          <Button type="submit" look="first">
            {t('oversight.explain.ask')}
          </Button>
        </div>
      </form>
      {asked && <Answered key={JSON.stringify(asked)} asked={asked} />}
    </Page>
  );
}

type Query = NonNullable<Parameters<typeof useRead<typeof explainAccess>>[2]['query']>;

function Answered({ asked }: { readonly asked: Asked }) {
  // The contract reads the kind of record from the id itself.
  const query = asked as unknown as Query;
  const explained = useRead(['oversight', 'explain', asked], explainAccess, { query });
  return <Read of={explained}>{(answer) => <Explained answer={answer} />}</Read>;
}
