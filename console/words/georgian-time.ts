/**
 * Days and times in Georgian. Browsers come without it: Chromium knows no Georgian names of months,
 * and would write English ones, or none.
 */
const MONTHS = [
  ...['იანვარი', 'თებერვალი', 'მარტი', 'აპრილი', 'მაისი', 'ივნისი'],
  ...['ივლისი', 'აგვისტო', 'სექტემბერი', 'ოქტომბერი', 'ნოემბერი', 'დეკემბერი'],
];
const WEEKDAYS = [
  ...['კვირა', 'ორშაბათი', 'სამშაბათი', 'ოთხშაბათი', 'ხუთშაბათი', 'პარასკევი', 'შაბათი'],
];
const SHORT = 3;

const partsOf = (day: string) => {
  const date = new Date(`${day}T00:00:00Z`);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return { date: date.getUTCDate(), month, weekday: WEEKDAYS[date.getUTCDay()] ?? '' };
};

/** “24 ნოე”, of a day written `2026-11-24`. */
export function shortDay(day: string): string {
  const { date, month } = partsOf(day);
  return `${date} ${month.slice(0, SHORT)}`;
}

/** “სამშაბათი, 24 ნოემბერი”. */
export function wholeDay(day: string): string {
  const { date, month, weekday } = partsOf(day);
  return `${weekday}, ${date} ${month}`;
}

/** What lies ahead, and what has passed. */
const UNITS = {
  minute: ['წუთში', 'წუთის წინ'],
  hour: ['საათში', 'საათის წინ'],
  day: ['დღეში', 'დღის წინ'],
} as const;

/** “25 წუთში”, “2 საათის წინ”. */
export function away(count: number, unit: keyof typeof UNITS): string {
  const [ahead, ago] = UNITS[unit];
  return `${Math.abs(count)} ${count < 0 ? ago : ahead}`;
}
