import type { Municipality } from '../domain/directory/area.ts';

/** Names match whatever the case, the apostrophes of the transliteration, blanks or hyphens. */
const folded = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’ʼ‘`\s-]/gu, '');

/** Every spelling under which a municipality is found. */
export const spellings = ({ id, name, aliases }: Municipality): readonly string[] => [
  ...new Set([id, name.ka, name.en, ...aliases].map(folded)),
];

/** Finds a municipality by id, name or alias, in any of the scripts. */
export function gazetteer(municipalities: readonly Municipality[]) {
  const bySpelling = new Map(
    municipalities.flatMap((municipality) =>
      spellings(municipality).map((spelling) => [spelling, municipality] as const),
    ),
  );
  return (name: string): Municipality | undefined => bySpelling.get(folded(name));
}
