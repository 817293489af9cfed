import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countIncident } from '../../shared/contract/incidents.ts';
import { useHub } from '../api/use-hub.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import type { Incident } from './incident.tsx';

/** Step after step until it is ready: each looks through as much of the journal as one call can. */
function useCounting(incident: Incident) {
  const call = useHub();
  const queries = useQueryClient();
  const [seen, show] = useState(incident.progress);
  const again = () => queries.invalidateQueries({ queryKey: ['oversight', 'incident'] });
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      let counted = incident;
      while (counted.state.code !== 'ready') {
        const path = { number: incident.number };
        counted = (await call(countIncident, { path, ifMatch: counted.version })).body;
        show(counted.progress);
      }
    },
    // Also after a fault: it goes on where it was broken off.
    onSettled: again,
  });
  return { start: () => mutate(), seen, isPending, error, isStale: false, again };
}

/** What an incident touched has to be counted before anybody can be told. */
export function CountIncident({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  const { start, seen, ...doing } = useCounting(incident);
  return (
    <Card title={t('oversight.incidents.counting')}>
      <p>{t('oversight.incidents.countingLead')}</p>
      <progress aria-label={t('oversight.incidents.counting')} value={seen.done} max={seen.of} />
      <p role="status">
        {t('oversight.incidents.progress', {
          done: seen.done,
          of: seen.of,
          entries: seen.entries,
        })}
      </p>
      <ActForm
        doing={doing}
        does={t(doing.isPending ? 'oversight.incidents.goesOn' : 'oversight.incidents.count')}
        onDo={start}
      />
    </Card>
  );
}
