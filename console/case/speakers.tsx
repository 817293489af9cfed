import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type SpeakerView, speakers } from '../../shared/contract/family.ts';
import { requestRepresentative } from '../../shared/contract/inside.ts';
import { useAct } from '../api/use-act.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { DecideSpeaker } from './decide-speaker.tsx';
import { useTiesInWords } from './ties-fields.tsx';
import { useCase, useCaseView, useSaid } from './use-case.ts';

/** Who speaks for the child, decision by decision; the last one in force counts. */
export function Speakers() {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const { data: view } = useCaseView();
  const all = useRead(['case', caseId, 'speakers'], speakers, { path });
  const open = view?.status !== 'closed';
  return (
    <Card title={t('case.speaker.title')}>
      <Read of={all}>
        {({ items }) => (
          <>
            {!items.some(({ current }) => current) && (
              <Notice tone="warn" title={t('case.speaker.undecided')}>
                <p>{t('case.speaker.undecidedLead')}</p>
              </Notice>
            )}
            <Entries
              of={items.toReversed()}
              none={t('case.speaker.none')}
              line={(one) => <Line key={one.number} speaker={one} />}
            />
          </>
        )}
      </Read>
      <Acts
        acts={[
          {
            code: 'decide',
            label: t('case.speaker.decide'),
            opens: open && may('speaker.decide'),
            form: (back: () => void) => <DecideSpeaker onBack={back} />,
          },
          {
            code: 'request',
            label: t('case.speaker.request'),
            opens: open && may('representative.request'),
            form: (back: () => void) => <RequestRepresentative onBack={back} />,
          },
        ].filter(({ opens }) => opens)}
      />
    </Card>
  );
}

function Line({ speaker }: { readonly speaker: z.output<typeof SpeakerView> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const said = useSaid();
  const tied = useTiesInWords();
  const { capacity, person, account, reason, current, from, to } = speaker;
  const who = person ? [person.name, person.phone].filter(Boolean).join(', ') : account;
  return (
    <Entry
      title={[capacity.label, who].filter(Boolean).join(': ')}
      tone={current ? 'good' : 'plain'}
      tags={
        <Tag tone={current ? 'good' : 'plain'}>
          {t(current ? 'case.speaker.current' : 'case.speaker.past')}
        </Tag>
      }
      said={said(speaker)}
    >
      {reason && <p>{reason}</p>}
      {tied(speaker) && <p className="small">{tied(speaker)}</p>}
      <p className="soft small">
        {t('case.speaker.from', { at: momentOf(from, lang) })}
        {to && ` ${t('case.speaker.to', { at: momentOf(to, lang) })}`}
      </p>
    </Entry>
  );
}

/** Where no parent can speak for the child: the specialised workers of the region are asked. */
function RequestRepresentative({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(requestRepresentative, about, onBack);
  return (
    <ActForm
      doing={doing}
      title={t('case.speaker.request')}
      does={t('case.speaker.requestDo')}
      onDo={() => doing.act({ path, body: {} })}
      onBack={onBack}
    >
      <p>{t('case.speaker.requestLead')}</p>
    </ActForm>
  );
}
