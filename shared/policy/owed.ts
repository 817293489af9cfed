/** A legal check that somebody still has to make. */
export interface Owed {
  /** Part of the pack and place in it. */
  readonly at: string;
  readonly check: string;
  readonly source?: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How a reader finds an entry of a list: by its id, name or code rather than its number. */
function place(entry: unknown, index: number): string {
  if (!isRecord(entry)) return String(index);
  const { id, name, agency, monthDay, status, urgency, version } = entry;
  const words = [id, name, agency, monthDay, status, urgency, version];
  return words.filter((word) => typeof word === 'string').join(' ') || String(index);
}

/** Everything marked `legalCheck: "owed"` below a value, in the order of the files. */
export function owedIn(value: unknown, path: readonly string[] = []): readonly Owed[] {
  if (Array.isArray(value))
    return value.flatMap((each, i) => owedIn(each, [...path, place(each, i)]));
  if (!isRecord(value)) return [];
  const { legalCheck, check, source } = value;
  const here =
    legalCheck === 'owed'
      ? [
          {
            at: path.join(' › '),
            check: String(check),
            ...(typeof source === 'string' ? { source } : {}),
          },
        ]
      : [];
  return [...here, ...Object.entries(value).flatMap(([key, each]) => owedIn(each, [...path, key]))];
}
