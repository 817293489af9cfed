/** What the hub reads in a calendar file: when, and whether that time is taken (RFC 5545). */
const KEPT: readonly string[] = [
  ...['BEGIN', 'END', 'VERSION', 'UID', 'RECURRENCE-ID'],
  ...['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'STATUS', 'TRANSP', 'FREEBUSY'],
  ...['TZID', 'TZOFFSETFROM', 'TZOFFSETTO'],
];
/** An alarm takes no time and often repeats what the event is about. */
const ALARM = /^BEGIN:VALARM\r?\n[\s\S]*?^END:VALARM\r?\n/gim;
/** A line that begins with a blank goes on from the one before. */
const FOLDED = /\r?\n[ \t]/g;

const nameOf = (line: string): string => line.split(/[;:]/, 1)[0]?.toUpperCase() ?? '';

/**
 * A calendar file without what its entries are about: that never leaves this computer. The names by
 * which entries belong together become numbers, for many programs put addresses there.
 */
export function onlyTimes(file: string): string {
  const names = new Map<string, number>();
  const numbered = (line: string): string => {
    if (nameOf(line) !== 'UID') return line;
    if (!names.has(line)) names.set(line, names.size + 1);
    return `UID:${names.get(line)}`;
  };
  const lines = file.replace(FOLDED, '').replace(ALARM, '').split(/\r?\n/);
  return lines
    .filter((line) => KEPT.includes(nameOf(line)))
    .map(numbered)
    .join('\r\n');
}
