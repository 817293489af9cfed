/** What a caller knows a made thing by: what has become of it since may be answered differently. */
export function namesOf(text: string): string {
  const { id, number, links } = JSON.parse(text || '{}') as Record<string, unknown>;
  return JSON.stringify([id, number, (links as { self?: string } | undefined)?.self]);
}
