import { useTranslation } from 'react-i18next';
import { Notice } from '../design/components/notice.tsx';
import type { Day } from './day-board.tsx';
import { useNumbers } from './use-numbers.ts';

/** Which children must not meet, and whether they do not: said, not only shown by colours. */
export function Separation({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const numberOf = useNumbers(day);
  if (day.separation.length === 0) return null;
  const kept = day.separation.every((pair) => pair.kept);
  return (
    <Notice
      tone={kept ? 'good' : 'danger'}
      title={t(kept ? 'centre.apart.kept' : 'centre.apart.crossed')}
    >
      <ul>
        {day.separation.map(({ visits: [one, other], must, kept: so }) => (
          <li key={`${one} ${other}`}>
            {t(so ? 'centre.apart.pair' : 'centre.apart.pairCrossed', {
              one: numberOf(one),
              other: numberOf(other),
              must: t(`centre.apart.${must}`),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
