import { useTranslation } from 'react-i18next';
import { useAgencyNames } from '../api/use-lists.ts';
import { Facts } from '../design/components/facts.tsx';
import { timeOf } from '../words/moments.ts';
import { Why } from './proposal-list.tsx';
import type { Slot } from './slot.ts';

/** Who comes, what it takes, how the child gets there, and why this time ranks where it does. */
export function SlotDetails({ slot }: { readonly slot: Slot }) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const { parts, people, rooms, transport, confirms, site } = slot;
  const between = (from: string, to: string) => `${timeOf(from)}–${timeOf(to)}`;
  const way = transport && [
    nameOf(transport.agency),
    t('visit.minutes', { minutes: transport.minutes }),
    transport.accessible ? t('visit.chosen.accessible') : undefined,
    transport.there && between(transport.there.start, transport.there.end),
    transport.back && between(transport.back.start, transport.back.end),
  ];
  return (
    <>
      <Why slot={slot} />
      <Facts
        facts={[
          {
            name: t('visit.place.parts'),
            value: parts
              .map(({ part, start, end }) => `${between(start, end)} ${part.label}`)
              .join('\n'),
          },
          { name: t('visit.place.title'), value: nameOf(site) },
          {
            name: t('visit.chosen.rooms'),
            value: [...new Set(rooms.map(({ kind }) => kind.label))].join(', '),
          },
          { name: t('visit.chosen.transport'), value: way?.filter(Boolean).join(', ') },
          {
            name: t('visit.chosen.confirms'),
            value: confirms.map(({ agency }) => nameOf(agency)).join('\n'),
          },
        ]}
      />
      <h3>{t('visit.chosen.people')}</h3>
      <ul className="tiles">
        {people.map(({ role, agency, name, standIn, video, resource, travel }) => (
          <li key={`${role.code} ${resource}`} className="tile">
            <strong>{role.label}</strong>
            <span>{[name, nameOf(agency)].filter(Boolean).join(', ')}</span>
            <span className="soft small">
              {[
                standIn ? t('visit.chosen.standIn') : undefined,
                video ? t('visit.chosen.video') : undefined,
                travel && t('visit.chosen.leaves', { at: timeOf(travel.there.start) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
