import { useTranslation } from 'react-i18next';
import { useMembership } from '../api/use-membership.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Fold } from '../design/components/fold.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { AwayForm } from './away-form.tsx';
import { called } from './called.ts';
import { ChangeForm } from './change-form.tsx';
import type { Person } from './draft.ts';
import { EndSignIns } from './end-sign-ins.tsx';
import { RemoveForm } from './remove-form.tsx';
import { useAreas } from './use-areas.ts';

const TONES: Readonly<Record<Person['state'], Tone>> = {
  proposed: 'warn',
  invited: 'warn',
  there: 'good',
  gone: 'plain',
};

interface CardProps {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly mayChange: boolean;
}

/** One of the agency's people: what they may do, and what can be done about it. */
export function PersonCard({ person, people, mayChange }: CardProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { nameOf } = useAreas();
  const { mail, roles, areas, state, invitedUntil, numberKnown } = person;
  const tag = <Tag tone={TONES[state]}>{t(`people.state.${state}`)}</Tag>;
  return (
    <Card title={called(person)} aside={tag}>
      <Facts
        facts={[
          { name: t('people.roles'), value: roles.map((role) => t(`role.${role}`)).join(', ') },
          {
            name: t('people.areas'),
            value: areas.length > 0 ? areas.map(nameOf).join(', ') : t('people.everywhere'),
          },
          { name: t('people.mail'), value: mail },
          {
            name: t('people.invitedUntil'),
            value: invitedUntil && momentOf(invitedUntil, lang),
          },
          { name: t('people.number'), value: t(numberKnown ? 'people.known' : 'people.unknown') },
        ]}
      />
      {mayChange && person.account && <Doing {...{ person, people, account: person.account }} />}
    </Card>
  );
}

interface DoingProps extends Omit<CardProps, 'mayChange'> {
  readonly account: string;
}

function Doing({ person, people, account }: DoingProps) {
  const { t } = useTranslation();
  const isOwn = useMembership().data?.account === account;
  const others = people.filter((one) => one.state === 'there' && one.account !== account);
  const form = { person, account, others };
  const acts = [
    {
      code: 'change',
      label: t('people.change'),
      form: (back: () => void) => <ChangeForm {...form} onBack={back} />,
    },
    {
      code: 'away',
      label: t('people.away.title'),
      form: (back: () => void) => <AwayForm {...form} onBack={back} />,
    },
    {
      code: 'sign-ins',
      label: t('people.signIns.title'),
      form: (back: () => void) => <EndSignIns {...form} onBack={back} />,
    },
    {
      code: 'remove',
      label: t('people.remove.title'),
      form: (back: () => void) => <RemoveForm {...form} onBack={back} />,
    },
  ];
  // Nobody changes the own membership, upward or downward.
  if (isOwn) return <p className="soft">{t('people.own')}</p>;
  return (
    <Fold title={t('people.doing')}>
      <Acts acts={person.state === 'there' ? acts : acts.filter(({ code }) => code !== 'away')} />
    </Fold>
  );
}
