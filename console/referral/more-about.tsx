import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/use-lists.ts';
import { ManyOf, OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { Draft } from './draft.ts';
import type { StepProps } from './write-step.tsx';

/** What helps if it is known already; none of it is worth asking the child or the family for. */
export function MoreAbout(props: StepProps) {
  const { t } = useTranslation();
  return (
    <details className="card">
      <summary>{t('more.title')}</summary>
      <p className="soft">{t('more.lead')}</p>
      <div className="stack" data-gap="wide">
        <TheChild {...props} />
        <WhatHappened {...props} />
        <WhoHarmed {...props} />
        <SafeAdult {...props} />
        <You {...props} />
      </div>
    </details>
  );
}

type Text = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];

/** A line of the draft as a field. */
function Line({ of, pointer, ...props }: LineProps) {
  const { draft, change, wrong, label, hint } = props;
  return (
    <Field
      label={label}
      hint={hint}
      short={props.short ?? false}
      long={props.long ?? false}
      type={props.type ?? 'text'}
      value={draft[of]}
      onChange={(value) => change({ [of]: value })}
      error={wrong(pointer)}
      at={pointer}
    />
  );
}

interface LineProps extends StepProps {
  readonly of: Text;
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  readonly short?: boolean;
  readonly long?: boolean;
  readonly type?: 'text' | 'tel' | 'number';
}

function TheChild(props: StepProps) {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-labelledby="the-child">
      <h2 id="the-child">{t('child.title')}</h2>
      <Line {...props} of="givenName" pointer="/child/givenName" label={t('child.givenName')} />
      <Line {...props} of="familyName" pointer="/child/familyName" label={t('child.familyName')} />
      <Line
        {...props}
        of="age"
        pointer="/child/ageYears"
        label={t('child.age')}
        type="number"
        short
      />
      <Line
        {...props}
        of="personalNumber"
        pointer="/child/personalNumber"
        label={t('child.personalNumber')}
        hint={t('child.personalNumberHint')}
        short
      />
      <Line {...props} of="school" pointer="/child/whereabouts/school" label={t('child.school')} />
    </section>
  );
}

function WhatHappened(props: StepProps) {
  const { t } = useTranslation();
  const { draft, change } = props;
  const forms = useCodes('forms');
  return (
    <section className="stack" aria-labelledby="what-happened">
      <h2 id="what-happened">{t('happened.title')}</h2>
      <Line
        {...props}
        long
        of="childsWords"
        pointer="/childsOwnWords"
        label={t('happened.words')}
        hint={t('happened.wordsHint')}
      />
      <ManyOf
        label={t('happened.forms')}
        options={forms}
        value={draft.forms}
        onChange={(chosen) => change({ forms: chosen })}
      />
      <YesNo {...props} of="injury" label={t('happened.injury')} />
      <YesNo {...props} of="selfHarm" label={t('happened.selfHarm')} />
    </section>
  );
}

interface YesNoProps extends StepProps {
  readonly of: 'injury' | 'selfHarm' | 'livesWithChild';
  readonly label: string;
}

function YesNo({ draft, change, of, label }: YesNoProps) {
  const { t } = useTranslation();
  const answers = ['yes', 'no', 'unknown'] as const;
  return (
    <OneOf
      label={label}
      options={answers.map((value) => ({ value, label: t(`yesNo.${value}`) }))}
      value={draft[of]}
      onChange={(value) => change({ [of]: value })}
    />
  );
}

function WhoHarmed(props: StepProps) {
  const { t } = useTranslation();
  const { draft, change } = props;
  const relations = useCodes('relations');
  return (
    <section className="stack" aria-labelledby="who-harmed">
      <h2 id="who-harmed">{t('harmed.title')}</h2>
      <Pick
        label={t('harmed.relation')}
        none={t('harmed.none')}
        options={relations}
        value={draft.relation}
        onChange={(relation) => change({ relation })}
      />
      <Line
        {...props}
        of="perpetrator"
        pointer="/allegedPerpetrators/0/name"
        label={t('harmed.name')}
      />
      <YesNo {...props} of="livesWithChild" label={t('harmed.livesWithChild')} />
    </section>
  );
}

function SafeAdult(props: StepProps) {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-labelledby="safe-adult">
      <h2 id="safe-adult">{t('safe.title')}</h2>
      <p className="soft">{t('safe.lead')}</p>
      <Line {...props} of="safePerson" pointer="/safeContact/person" label={t('safe.person')} />
      <Line
        {...props}
        of="safePhone"
        pointer="/safeContact/phone"
        label={t('safe.phone')}
        type="tel"
        short
      />
      <Line {...props} of="safeNever" pointer="/safeContact/never" label={t('safe.never')} />
    </section>
  );
}

function You(props: StepProps) {
  const { t } = useTranslation();
  const { draft, change } = props;
  const modes = ['named', 'masked'] as const;
  return (
    <section className="stack" aria-labelledby="you">
      <h2 id="you">{t('you.title')}</h2>
      <Line {...props} of="name" pointer="/reporter/name" label={t('you.name')} />
      <Line {...props} of="role" pointer="/reporter/role" label={t('you.role')} />
      <OneOf
        label={t('you.mode')}
        options={modes.map((value) => ({ value, label: t(`you.${value}`) }))}
        value={draft.masked}
        onChange={(masked) => change({ masked })}
      />
    </section>
  );
}
