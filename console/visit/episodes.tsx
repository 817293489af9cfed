import { useTranslation } from 'react-i18next';
import { askEpisode, confirmEpisode, episodes } from '../../shared/contract/further.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { filled } from './draft.ts';
import { useVisit } from './use-visit.ts';

/** New episodes: the lead and the prosecutor open one together. */
export function Episodes() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { data: me } = useMembership();
  const { visit } = useVisit();
  const path = { caseId: visit.case };
  const read = useRead(['visit', visit.id, 'episodes'], episodes, { path });
  return (
    <Card title={t('visit.episode.title')}>
      <p className="soft">{t('visit.episode.lead')}</p>
      <Read of={read}>
        {({ items }) => (
          <ul className="entries">
            {items.map(({ number, reason, at, agency, note, confirmed, version }) => (
              <li key={number} className="entry">
                <span className="row">
                  <strong>{reason.label}</strong>
                  <Tag tone={confirmed ? 'good' : 'warn'}>
                    {t(confirmed ? 'visit.episode.open' : 'visit.episode.waits')}
                  </Tag>
                </span>
                {note && <span>{note}</span>}
                <span className="soft small">
                  {nameOf(agency)}, {momentOf(at, lang)}
                </span>
                {!confirmed && agency !== me?.agency && (
                  <ConfirmEpisode number={number} version={version} />
                )}
              </li>
            ))}
          </ul>
        )}
      </Read>
      {visit.status.code === 'ended' && (
        <Acts
          acts={[
            {
              code: 'ask',
              label: t('visit.episode.ask'),
              form: (back) => <AskEpisode onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function ConfirmEpisode({
  number,
  version,
}: {
  readonly number: number;
  readonly version: number;
}) {
  const { t } = useTranslation();
  const { visit, about } = useVisit();
  const doing = useAct(confirmEpisode, about);
  return (
    <ActForm
      doing={doing}
      look="second"
      does={t('visit.episode.confirm')}
      onDo={() => doing.act({ path: { caseId: visit.case, number }, ifMatch: version })}
    />
  );
}

function AskEpisode({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { visit, about } = useVisit();
  const reasons = useCodes('episodeReasons');
  const doing = useAct(askEpisode, about, onBack);
  const form = useDraft({ reason: '', note: '' }, ({ reason, note }) => [
    ...(reason ? [] : ['reason' as const]),
    ...(filled(note) ? [] : ['note' as const]),
  ]);
  const { reason, note } = form.draft;
  const call = { path: { caseId: visit.case }, body: { reason, note: note.trim() } };
  return (
    <ActForm
      doing={doing}
      title={t('visit.episode.ask')}
      look="second"
      does={t('visit.episode.do')}
      onDo={() => form.whenComplete(() => doing.act(call))}
      onBack={onBack}
    >
      <Pick
        label={t('visit.why')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
      <Field
        long
        label={t('visit.episode.note')}
        maxLength={2000}
        {...form.of('note', doing.wrong('/note'))}
      />
    </ActForm>
  );
}
