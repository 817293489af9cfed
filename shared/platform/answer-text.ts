const EXCERPT_BYTES = 512;
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\s]+/gu;
/** Nobody can make the hub wait longer than a day. */
const RETRY_AFTER_MOST = 86_400;
/** RFC 9110, IMF-fixdate: the one form of a date that is still written. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The first bytes of an answer as text that can stand in a list: no control or hidden characters. */
export function excerptOf(bytes: Buffer): string {
  if (bytes.length === 0) return '';
  let end = Math.min(bytes.length, EXCERPT_BYTES);
  // In the middle of a letter: all of it is left out. A letter has at most four bytes.
  while (isInside(bytes[end]) && end > EXCERPT_BYTES - 4) end -= 1;
  return bytes.toString('utf8', 0, end).replace(HIDDEN, ' ').trim();
}

/** Whether a byte goes on with a letter of UTF-8 begun before it. */
const isInside = (byte = 0): boolean => (byte & 0xc0) === 0x80;

/** Seconds the other side asked to be left alone: RFC 9110 takes seconds or a date. */
export function retryAfterOf(header: string | string[] | undefined, nowMs: number): number {
  if (header === undefined) return 0;
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text), RETRY_AFTER_MOST);
  if (!HTTP_DATE.test(text)) return 0;
  const seconds = Math.ceil((Date.parse(text) - nowMs) / 1000);
  return Math.min(Math.max(seconds || 0, 0), RETRY_AFTER_MOST);
}
