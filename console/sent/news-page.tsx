import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { type AdditionView, listAdditions } from '../../shared/contract/additions.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { type Fact, Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { AddNews } from './add-news.tsx';
import { Frame, type Sent } from './frame.tsx';
import { takesCalls } from './takes-calls.ts';

/** What became known after the referral was sent, and a place to add to it. */
export function NewsPage() {
  const { t } = useTranslation();
  return (
    <Frame part="news" lead={t('sent.newsLead')}>
      {(sent) => (
        <>
          {sent.may('addition.read') && <Added {...sent} />}
          <Add {...sent} />
        </>
      )}
    </Frame>
  );
}

function Add({ referralId, may }: Sent) {
  const { data: me } = useMembership();
  return may('addition.make') || takesCalls(me) ? <AddNews referralId={referralId} /> : null;
}

function Added({ referralId }: Sent) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const read = useRead(['referral', referralId], listAdditions, { path: { referralId } });
  return (
    <Read of={read}>
      {({ items, protectedAddress }) => (
        <>
          {protectedAddress && (
            <Notice tone="warn" title={t('sent.address')}>
              <p>
                {protectedAddress.says} {nameOf(protectedAddress.ask)}
              </p>
            </Notice>
          )}
          {items.length === 0 && <p className="soft">{t('sent.noNews')}</p>}
          {items.map((one) => (
            <Addition key={one.number} one={one} />
          ))}
        </>
      )}
    </Read>
  );
}

type One = z.output<typeof AdditionView>;

function Addition({ one }: { readonly one: One }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const facts = useStated(one.stated);
  return (
    <Card
      title={momentOf(one.at, lang)}
      aside={one.channel === 'phone' ? <Tag>{t('sent.byPhone')}</Tag> : undefined}
    >
      {one.from && <span className="soft small">{nameOf(one.from)}</span>}
      {one.became && <Link to={`/app/referrals/${one.became}`}>{t('sent.becameViolence')}</Link>}
      {facts.length > 0 ? <Facts facts={facts} /> : <p className="soft">{t('sent.newsClosed')}</p>}
    </Card>
  );
}

/** What was stated, as far as it is open to whoever looks. */
function useStated({ identity, whereabouts, concern, narrative, medical, ...rest }: One['stated']) {
  const { t } = useTranslation();
  const [forms, relations] = [useCodes('forms'), useCodes('relations')];
  const place = whereabouts?.whereabouts;
  const facts: Fact[] = [
    { name: t('needed.worry'), value: narrative?.narrative },
    { name: t('happened.words'), value: rest['childs-own-words']?.childsOwnWords },
    {
      name: t('danger.question'),
      value: concern?.immediateDanger && t(`danger.${concern.immediateDanger}`),
    },
    {
      name: t('happened.forms'),
      value: concern?.forms?.map((form) => word(forms, form)).join(', '),
    },
    {
      name: t('harmed.title'),
      value: concern?.allegedPerpetrators
        ?.map(({ relation, name }) => [word(relations, relation), name].filter(Boolean).join(': '))
        .join('\n'),
    },
    {
      name: t('happened.injury'),
      value: medical?.injuryVisible && t(`yesNo.${medical.injuryVisible}`),
    },
    {
      name: t('child.title'),
      value: [identity?.givenName, identity?.familyName].filter(Boolean).join(' '),
    },
    { name: t('needed.where'), value: place?.childNow?.where },
    { name: t('child.address'), value: place?.address },
    { name: t('child.school'), value: place?.school },
    { name: t('you.name'), value: rest.reporter?.reporter?.name },
    { name: t('needed.phone'), value: rest.reporter?.reporter?.phone },
  ];
  return facts.filter(({ value }) => value !== undefined && value !== '');
}
