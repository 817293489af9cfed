import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { invitePerson } from '../../shared/contract/people.ts';
import { useAct } from '../api/use-act.ts';
import { useMembership } from '../api/use-membership.ts';
import { ActForm } from '../design/components/act.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { emptyInvitation, type Invitation, missing, type Person, toBody } from './draft.ts';
import { FreshSignIn } from './fresh-sign-in.tsx';
import { RightsFields } from './rights-fields.tsx';

/** A new colleague: an account, and a membership that waits to be taken up. */
export function InvitePage() {
  const { t } = useTranslation();
  const [made, setMade] = useState<Person>();
  const { data: own } = useMembership();
  const lead = t(own?.kind === 'oversight' ? 'people.inviteSecond' : 'people.inviteLead');
  return (
    <Page title={t('people.invite')} lead={made ? undefined : lead}>
      {made ? (
        <Notice tone="good" title={t(`people.made.${made.proposal ? 'proposed' : 'invited'}`)} live>
          <p>{t(`people.then.${made.proposal ? 'proposed' : 'invited'}`)}</p>
          <div>
            <LinkButton look="first" to="/app/people">
              {t('people.back')}
            </LinkButton>
          </div>
        </Notice>
      ) : (
        <Form onMade={setMade} />
      )}
    </Page>
  );
}

function Form({ onMade }: { readonly onMade: (made: Person) => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [draft, setDraft] = useState(emptyInvitation);
  const [isTried, setTried] = useState(false);
  const doing = useAct(invitePerson, [['people'], ['proposals']], onMade);
  const lacks = isTried ? missing(draft) : new Set<keyof Invitation>();
  const change = (part: Partial<Invitation>) => setDraft((before) => ({ ...before, ...part }));
  const send = () => {
    setTried(true);
    if (missing(draft).size === 0) doing.act({ body: toBody(draft) });
  };
  return (
    <ActForm
      doing={doing}
      does={t('people.inviteDo')}
      onDo={send}
      onBack={() => void go('/app/people')}
    >
      <Field
        required
        label={t('people.name')}
        error={lacks.has('name') ? t('people.nameMissing') : doing.wrong('/name')}
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={150}
        at="/name"
      />
      <Field
        required
        type="email"
        label={t('people.mail')}
        hint={t('people.mailHint')}
        error={lacks.has('mail') ? t('people.mailMissing') : doing.wrong('/mail')}
        value={draft.mail}
        onChange={(mail) => change({ mail })}
        maxLength={254}
        at="/mail"
      />
      <RightsFields rights={draft} change={change} lacks={lacks.has('roles')} wrong={doing.wrong} />
      <Field
        short
        label={t('people.number')}
        hint={t('people.numberHint')}
        error={
          lacks.has('personalNumber') ? t('people.numberWrong') : doing.wrong('/personalNumber')
        }
        value={draft.personalNumber}
        onChange={(personalNumber) => change({ personalNumber })}
        maxLength={11}
        at="/personalNumber"
      />
      <FreshSignIn error={doing.error} />
    </ActForm>
  );
}
