import { useTranslation } from 'react-i18next';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { dayInWords, dayOf, momentOf, timeOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';

interface Said {
  readonly purpose: 'visit' | 'planning-meeting';
  readonly state: { readonly code: string };
  readonly start: string;
  readonly end: string;
  readonly expiresAt?: string | undefined;
  readonly waitsFor: readonly AgencyId[];
}

/** “Tuesday 24 November, 10:00–13:30”. */
export function Span({ start, end }: Pick<Said, 'start' | 'end'>) {
  const lang = useLanguage();
  return (
    <time dateTime={start}>
      {dayInWords(dayOf(new Date(start)), lang)}, {timeOf(start)}–{timeOf(end)}
    </time>
  );
}

/** A time and how it stands: held until when, and whose confirmation is still to come. */
export function BookingSaid({ booking }: { readonly booking: Said }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`visit.purpose.${booking.purpose}`)}: <Span {...booking} />. <State {...booking} />
    </span>
  );
}

/** “Held until 15:20. Waits for the confirmation of: …” */
export function State({ state, expiresAt, waitsFor }: Omit<Said, 'purpose' | 'start' | 'end'>) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  if (state.code === 'booked') return <span>{t('visit.said.booked')}</span>;
  const [first, ...others] = waitsFor.map((agency) => nameOf(agency));
  const all = [first, ...others].join('; ');
  return (
    <span>
      {expiresAt && t('visit.said.heldUntil', { at: momentOf(expiresAt, lang, now) })}{' '}
      {first && t('visit.said.waitsFor', { agencies: all })}
    </span>
  );
}
