import { useTranslation } from 'react-i18next';
import { recordTelling } from '../../shared/contract/same-child.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { instantOf, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { PickAgency } from './pick-agency.tsx';
import { useCase, useCaseView } from './use-case.ts';

/** To whom the child has told what happened, as far as known: the fewer the better. */
export function Tellings() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { may } = useCase();
  const { data: view } = useCaseView();
  const { timesToldCount, tellings } = view ?? {};
  if (!tellings && !may('case.record-telling')) return null;
  return (
    <Card title={t('case.telling.title')}>
      <p className="soft">{t('case.telling.lead')}</p>
      {timesToldCount !== undefined && <p>{t('case.telling.count', { number: timesToldCount })}</p>}
      {tellings && (
        <Entries
          of={tellings.toReversed()}
          none={t('case.telling.none')}
          line={({ number, to, at, why, note }) => (
            <Entry key={number} title={to.label} said={momentOf(at, lang)}>
              <p>{[why.label, note].filter(Boolean).join('. ')}</p>
            </Entry>
          )}
        />
      )}
      {may('case.record-telling') && view?.status === 'open' && (
        <Acts
          acts={[
            {
              code: 'record',
              label: t('case.telling.record'),
              form: (back) => <RecordTelling onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function RecordTelling({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const reasons = useCodes('tellingReasons');
  const doing = useAct(recordTelling, about, onBack);
  const form = useDraft({ of: '', to: '', at: '', why: '', note: '' }, (draft) =>
    // To what kind of agency is enough: which one is not always known, and nobody asks the child.
    emptyOf(draft, 'of', 'at', 'why'),
  );
  const send = () => {
    const { of, to, at, why, note } = form.draft;
    const body = {
      to: to || of,
      at: instantOf(at),
      why,
      ...(note.trim() && { note: note.trim() }),
    };
    doing.act({ path, body });
  };
  return (
    <ActForm
      doing={doing}
      title={t('case.telling.record')}
      does={t('case.save')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <Notice tone="warn" title={t('case.telling.never')} />
      <PickAgency
        kind={form.draft.of}
        onKind={(of) => form.set({ of, to: '' })}
        {...form.of('to')}
        error={form.of('of', doing.wrong('/to')).error}
      />
      <MomentField label={t('case.telling.at')} {...form.of('at', doing.wrong('/at'))} />
      <Pick
        label={t('case.telling.why')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('why', doing.wrong('/why'))}
      />
      <Field
        long
        label={t('tasks.note')}
        maxLength={2000}
        {...form.of('note', doing.wrong('/note'))}
      />
    </ActForm>
  );
}
