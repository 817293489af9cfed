import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { type Search, searchWith } from './search.ts';
import type { Blocker, Help } from './slot.ts';
import { useVisit } from './use-visit.ts';
import { WaitForm } from './wait-form.tsx';

interface BlockersProps {
  readonly blockers: readonly Blocker[];
  readonly helps: readonly Help[];
  readonly none: boolean;
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

/** No time was found: what is in the way, what would help, and waiting for one to become free. */
export function Blockers({ blockers, helps, none, search, onChange }: BlockersProps) {
  const { t } = useTranslation();
  const { may } = useVisit();
  if (!none) return may('interview.book') && search.purpose === 'visit' ? <Wait /> : null;
  return (
    <>
      <Card title={t('visit.none.title')}>
        <p>{t('visit.none.lead')}</p>
        <ul className="entries">
          {blockers.map(({ says, helps: own, codes }) => (
            <li key={codes.map(({ code }) => code).join()}>
              <Notice tone="warn" title={says}>
                {own.length > 0 && <Helps helps={own} search={search} onChange={onChange} />}
              </Notice>
            </li>
          ))}
        </ul>
        {helps.length > 0 && (
          <>
            <h3>{t('visit.none.helps')}</h3>
            <Helps helps={helps} search={search} onChange={onChange} />
          </>
        )}
      </Card>
      {may('interview.book') && search.purpose === 'visit' && <Wait />}
    </>
  );
}

interface HelpsProps extends Pick<BlockersProps, 'helps' | 'search' | 'onChange'> {}

function Helps({ helps, search, onChange }: HelpsProps) {
  const { t } = useTranslation();
  return (
    <ul className="entries">
      {helps.map(({ code, label, says }) => {
        const next = searchWith(search, code);
        return (
          <li key={code} className="row">
            <span>{says}</span>
            {next && (
              <Button onPress={() => onChange(next)}>
                {t('visit.none.with', { help: label })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Wait() {
  const { t } = useTranslation();
  return (
    <Card title={t('visit.wait.title')}>
      <p>{t('visit.wait.lead')}</p>
      <WaitForm />
    </Card>
  );
}
