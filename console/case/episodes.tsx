import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  askEpisode,
  confirmEpisode,
  type EpisodeView,
  episodes,
} from '../../shared/contract/further.ts';
import { useAct } from '../api/use-act.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useCase, useCaseView, useSaid } from './use-case.ts';

type Episode = z.output<typeof EpisodeView>;

/** Something new happened to the child: lead and prosecutor together let it be asked about. */
export function Episodes() {
  const { t } = useTranslation();
  const { caseId, path } = useCase();
  const { data: view } = useCaseView();
  const all = useRead(['case', caseId, 'episodes'], episodes, { path });
  return (
    <Card title={t('case.episode.title')}>
      <p className="soft">{t('case.episode.lead')}</p>
      <Read of={all}>
        {({ items }) => (
          <Entries
            of={items.toReversed()}
            none={t('case.episode.none')}
            line={(one) => <Line key={one.number} episode={one} />}
          />
        )}
      </Read>
      {view?.status !== 'closed' && (
        <Acts
          acts={[
            {
              code: 'ask',
              label: t('case.episode.ask'),
              form: (back) => <AskEpisode onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Line({ episode }: { readonly episode: Episode }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { path, about } = useCase();
  const doing = useAct(confirmEpisode, about);
  const { data: view } = useCaseView();
  const { data: me } = useMembership();
  const { number, version, reason, note, confirmed, opens, side } = episode;
  // Of lead and prosecutor one asks and the other confirms.
  const own = (me?.agency === view?.lead ? 'lead' : 'prosecutor') === side;
  return (
    <Entry
      title={t('case.episode.one', { number: opens })}
      tone={confirmed ? 'good' : 'warn'}
      tags={
        <Tag tone={confirmed ? 'good' : 'warn'}>
          {t(confirmed ? 'case.episode.open' : `case.episode.waits.${side}`)}
        </Tag>
      }
      said={said(episode)}
    >
      <p>{[reason.label, note].filter(Boolean).join('. ')}</p>
      {confirmed && <p className="soft small">{t('case.confirmedBy', { by: said(confirmed) })}</p>}
      {!confirmed && !own && (
        <ActForm
          doing={doing}
          does={t('case.episode.confirm')}
          look="second"
          onDo={() => doing.act({ path: { ...path, number }, ifMatch: version })}
        />
      )}
    </Entry>
  );
}

function AskEpisode({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(askEpisode, about, onBack);
  return (
    <ReasonForm
      doing={doing}
      title={t('case.episode.ask')}
      list="episodeReasons"
      note={t('case.why')}
      does={t('case.episode.ask')}
      onDo={(body) => doing.act({ path, body })}
      onBack={onBack}
    />
  );
}
