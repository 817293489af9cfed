import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  type FeedPositionView,
  getFeedPosition,
  listFeedDigests,
  rewindFeed,
} from '../../shared/contract/feed.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Read } from '../design/components/read.tsx';
import { Verbatim } from '../design/components/verbatim.tsx';
import { dayInWords, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { CompareForm } from './compare-form.tsx';
import { SystemsFrame } from './systems-frame.tsx';

type Position = z.output<typeof FeedPositionView>;

/** How far the agency's own system has taken its feed over, day by day, and what it may lack. */
export function FeedPage() {
  const { t } = useTranslation();
  const position = useRead(['feed', 'position'], getFeedPosition, {}, { every: 10_000 });
  return (
    <SystemsFrame title={t('systems.feed.title')} lead={t('systems.feed.lead')}>
      <Card title={t('systems.feed.position')}>
        <Read of={position}>{(data) => <WhereItIs position={data} />}</Read>
      </Card>
      <Card title={t('systems.compare.title')}>
        <CompareForm />
      </Card>
      <Card title={t('systems.feed.days')}>
        <Days />
      </Card>
    </SystemsFrame>
  );
}

/** Roles that may move it back: the system itself and whoever answers for it. */
const MAY_REWIND = ['system', 'supervisor', 'administrator'];

function WhereItIs({ position }: { readonly position: Position }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { data } = useMembership();
  const { sequence, last, at } = position;
  const waits = last - sequence;
  const mayRewind = data?.roles.some((role) => MAY_REWIND.includes(role)) === true && sequence > 0;
  const rewind = {
    code: 'rewind',
    label: t('systems.feed.rewind'),
    form: (back: () => void) => <Rewind position={position} onBack={back} />,
  };
  return (
    <>
      {sequence === 0 && <Notice>{t('systems.feed.never')}</Notice>}
      {sequence > 0 && waits === 0 && <Notice tone="good">{t('systems.feed.all')}</Notice>}
      {sequence > 0 && waits > 0 && (
        <Notice tone="warn">{t('systems.feed.behind', { number: waits })}</Notice>
      )}
      <Facts
        facts={[
          { name: t('systems.feed.taken'), value: String(sequence) },
          { name: t('systems.feed.last'), value: String(last) },
          { name: t('systems.feed.movedAt'), value: at && momentOf(at, lang) },
        ]}
      />
      <Acts acts={mayRewind ? [rewind] : []} />
    </>
  );
}

interface RewindProps {
  readonly position: Position;
  readonly onBack: () => void;
}

function Rewind({ position: { sequence }, onBack }: RewindProps) {
  const { t } = useTranslation();
  const reasons = useCodes('rewindReasons');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const doing = useAct(rewindFeed, [['feed']], onBack);
  const isWrong = !/^\d{1,9}$/.test(to) || Number(to) >= sequence;
  const [isTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (!isWrong && reason) doing.act({ body: { to: Number(to), reason } });
  };
  return (
    <ActForm
      doing={doing}
      title={t('systems.feed.rewind')}
      does={t('systems.feed.rewindDo')}
      onDo={send}
      onBack={onBack}
    >
      <Field
        short
        type="number"
        label={t('systems.feed.rewindTo')}
        hint={t('systems.feed.rewindHint')}
        error={isTried && isWrong ? t('systems.feed.rewindWrong', { sequence }) : undefined}
        value={to}
        onChange={setTo}
      />
      <Pick
        label={t('systems.feed.reason')}
        none={t('steps.choose')}
        error={isTried && !reason ? t('systems.feed.reasonMissing') : doing.wrong('/reason')}
        options={reasons}
        value={reason}
        onChange={setReason}
      />
    </ActForm>
  );
}

function Days() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const digests = useRead(['feed', 'digests'], listFeedDigests, {});
  return (
    <>
      <p className="soft">{t('systems.feed.daysLead')}</p>
      <Read of={digests}>
        {({ items }) => (
          <ul className="entries">
            {items.toReversed().map(({ day, final, count, first, last, hash }) => (
              <li key={day} className="entry">
                <div className="row">
                  <strong>{dayInWords(day, lang)}</strong>
                  {!final && <Tag>{t('systems.feed.runs')}</Tag>}
                </div>
                <span>
                  {count === 0
                    ? t('systems.feed.quiet', { last })
                    : t('systems.feed.day', { count: String(count), first, last })}
                </span>
                <Verbatim text={hash} />
              </li>
            ))}
          </ul>
        )}
      </Read>
    </>
  );
}
