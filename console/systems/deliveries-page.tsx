import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type * as z from 'zod';
import { type DeliveryView, listDeliveries } from '../../shared/contract/deliveries.ts';
import { getEndpoint } from '../../shared/contract/partners.ts';
import type { EndpointId } from '../../shared/domain/ids.ts';
import { useNews } from '../api/use-news.ts';
import { usePages } from '../api/use-pages.ts';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { eventInWords } from '../words/events.ts';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { DeliveryFilter } from './delivery-filter.tsx';
import { emptyFilter, queryOf } from './log-filter.ts';
import { ReplayRange } from './replay-range.tsx';
import { SystemsFrame } from './systems-frame.tsx';
import { TONES } from './tones.ts';

/** What was sent to an endpoint, newest first; and what to send again. */
export function DeliveriesPage() {
  const { t } = useTranslation();
  const endpointId = useParams().endpointId as EndpointId;
  const path = { endpointId };
  const [filter, setFilter] = useState(emptyFilter);
  const endpoint = useRead(['endpoint', endpointId], getEndpoint, { path });
  const key = ['deliveries', endpointId];
  const pages = usePages(key, listDeliveries, queryOf(filter), path);
  useNews(key);
  const { state } = endpoint.data ?? {};
  return (
    <SystemsFrame title={t('systems.log')} lead={t('systems.logLead')}>
      <div>
        <LinkButton look="plain" to={`/app/systems/endpoints/${endpointId}`}>
          {t('systems.back')}
        </LinkButton>
      </div>
      <DeliveryFilter filter={filter} change={(part) => setFilter({ ...filter, ...part })} />
      <Listing
        pages={pages}
        none={{ title: t('systems.logNone'), lead: t('systems.logNoneLead') }}
        line={(one) => <Line key={one.sequence} endpointId={endpointId} delivery={one} />}
      />
      <Card title={t('systems.replay.title')}>
        {state === 'active' && <ReplayRange endpointId={endpointId} />}
        {state && state !== 'active' && <Notice tone="warn">{t('systems.replay.notNow')}</Notice>}
      </Card>
    </SystemsFrame>
  );
}

interface LineProps {
  readonly endpointId: EndpointId;
  readonly delivery: z.output<typeof DeliveryView>;
}

function Line({ endpointId, delivery }: LineProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { sequence, type, status, at, attempts, replays } = delivery;
  return (
    <li>
      <Link
        className="line"
        data-tone={TONES[status]}
        to={`/app/systems/endpoints/${endpointId}/deliveries/${sequence}`}
      >
        <strong>{eventInWords(type, lang)}</strong>
        <Tag tone={TONES[status]}>{t(`systems.status.${status}`)}</Tag>
        <span className="soft small">
          {t('systems.number', { number: sequence })} ·{' '}
          {t('systems.attempts', { number: attempts.length })}
          {replays > 0 && ` · ${t('systems.replays', { number: replays })}`}
        </span>
        {at && (
          <time className="soft small" dateTime={at}>
            {momentOf(at, lang)}
          </time>
        )}
      </Link>
    </li>
  );
}
