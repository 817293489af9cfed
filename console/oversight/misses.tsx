import { useTranslation } from 'react-i18next';
import { useAgencyNames } from '../api/use-lists.ts';
import { Button, LinkButton } from '../design/components/button.tsx';
import { Entry } from '../design/components/entry.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { useUnits, WhichWeek } from './which-week.tsx';

/** Work that did not go where a rule had sent it, by rule and municipality: a rule may be wrong. */
export function Misses() {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const { pages, ...which } = useUnits();
  const items = pages.items
    .flatMap(({ agency, misses }) => misses.map((miss) => ({ agency, ...miss })))
    .toSorted((a, b) => b.tasks - a.tasks);
  return (
    <Page title={t('oversight.misses.title')} lead={t('oversight.misses.lead')} wide>
      <WhichWeek {...which} />
      <Listing
        pages={{ ...pages, more: undefined, items }}
        none={{ title: t('oversight.misses.none'), lead: t('oversight.misses.noneLead') }}
        line={({ agency, how, rule, kind, municipality, tasks }) => (
          <Entry
            key={`${agency} ${how} ${rule.code} ${kind.code} ${municipality.code}`}
            title={`${kind.label}, ${municipality.label}`}
            tags={
              <>
                <Tag tone="warn">{t(`oversight.misses.${how}`)}</Tag>
                <Tag>{t('oversight.misses.tasks', { tasks })}</Tag>
              </>
            }
            said={nameOf(agency) ?? ''}
            tone="warn"
          >
            <p>{rule.label}</p>
          </Entry>
        )}
      />
      <div className="row">
        {pages.more && <Button onPress={pages.more}>{t('oversight.units.more')}</Button>}
        <LinkButton to="/app/oversight/units">{t('oversight.units.title')}</LinkButton>
      </div>
    </Page>
  );
}
