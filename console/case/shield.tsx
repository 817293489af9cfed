import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type ContactView, explainShield, withdrawContact } from '../../shared/contract/family.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { ConfirmContact } from './confirm-contact.tsx';
import { Notices } from './notices.tsx';
import { useTiesInWords } from './ties-fields.tsx';
import { useCase, useCaseView } from './use-case.ts';

type Contact = z.output<typeof ContactView>;

/** Who of the family may be reached, who may not, and by which rule. */
export function Shield() {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const { data: view } = useCaseView();
  const shield = useRead(['case', caseId, 'shield'], explainShield, { path });
  const open = view?.status !== 'closed';
  return (
    <Read of={shield}>
      {({ shielded, because, contacts, protectedAddress, notices }) => (
        <>
          <Card
            title={t('case.shield.title')}
            aside={
              <Tag tone={shielded ? 'warn' : 'good'}>
                {t(shielded ? 'case.shield.shielded' : 'case.shield.open')}
              </Tag>
            }
          >
            <p className="soft">{t('case.shield.lead')}</p>
            {because.length > 0 && (
              <Notice tone="warn" title={t('case.shield.because')}>
                <Rules of={because} />
              </Notice>
            )}
            {protectedAddress && <Notice tone="warn" title={protectedAddress.says} />}
            <Entries
              of={contacts}
              none={t('case.shield.noContacts')}
              line={(one) => <Line key={one.number} contact={one} />}
            />
            {may('contact.confirm') && open && (
              <Acts
                acts={[
                  {
                    code: 'confirm',
                    label: t('case.shield.confirm'),
                    form: (back) => <ConfirmContact onBack={back} />,
                  },
                ]}
              />
            )}
          </Card>
          <Notices notices={notices} contacts={contacts} open={open} />
        </>
      )}
    </Read>
  );
}

const Rules = ({ of }: { readonly of: Contact['because'] }) => (
  <ul>
    {of.map(({ code, label }) => (
      <li key={code}>{label}</li>
    ))}
  </ul>
);

/** An adult who was said to be safe; whether that still counts, and why not. */
function Line({ contact: one }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { may } = useCase();
  const tied = useTiesInWords();
  const languages = useCodes('languages');
  const { contact, number, mayReach, because, withdrawnAt, at, inHousehold } = one;
  const state = mayReach ? 'reach' : withdrawnAt ? 'withdrawn' : 'not';
  return (
    <Entry
      title={contact?.person ?? t('case.shield.contact', { number })}
      tone={mayReach ? 'good' : 'danger'}
      tags={<Tag tone={mayReach ? 'good' : 'danger'}>{t(`case.shield.state.${state}`)}</Tag>}
      said={t('case.shield.confirmedAt', { at: momentOf(at, lang) })}
    >
      <Facts
        facts={[
          { name: t('case.phone'), value: contact?.phone },
          {
            name: t('case.language'),
            value: contact?.language && word(languages, contact.language),
          },
          { name: t('case.shield.when'), value: contact?.when },
          { name: t('safe.never'), value: contact?.never },
          { name: t('case.shield.inHousehold'), value: t(`yesNo.${inHousehold}`) },
        ]}
      />
      {!withdrawnAt && tied(one) && <p className="small">{tied(one)}</p>}
      {because.length > 0 && <Rules of={because} />}
      {!withdrawnAt && may('contact.confirm') && (
        <Acts
          acts={[
            {
              code: 'withdraw',
              label: t('case.shield.withdraw'),
              form: (back) => <Withdraw number={number} onBack={back} />,
            },
          ]}
        />
      )}
    </Entry>
  );
}

function Withdraw({ number, onBack }: { readonly number: number; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(withdrawContact, about, onBack);
  return (
    <ActForm
      doing={doing}
      does={t('case.shield.withdrawDo')}
      look="danger"
      onDo={() => doing.act({ path: { ...path, number } })}
      onBack={onBack}
    >
      <p>{t('case.shield.withdrawLead')}</p>
    </ActForm>
  );
}
