import { useTranslation } from 'react-i18next';
import { listPeople } from '../../shared/contract/people.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { PersonCard } from './person-card.tsx';
import { Proposals } from './proposals.tsx';

/** The accounts of the agency: for its administrators, and at oversight for whoever confirms. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { data: own } = useMembership();
  const isAdministrator = own?.roles.includes('administrator') === true;
  const confirms = own?.kind === 'oversight' && own.roles.includes('supervisor');
  const isOpen = isAdministrator || confirms;
  const people = useRead(['people'], listPeople, {}, { when: isOpen });
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      {own && !isOpen && <Notice>{t('people.ask')}</Notice>}
      {isAdministrator && (
        <div>
          <LinkButton look="first" to="/app/people/new">
            {t('people.invite')}
          </LinkButton>
        </div>
      )}
      {own && isOpen && (
        <Read of={people}>
          {({ items }) => (
            <>
              {own.kind === 'oversight' && <Proposals people={items} own={own.account} />}
              {items.map((person) => (
                <PersonCard
                  key={person.account ?? `proposed ${person.number}`}
                  person={person}
                  people={items}
                  mayChange={isAdministrator}
                />
              ))}
            </>
          )}
        </Read>
      )}
    </Page>
  );
}
