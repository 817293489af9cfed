import { useTranslation } from 'react-i18next';
import { Fold } from '../design/components/fold.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { eventInWords, eventTypes } from '../words/events.ts';
import { useLanguage } from '../words/use-language.ts';
import type { LogFilter } from './log-filter.ts';
import { STATUSES } from './tones.ts';

interface FilterProps {
  readonly filter: LogFilter;
  readonly change: (part: Partial<LogFilter>) => void;
}

/** By how it stands, what it says and when it happened. */
export function DeliveryFilter({ filter, change }: FilterProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const types = eventTypes
    .map((value) => ({ value, label: eventInWords(value, lang) }))
    .sort((one, other) => one.label.localeCompare(other.label, lang));
  return (
    <Fold title={t('systems.filter.title')}>
      <Pick
        label={t('systems.filter.status')}
        none={t('systems.filter.any')}
        options={STATUSES.map((value) => ({ value, label: t(`systems.status.${value}`) }))}
        value={filter.status}
        onChange={(status) => change({ status })}
      />
      <Pick
        label={t('systems.filter.type')}
        none={t('systems.filter.any')}
        options={types}
        value={filter.type}
        onChange={(type) => change({ type })}
      />
      <MomentField
        label={t('systems.filter.from')}
        value={filter.from}
        onChange={(from) => change({ from })}
      />
      <MomentField
        label={t('systems.filter.to')}
        value={filter.to}
        onChange={(to) => change({ to })}
      />
    </Fold>
  );
}
