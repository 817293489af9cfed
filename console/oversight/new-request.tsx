import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { askSubjectAccess } from '../../shared/contract/subject-access.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Page } from '../design/components/page.tsx';
import { Pick } from '../design/components/pick.tsx';
import { emptyRequest, type RequestDraft, toRequest, wrongWithRequest } from './request-draft.ts';
import { TiesFields } from './ties-fields.tsx';

type Body = Parameters<ReturnType<typeof useAct<typeof askSubjectAccess>>['act']>[0]['body'];

/** Somebody asks what is known of them: whose data, who asks, and how they stand to an accused. */
export function NewRequest() {
  const { t } = useTranslation();
  const go = useNavigate();
  const people = useCodes('dataSubjects');
  const [draft, setDraft] = useState(emptyRequest);
  const [tried, setTried] = useState(false);
  const doing = useAct(askSubjectAccess, [['oversight']], ({ record, number }) =>
    go(`/app/oversight/requests/${record}/${number}`),
  );
  const change = (part: Partial<RequestDraft>) => setDraft({ ...draft, ...part });
  const wrong: Partial<Record<string, string>> = tried ? wrongWithRequest(draft) : {};
  const says = (name: string) =>
    wrong[name] ? t(`oversight.wrong.${wrong[name]}`) : doing.wrong(`/${name}`);
  const send = () => {
    setTried(true);
    if (Object.keys(wrongWithRequest(draft)).length === 0) {
      doing.act({ body: toRequest(draft) as Body });
    }
  };
  return (
    <Page title={t('oversight.requests.new')} lead={t('oversight.requests.newLead')}>
      <ActForm doing={doing} does={t('oversight.requests.keep')} onDo={send}>
        <Field
          short
          label={t('oversight.requests.record')}
          hint={t('oversight.requests.recordHint')}
          error={says('record')}
          value={draft.record}
          onChange={(record) => change({ record })}
        />
        <Pick
          label={t('oversight.requests.subject')}
          none={t('steps.choose')}
          options={people}
          error={says('subject')}
          value={draft.subject}
          onChange={(subject) => change({ subject })}
        />
        <Pick
          label={t('oversight.requests.requester')}
          none={t('steps.choose')}
          options={people}
          error={says('requester')}
          value={draft.requester}
          onChange={(requester) => change({ requester })}
        />
        <Field
          label={t('oversight.requests.name')}
          error={says('name')}
          value={draft.name}
          onChange={(name) => change({ name })}
          maxLength={150}
        />
        <TiesFields value={draft.ties} onChange={(ties) => change({ ties })} />
        <OneOf
          row
          label={t('oversight.requests.brought')}
          options={[
            { value: 'no', label: t('yesNo.no') },
            { value: 'yes', label: t('yesNo.yes') },
          ]}
          value={draft.isBrought ? 'yes' : 'no'}
          onChange={(said) => change({ isBrought: said === 'yes' })}
        />
        {draft.isBrought && (
          <>
            <Field
              label={t('oversight.requests.throughName')}
              error={says('throughName')}
              value={draft.throughName}
              onChange={(throughName) => change({ throughName })}
              maxLength={150}
            />
            <TiesFields
              value={draft.throughTies}
              onChange={(throughTies) => change({ throughTies })}
            />
          </>
        )}
      </ActForm>
    </Page>
  );
}
