import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { RecordingView } from '../../shared/contract/recordings.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { type Act, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Tag } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { AnswerForm, AskForm, UseForm } from './ledger-forms.tsx';
import type { OnVisit } from './visit-frame.tsx';

type Item = z.output<typeof RecordingView>;
export type Line = Item['history'][number];
export interface ItemProps {
  readonly on: OnVisit;
  readonly item: Item;
}

/** One recording, copy or protocol, with its whole history and what can be done with it. */
export function LedgerItem({ on, item }: ItemProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const own = useMembership().data?.agency;
  const { number, content, sha256, seconds, device, holder, place, history } = item;
  const mine = own === holder;
  const answered = new Set(history.flatMap(({ request }) => (request ? [request] : [])));
  const open = history.filter(
    ({ kind, number: asked }) => kind === 'asked' && !answered.has(asked),
  );
  const acts: Act[] = [
    ...(on.may('recording.file') && mine
      ? [
          {
            code: 'use',
            label: t('centre.use.title'),
            form: (back: () => void) => <UseForm on={on} item={item} onBack={back} />,
          },
          ...open.map((line) => ({
            code: `answer ${line.number}`,
            label: t('centre.answer.title', { agency: nameOf(line.agency) }),
            form: (back: () => void) => (
              <AnswerForm on={on} item={item} request={line} onBack={back} />
            ),
          })),
        ]
      : []),
    ...(on.may('recording.ask') && !mine
      ? [
          {
            code: 'ask',
            label: t('centre.ask.title'),
            form: (back: () => void) => <AskForm on={on} item={item} onBack={back} />,
          },
        ]
      : []),
  ];
  return (
    <Card
      title={`${number}. ${content.label}`}
      aside={open.length > 0 && <Tag tone="warn">{t('centre.ledger.asked')}</Tag>}
    >
      <Facts
        facts={[
          { name: t('centre.file.holder'), value: nameOf(holder) },
          { name: t('centre.file.place'), value: place },
          {
            name: t('centre.file.minutes'),
            value:
              seconds && `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
          },
          { name: t('centre.file.device'), value: device },
          { name: t('centre.file.sha256'), value: <span className="code">{sha256}</span> },
        ]}
      />
      <h3>{t('centre.ledger.history')}</h3>
      <ol className="timeline">
        {history.map((line) => (
          <HistoryLine key={line.number} line={line} />
        ))}
      </ol>
      <Acts acts={acts} />
    </Card>
  );
}

function HistoryLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { at, agency, kind, use, purpose, who, answer, reason, note } = line;
  const said = [
    use?.label ?? t(`centre.ledger.${answer ?? kind}`),
    who && nameOf(who),
    purpose?.label,
    reason?.label,
    note,
  ];
  return (
    <li>
      <time dateTime={at}>{momentOf(at, lang)}</time> {said.filter(Boolean).join(' · ')}
      <div className="soft small">{nameOf(agency)}</div>
    </li>
  );
}
