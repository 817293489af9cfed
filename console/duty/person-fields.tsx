import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../api/use-membership.ts';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { Tag } from '../design/components/notice.tsx';
import type { Person, Reach } from './roster-draft.ts';

interface PersonProps {
  readonly person: Person;
  readonly place: number;
  readonly change: (part: Partial<Person>) => void;
  /** Nothing to remove where this person has a shift. */
  readonly onRemove: (() => void) | undefined;
  readonly wrong: (pointer: string) => string | undefined;
}

/** Somebody who takes duty, how reached, and who stands in. */
export function PersonFields({ person, place, change, onRemove, wrong }: PersonProps) {
  const { t } = useTranslation();
  const { data: me } = useMembership();
  const number = place + 1;
  return (
    <div className="group">
      <ReachFields
        title={person.name || t('duty.person', { number })}
        at={`/people/${place}`}
        reach={person}
        change={change}
        wrong={wrong}
      />
      <details className="fold">
        <summary>
          {t('duty.deputy')}: {person.deputy.name || t('duty.nobody')}
        </summary>
        <ReachFields
          title={t('duty.deputyOf', { name: person.name || t('duty.person', { number }) })}
          at={`/people/${place}/deputy`}
          reach={person.deputy}
          change={(part) => change({ deputy: { ...person.deputy, ...part } })}
          wrong={wrong}
        />
      </details>
      <div className="row">
        {person.account && <Tag tone="good">{t('duty.hasAccount')}</Tag>}
        {!person.account && me && (
          <Button onPress={() => change({ account: me.account })}>{t('duty.thisIsMe')}</Button>
        )}
        {onRemove && (
          <Button look="plain" onPress={onRemove}>
            {t('duty.removePerson', { name: person.name || t('duty.person', { number }) })}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ReachProps {
  readonly title: string;
  readonly at: string;
  readonly reach: Reach;
  readonly change: (part: Partial<Reach>) => void;
  readonly wrong: (pointer: string) => string | undefined;
}

export function ReachFields({ title, at, reach, change, wrong }: ReachProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="duty-fields" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <Field
        short
        label={t('duty.name')}
        value={reach.name}
        onChange={(name) => change({ name })}
        error={wrong(`${at}/name`)}
        maxLength={150}
      />
      <Field
        short
        type="tel"
        label={t('duty.phone')}
        value={reach.phone}
        onChange={(phone) => change({ phone })}
        error={wrong(`${at}/phone`)}
      />
      <Field
        short
        type="email"
        label={t('duty.mail')}
        value={reach.mail}
        onChange={(mail) => change({ mail })}
        error={wrong(`${at}/mail`)}
        maxLength={254}
      />
    </fieldset>
  );
}
