import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { ClockView } from '../../shared/contract/common.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';

type Clock = z.output<typeof ClockView>;

const TONES: Readonly<Record<string, Tone>> = { warned: 'warn', overdue: 'danger', ended: 'good' };

/** Deadlines with how far away each is, who keeps it, and why it is due then. */
export function Clocks({ clocks }: { readonly clocks: readonly Clock[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const names = useCodes('clocks');
  return (
    <ul className="lines">
      {clocks.map((clock) => (
        <li
          key={`${clock.subject} ${clock.name} ${clock.number ?? ''}`}
          className="line"
          data-tone={TONES[clock.state]}
        >
          <strong>{word(names, clock.name)}</strong>
          <Tag tone={TONES[clock.state] ?? 'plain'}>{t(`clock.${clock.state}`)}</Tag>
          <time dateTime={clock.dueAt}>
            {momentOf(clock.dueAt, lang, now)}
            {clock.state !== 'ended' && ` (${awayFrom(clock.dueAt, lang, now)})`}
          </time>
          <span className="soft small">{nameOf(clock.holder)}</span>
          <p className="soft small line-whole">{clock.because}</p>
        </li>
      ))}
    </ul>
  );
}
