import { useTranslation } from 'react-i18next';
import { useAgencyNames } from '../api/use-lists.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Table } from '../design/components/table.tsx';
import { Checklist } from './checklist.tsx';
import { ChildCard } from './child-card.tsx';
import type { Visit } from './use-visit.ts';
import { VisitFrame } from './visit-frame.tsx';

/** The visit before it begins: what is ready, for whom, and who comes. */
export function PreparePage() {
  const { t } = useTranslation();
  return (
    <VisitFrame title={t('centre.prepare.page')}>
      {({ id, visit, may, about }) => (
        <>
          {may('visit.read') && <Checklist id={id} about={about} may={may('visit.prepare')} />}
          {may('visit.read') && <ChildCard id={id} />}
          <Card title={t('centre.texts.title')}>
            <p>{t('centre.texts.lead')}</p>
            <div className="row">
              <LinkButton to={`/app/centre/visits/${id}/for-the-child`}>
                {t('centre.texts.child')}
              </LinkButton>
              <LinkButton to={`/app/centre/visits/${id}/absence-note`}>
                {t('centre.texts.absence')}
              </LinkButton>
            </div>
          </Card>
          <Expected visit={visit} />
        </>
      )}
    </VisitFrame>
  );
}

/** Who has to be there, where, and who may be there from afar. */
function Expected({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  return (
    <Card title={t('centre.expected.title')}>
      <Table
        caption={t('centre.expected.title')}
        columns={[
          t('centre.expected.role'),
          t('centre.expected.agency'),
          t('centre.expected.place'),
          t('centre.expected.must'),
        ]}
        rows={visit.roles.map(({ role, agency, place, required, video }) => ({
          key: `${role.code} ${agency}`,
          cells: [
            role.label,
            nameOf(agency),
            place.label,
            [
              t(required ? 'centre.expected.required' : 'centre.expected.optional'),
              video && t('centre.expected.video'),
            ]
              .filter(Boolean)
              .join(', '),
          ],
        }))}
      />
    </Card>
  );
}
