import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { explainRouting, referralClocks } from '../../shared/contract/referrals.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Notice, Tag, type Tone } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { Clocks } from '../work/clocks.tsx';
import { Frame, type Sent, useReferral } from './frame.tsx';

/** Why these agencies were asked, and why each answer is due when it is. */
export function WhyPage() {
  const { t } = useTranslation();
  return (
    <Frame part="why" lead={t('sent.whyLead')}>
      {(sent) => (sent.may('referral.read') ? <WhenRouted {...sent} /> : <Why {...sent} />)}
    </Frame>
  );
}

/** Before it is routed there is nothing to explain. */
function WhenRouted(sent: Sent) {
  const { t } = useTranslation();
  return (
    <Read of={useReferral(sent)}>
      {({ status }) =>
        status.code === 'submitted' ? <Notice>{t('sent.notRouted')}</Notice> : <Why {...sent} />
      }
    </Read>
  );
}

function Why({ referralId }: Sent) {
  const { t } = useTranslation();
  const about = ['referral', referralId];
  const routing = useRead(about, explainRouting, { path: { referralId } });
  const clocks = useRead(about, referralClocks, { path: { referralId } });
  return (
    <>
      <Card title={t('sent.whoWasAsked')}>
        <Read of={routing}>{(data) => <Asked routing={data} />}</Read>
      </Card>
      <Card title={t('sent.clocks')}>
        <Read of={clocks}>
          {({ items }) =>
            items.length > 0 ? <Clocks clocks={items} /> : <p>{t('sent.noClocks')}</p>
          }
        </Read>
      </Card>
    </>
  );
}

const TONES: Readonly<Record<string, Tone>> = { urgent: 'danger', high: 'warn' };
type Routing = z.output<(typeof explainRouting)['answers'][200]>;

function Asked({ routing }: { readonly routing: Routing }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const [roles, urgencies] = [useCodes('taskRoles'), useCodes('urgencies')];
  const levels = useCodes('levels');
  return (
    <>
      {routing.level !== undefined && <p>{word(levels, String(routing.level))}</p>}
      <ul className="lines">
        {routing.tasks.map(({ task, agency, kind, role, urgency, deadline, why }) => (
          <li key={task} className="line" data-tone={TONES[urgency]}>
            <strong>{nameOf(agency)}</strong>
            <span className="row">
              <Tag>{word(roles, role)}</Tag>
              <Tag tone={TONES[urgency] ?? 'plain'}>{word(urgencies, urgency)}</Tag>
            </span>
            <span>{kind.label}</span>
            {deadline && (
              <time className="soft small" dateTime={deadline}>
                {momentOf(deadline, lang, now)} ({awayFrom(deadline, lang, now)})
              </time>
            )}
            <p className="soft line-whole">{why[lang]}</p>
          </li>
        ))}
      </ul>
      <p className="soft small">
        {t('sent.policy', { at: momentOf(routing.at, lang), edition: routing.policy.edition })}
      </p>
    </>
  );
}
