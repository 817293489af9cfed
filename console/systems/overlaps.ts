import type { TFunction } from 'i18next';

/** In days: how long what is replaced may go on beside what replaces it, beside not at all. */
const DAYS = [1, 2, 3, 4, 5, 6, 7];

export const overlaps = (t: TFunction) =>
  DAYS.map((days) => ({ value: String(days), label: t('systems.keys.days', { days }) }));
