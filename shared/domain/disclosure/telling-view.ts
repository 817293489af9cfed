import type { Telling } from '../case/telling.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';

/** One telling: to whom, when and why; the note only where the reader may see it. */
export const tellingView = (
  { number, to, toldAt, why }: Telling,
  note: string | undefined,
  lang: Lang,
  edition: Edition,
) => ({
  number,
  to: {
    code: to,
    label: edition.agency(to)?.name[lang] ?? edition.label('agencyKinds', to, lang),
  },
  at: toldAt,
  why: { code: why, label: edition.label('tellingReasons', why, lang) },
  note,
});
