import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { OwnMembership } from '../../shared/contract/directory.ts';
import { endSession } from '../../shared/contract/people.ts';
import { useAct } from '../api/use-act.ts';
import { useFeed } from '../api/use-feed.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { Button, LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { Failed } from '../design/components/states.tsx';
import { useAreas } from '../people/use-areas.ts';
import { session } from '../session/session.ts';
import { chooseLanguage } from '../words/index.ts';
import { useLanguage } from '../words/use-language.ts';
import { AskWhy } from './ask-why.tsx';
import { OwnLoad } from './own-load.tsx';

type Membership = z.output<typeof OwnMembership>;

/** Who one is here, what that opens, and what belongs to oneself alone. */
export function MePage() {
  const { t } = useTranslation();
  const membership = useMembership();
  return (
    <Page title={t('me.title')}>
      <NewsCard />
      <Read of={membership}>
        {(data) => (
          <>
            <WhoIAm membership={data} />
            <OwnLoad supervises={data.roles.includes('supervisor')} />
            <AskWhy />
            <AgencySide membership={data} />
          </>
        )}
      </Read>
      <SignIn />
    </Page>
  );
}

function NewsCard() {
  const { t } = useTranslation();
  const { last, seen } = useFeed();
  const unread = (last ?? 0) - (seen ?? 0);
  return (
    <Card title={t('me.news.title')}>
      <p>{unread > 0 ? t('me.news.unread', { number: unread }) : t('me.news.nothingNew')}</p>
      <div>
        <LinkButton look="first" to="/app/news">
          {t('me.news.see')}
        </LinkButton>
      </div>
    </Card>
  );
}

function WhoIAm({ membership }: { readonly membership: Membership }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { nameOf } = useAreas();
  const kinds = useCodes('agencyKinds');
  const { name, kind, roles, areas, duty } = membership;
  return (
    <Card title={t('me.who')}>
      <Facts
        facts={[
          { name: t('me.agency'), value: name[lang] },
          { name: t('me.kind'), value: word(kinds, kind) },
          {
            name: t('me.areas'),
            value: areas.length > 0 ? areas.map(nameOf).join(', ') : t('me.everywhere'),
          },
          { name: t('me.hours'), value: t(duty ? 'me.anyHour' : 'me.workHours') },
        ]}
      />
      <h3>{t('me.roles')}</h3>
      <ul className="stack">
        {roles.map((role) => (
          <li key={role}>
            <strong>{t(`role.${role}`)}</strong>: {t(`roleMay.${role}`)}
          </li>
        ))}
      </ul>
      <p className="soft">{t('me.rest')}</p>
    </Card>
  );
}

/** The ways to the pages of the agency's own side, for those to whom they are open. */
function AgencySide({ membership: { roles, kind } }: { readonly membership: Membership }) {
  const { t } = useTranslation();
  const seesPeople =
    roles.includes('administrator') || (kind === 'oversight' && roles.includes('supervisor'));
  return (
    <Card title={t('me.side')}>
      <p className="soft">{t('me.sideLead')}</p>
      <div className="row">
        <LinkButton to="/app/systems">{t('nav.systems')}</LinkButton>
        {seesPeople && <LinkButton to="/app/people">{t('nav.people')}</LinkButton>}
      </div>
    </Card>
  );
}

function SignIn() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const other = lang === 'ka' ? 'en' : 'ka';
  const [isAsked, ask] = useState(false);
  const doing = useAct(endSession, [], () => session.leave());
  return (
    <Card title={t('me.signIn')}>
      <div className="row">
        <Button onPress={() => void chooseLanguage(other)}>
          <span lang={other}>{t('otherLanguage')}</span>
        </Button>
        {!isAsked && <Button onPress={() => ask(true)}>{t('me.everywhereOut')}</Button>}
      </div>
      {isAsked && (
        <div className="stack">
          <p>{t('me.outThen')}</p>
          <div className="row">
            <Button
              look="danger"
              pending={doing.isPending}
              onPress={() => doing.act({ body: { everywhere: true } })}
            >
              {t('me.outDo')}
            </Button>
            <Button onPress={() => ask(false)}>{t('steps.back')}</Button>
          </div>
        </div>
      )}
      {doing.error && <Failed error={doing.error} />}
    </Card>
  );
}
