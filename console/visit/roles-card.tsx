import { useTranslation } from 'react-i18next';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { Card } from '../design/components/card.tsx';
import { Tag } from '../design/components/notice.tsx';
import { useVisit, type Visit } from './use-visit.ts';

type Role = Visit['roles'][number];

/** Who takes part, who answers for each role, and why it is needed. */
export function RolesCard() {
  const { t } = useTranslation();
  const { roles } = useVisit().visit;
  return (
    <Card title={t('visit.roles.title')}>
      <ul className="tiles">
        {roles.map((role) => (
          <RoleTile key={`${role.role.code} ${role.agency}`} role={role} />
        ))}
      </ul>
    </Card>
  );
}

function RoleTile({ role }: { readonly role: Role }) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const languages = useCodes('languages');
  const { required, place, qualification, video, standIn, from, because, sex } = role;
  const notes = [
    place.label,
    qualification?.label,
    sex?.label,
    ...languages.filter(({ value }) => role.languages.includes(value)).map(({ label }) => label),
    video ? t('visit.roles.video') : undefined,
    standIn ? t('visit.roles.standIn') : undefined,
    from === 'outside' ? t('visit.roles.outside') : undefined,
  ].filter(Boolean);
  return (
    <li className="tile">
      <div className="row">
        <strong>{role.role.label}</strong>
        <Tag tone={required ? 'warn' : 'plain'}>
          {t(required ? 'visit.roles.required' : 'visit.roles.optional')}
        </Tag>
      </div>
      <span>{nameOf(role.agency)}</span>
      <span className="soft small">{notes.join(' · ')}</span>
      <span className="small">{because.map(({ label }) => label).join('; ')}</span>
    </li>
  );
}
