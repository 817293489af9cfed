import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { confirmWaiver, type WaiverView, waivers } from '../../shared/contract/safety.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { AskWaiver } from './ask-waiver.tsx';
import type { View } from './overview.tsx';
import { useCase, useSaid } from './use-case.ts';

type Waiver = z.output<typeof WaiverView>;

/** A track, or work that was not done, that this child does not need: one asks, another confirms. */
export function Waivers({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const all = useRead(['case', caseId, 'waivers'], waivers, { path });
  const open = view.status === 'open' && may('waiver.ask');
  return (
    <Card title={t('case.waiver.title')}>
      <p className="soft">{t('case.waiver.lead')}</p>
      <Read of={all}>
        {({ items }) => (
          <Entries
            of={items.toReversed()}
            none={t('case.waiver.none')}
            line={(one) => <Line key={one.number} waiver={one} view={view} />}
          />
        )}
      </Read>
      {open && (
        <Acts
          acts={[
            {
              code: 'ask',
              label: t('case.waiver.ask'),
              form: (back) => <AskWaiver view={view} onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Line({ waiver, view }: { readonly waiver: Waiver; readonly view: View }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { may } = useCase();
  const tracks = useCodes('tracks');
  const { track, task, reason, note, askedBy, confirmed, holds } = waiver;
  const what = track ? word(tracks, track) : view.tasks.find(({ id }) => id === task)?.kind.label;
  const state = confirmed ? (holds ? 'holds' : 'lapsed') : 'waits';
  return (
    <Entry
      title={what ?? t('tasks.one')}
      tone={holds ? 'good' : 'warn'}
      tags={<Tag tone={holds ? 'good' : 'warn'}>{t(`case.waiver.${state}`)}</Tag>}
      said={[said(waiver), askedBy].filter(Boolean).join(' — ')}
    >
      <p>{[reason.label, note].filter(Boolean).join('. ')}</p>
      {confirmed && <p className="soft small">{t('case.confirmedBy', { by: said(confirmed) })}</p>}
      {!confirmed && view.status === 'open' && may('waiver.confirm') && <Confirm waiver={waiver} />}
    </Entry>
  );
}

function Confirm({ waiver: { number, version } }: { readonly waiver: Waiver }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(confirmWaiver, about);
  return (
    <ActForm
      doing={doing}
      does={t('case.waiver.confirm')}
      look="second"
      onDo={() => doing.act({ path: { ...path, number }, ifMatch: version })}
    />
  );
}
