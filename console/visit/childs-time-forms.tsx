import { useTranslation } from 'react-i18next';
import { addForbiddenTime, addWish } from '../../shared/contract/childs-times.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { type ChildsTime, emptyTime, missingInTime, whenOf } from './draft.ts';
import { useOwnWorkers } from './use-own-workers.ts';
import { useVisit } from './use-visit.ts';

interface FormProps {
  readonly onBack: () => void;
}

const EMPTY = { ...emptyTime, code: '' };

/** A time at which the child cannot come, and why. */
export function AddForbidden({ onBack }: FormProps) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const reasons = useCodes('forbiddenTimes');
  const doing = useAct(addForbiddenTime, about, onBack);
  const form = useDraft(EMPTY, (draft) => [
    ...(draft.code ? [] : ['code' as const]),
    ...missingInTime(draft),
  ]);
  const { code } = form.draft;
  return (
    <ActForm
      doing={doing}
      title={t('visit.childs.addForbidden')}
      look="second"
      does={t('visit.childs.do')}
      onDo={() =>
        form.whenComplete(() => doing.act({ path, body: { code, when: whenOf(form.draft) } }))
      }
      onBack={onBack}
    >
      <Pick
        label={t('visit.why')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('code', doing.wrong('/code'))}
      />
      <TimeFields time={form.draft} onChange={form.set} errors={errorsOf(form)} />
    </ActForm>
  );
}

type Sex = 'female' | 'male';
type WishKind = 'preferred-time' | 'interviewer-sex' | 'known-worker';
const EMPTY_WISH = {
  ...emptyTime,
  kind: 'preferred-time' as WishKind,
  sex: undefined as Sex | undefined,
  account: '',
};

/** What the child would like: weighed when times are compared, never a condition. */
export function AddWish({ onBack }: FormProps) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const doing = useAct(addWish, about, onBack);
  const sexes = useCodes('sexes') as { value: Sex; label: string }[];
  const kinds = useCodes('visitWishes') as { value: WishKind; label: string }[];
  const workers = useOwnWorkers();
  const form = useDraft(EMPTY_WISH, (draft) => {
    if (draft.kind === 'preferred-time') return missingInTime(draft);
    if (draft.kind === 'known-worker') return emptyOf(draft, 'account');
    return emptyOf(draft, 'sex');
  });
  const { kind, sex, account } = form.draft;
  const send = () => {
    if (kind === 'preferred-time') doing.act({ path, body: { kind, when: whenOf(form.draft) } });
    else if (kind === 'known-worker') doing.act({ path, body: { kind, account } });
    else if (sex) doing.act({ path, body: { kind, sex } });
  };
  return (
    <ActForm
      doing={doing}
      title={t('visit.childs.addWish')}
      look="second"
      does={t('visit.childs.do')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <OneOf label={t('visit.childs.kind')} options={kinds} {...form.of('kind')} />
      {kind === 'interviewer-sex' && (
        <OneOf
          row
          label={t('visit.childs.sex')}
          options={sexes.filter(({ value }) => value === 'female' || value === 'male')}
          {...form.of('sex')}
        />
      )}
      {kind === 'known-worker' && (
        <Pick
          label={t('visit.childs.worker')}
          hint={t('visit.childs.workerHint')}
          none={t('steps.choose')}
          options={workers}
          {...form.of('account', doing.wrong('/account'))}
        />
      )}
      {kind === 'preferred-time' && (
        <TimeFields time={form.draft} onChange={form.set} errors={errorsOf(form)} />
      )}
    </ActForm>
  );
}

type Errors = { readonly of: (name: 'from' | 'to') => { readonly error: string | undefined } };
const errorsOf = ({ of }: Errors) => ({ from: of('from').error, to: of('to').error });

interface TimeProps {
  readonly time: ChildsTime;
  readonly onChange: (changes: Partial<ChildsTime>) => void;
  readonly errors: Partial<Record<'from' | 'to', string | undefined>>;
}

function TimeFields({ time: { often, from, to }, onChange, errors }: TimeProps) {
  const { t } = useTranslation();
  const options = (['once', 'daily'] as const).map((value) => ({
    value,
    label: t(`visit.childs.often.${value}`),
  }));
  const fields = [
    { name: 'from', label: t('visit.from'), value: from },
    { name: 'to', label: t('visit.to'), value: to },
  ] as const;
  return (
    <>
      <OneOf
        row
        label={t('visit.childs.howOften')}
        options={options}
        value={often}
        onChange={(chosen) => onChange({ often: chosen, from: '', to: '' })}
      />
      {fields.map(({ name, label, value }) => (
        <Field
          short
          key={`${often} ${name}`}
          type={often === 'once' ? 'datetime-local' : 'time'}
          label={label}
          value={value}
          onChange={(written) => onChange({ [name]: written })}
          error={errors[name]}
        />
      ))}
    </>
  );
}
