import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listUnits } from '../../shared/contract/oversight-units.ts';
import { useCodes } from '../api/use-lists.ts';
import { usePages } from '../api/use-pages.ts';
import { Pick } from '../design/components/pick.tsx';
import { hubNow } from '../words/hub-clock.ts';
import { dayInWords, dayOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { mondaysUntil, sundayAfter } from './weeks.ts';

/** So many weeks can be chosen. */
const WEEKS = 6;
/** All agencies of the country that work on cases, in one answer. */
const MOST = 500;

/** The units of one week, of one kind of agency or of all. */
export function useUnits() {
  const [week, setWeek] = useState('');
  const [kind, setKind] = useState('');
  const pages = usePages(['oversight', 'units'], listUnits, {
    limit: MOST,
    ...(week && { week }),
    ...(kind && { kind }),
  });
  return { pages, week, setWeek, kind, setKind };
}

type WhichProps = Omit<ReturnType<typeof useUnits>, 'pages'>;

/** Which week, and which agencies. */
export function WhichWeek({ week, setWeek, kind, setKind }: WhichProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const kinds = useCodes('agencyKinds');
  const [, ...before] = mondaysUntil(dayOf(hubNow()), WEEKS);
  const weeks = before.map((monday) => ({
    value: monday,
    label: `${dayInWords(monday, lang)} – ${dayInWords(sundayAfter(monday), lang)}`,
  }));
  return (
    <div className="search no-print">
      <Pick
        label={t('oversight.units.week')}
        none={t('oversight.units.thisWeek')}
        options={weeks}
        value={week}
        onChange={setWeek}
      />
      <Pick
        label={t('oversight.units.kind')}
        none={t('oversight.units.all')}
        options={kinds}
        value={kind}
        onChange={setKind}
      />
    </div>
  );
}
