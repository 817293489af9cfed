import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';
import { ManyOf, OneOf } from '../design/components/choice.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import type { Search } from './search.ts';

interface SoughtProps {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}
type Also = 'standIns' | 'video' | 'onCall';
const ALSO: readonly Also[] = ['standIns', 'video', 'onCall'];

/** What a time is looked for: the visit or its planning meeting, with whom, and when. */
export function Sought({ search, onChange }: SoughtProps) {
  const { t } = useTranslation();
  const [range, setRange] = useState({ from: search.from, to: search.to });
  const purposes = (['visit', 'planning-meeting'] as const).map((value) => ({
    value,
    label: t(`visit.purpose.${value}`),
  }));
  const also = ALSO.map((value) => ({ value, label: t(`visit.search.${value}`) }));
  const allow = (chosen: readonly Also[]) =>
    onChange({
      ...search,
      standIns: chosen.includes('standIns'),
      video: chosen.includes('video'),
      onCall: chosen.includes('onCall'),
    });
  return (
    <>
      <OneOf
        row
        label={t('visit.search.purpose')}
        options={purposes}
        value={search.purpose}
        onChange={(purpose) => onChange({ ...search, purpose })}
      />
      <details className="fold">
        <summary>{t('visit.search.more')}</summary>
        <div className="stack">
          <ManyOf
            label={t('visit.search.also')}
            options={also}
            value={ALSO.filter((one) => search[one])}
            onChange={allow}
          />
          <div className="row" data-top>
            <MomentField
              label={t('visit.search.from')}
              value={range.from}
              onChange={(from) => setRange({ ...range, from })}
            />
            <MomentField
              label={t('visit.search.to')}
              value={range.to}
              onChange={(to) => setRange({ ...range, to })}
            />
          </div>
          <div>
            <Button onPress={() => onChange({ ...search, ...range })}>
              {t('visit.search.again')}
            </Button>
          </div>
        </div>
      </details>
    </>
  );
}
