import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { getEndpoint, listEndpoints } from '../../shared/contract/partners.ts';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { Empty } from '../design/components/states.tsx';
import type { Endpoint } from './draft.ts';
import { standingOf } from './standing.ts';
import { SystemsFrame } from './systems-frame.tsx';

/** Where the agency's systems are told of news, and how each fares. */
export function EndpointList() {
  const { t } = useTranslation();
  const endpoints = useRead(['endpoints'], listEndpoints, {});
  return (
    <SystemsFrame title={t('systems.title')} lead={t('systems.lead')}>
      <Read of={endpoints}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Empty title={t('systems.none')}>
                <p>{t('systems.noneLead')}</p>
              </Empty>
            )}
            <ul className="lines">
              {items.map((endpoint) => (
                <Line key={endpoint.id} endpoint={endpoint} />
              ))}
            </ul>
          </>
        )}
      </Read>
      <div>
        <LinkButton look="first" to="/app/systems/new">
          {t('systems.new')}
        </LinkButton>
      </div>
    </SystemsFrame>
  );
}

function Line({ endpoint }: { readonly endpoint: Endpoint }) {
  const { t } = useTranslation();
  const { id, url, description } = endpoint;
  const path = { path: { endpointId: id } };
  const { data } = useRead(['endpoint', id], getEndpoint, path, { every: 30_000 });
  const standing = data && standingOf(data, data.health);
  return (
    <li>
      <Link className="line" to={`/app/systems/endpoints/${id}`} data-tone={standing?.tone}>
        <strong>{description ?? new URL(url).host}</strong>
        {standing && <Tag tone={standing.tone}>{t(`systems.standing.${standing.code}.title`)}</Tag>}
        <span className="soft small">{url}</span>
        {data && data.health.waiting > 0 && (
          <span className="soft small">
            {t('systems.waiting', { number: data.health.waiting })}
          </span>
        )}
      </Link>
    </li>
  );
}
