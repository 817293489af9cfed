import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listBroken } from '../../shared/contract/resources.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useOwnResources } from '../api/use-own-resources.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { dayInWords, dayOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import type { ResourceId } from './resource-page.tsx';
import { useClock } from './use-numbers.ts';

/** Bookings that cannot stand without it, and who or what is free to take its place. */
export function Broken({ id }: { readonly id: ResourceId }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const clock = useClock();
  const nameOf = useNames();
  const it = useRead(['resource', id, 'broken'], listBroken, { path: { resourceId: id } });
  return (
    <Read of={it}>
      {({ items }) => (
        <Card title={t('centre.broken.title')}>
          {items.length === 0 && <p className="soft">{t('centre.broken.none')}</p>}
          <ul className="plain">
            {items.map(({ interview, booking, start, end, role, because, repairs, otherTime }) => (
              <li key={booking} className="point">
                <div className="row">
                  <h3>
                    <Link to={`/app/centre/visits/${interview}`}>
                      {dayInWords(dayOf(new Date(start)), lang)}, {clock(start)}–{clock(end)}
                    </Link>
                  </h3>
                  {role && <Tag>{role.label}</Tag>}
                  <Tag tone="danger">{because.map(({ label }) => label).join(', ')}</Tag>
                </div>
                {otherTime ? (
                  <p>{t('centre.broken.otherTime')}</p>
                ) : (
                  <>
                    <p>{t('centre.broken.repairs')}</p>
                    <ul>
                      {repairs.map(({ resource, agency, standIn }) => (
                        <li key={resource}>
                          {nameOf(resource, agency)}
                          {standIn && ` (${t('centre.broken.standIn')})`}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Read>
  );
}

/** One's own by name; of another agency only whose it is. */
function useNames() {
  const { t } = useTranslation();
  const agencyName = useAgencyNames();
  const own = useOwnResources();
  return (resource: string, agency: string): string =>
    own.find(({ id }) => id === resource)?.name ??
    t('centre.broken.somebodyOf', { agency: agencyName(agency) });
}
