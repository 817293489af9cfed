import { useTranslation } from 'react-i18next';
import type { Details as Groups } from '../../shared/domain/referral/groups.ts';
import { useCodes, useMunicipalities, word } from '../api/use-lists.ts';
import { type Fact, Facts } from '../design/components/facts.tsx';

/** The groups that are open; a closed one is absent. */
type Opened = { readonly [G in keyof Groups]?: Groups[G] | undefined };

/** What is known of the child, as far as it is open to whoever looks: groups that are not, are absent. */
export function Details({ details }: { readonly details: Opened }) {
  const { t } = useTranslation();
  const facts = useFacts(details);
  if (facts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="details">
      <h2 id="details">{t('details.title')}</h2>
      <Facts facts={facts} />
    </section>
  );
}

function useFacts({
  identity,
  whereabouts,
  concern,
  narrative,
  reporter,
  contact,
  ...rest
}: Opened): Fact[] {
  const { t } = useTranslation();
  const forms = useCodes('forms');
  const relations = useCodes('relations');
  const places = useMunicipalities();
  const place = whereabouts?.whereabouts;
  const facts: Fact[] = [
    {
      name: t('child.title'),
      value: [identity?.givenName, identity?.familyName].filter(Boolean).join(' '),
    },
    { name: t('child.age'), value: identity?.ageYears },
    { name: t('child.birthDate'), value: identity?.birthDate },
    { name: t('child.personalNumber'), value: identity?.personalNumber },
    { name: t('needed.worry'), value: narrative?.narrative },
    { name: t('happened.words'), value: rest['childs-own-words']?.childsOwnWords },
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
      name: t('needed.municipality'),
      value: whereabouts && word(places, whereabouts.municipality),
    },
    { name: t('needed.where'), value: place?.childNow?.where },
    { name: t('child.address'), value: place?.address },
    { name: t('child.school'), value: place?.school },
    { name: t('safe.person'), value: contact?.safeContact?.person },
    { name: t('safe.phone'), value: contact?.safeContact?.phone },
    { name: t('you.name'), value: reporter?.reporter?.name },
    { name: t('needed.phone'), value: reporter?.reporter?.phone },
  ];
  return facts.filter(({ value }) => value !== undefined && value !== '');
}
