import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { caseClocks } from '../../shared/contract/cases.ts';
import type { ClockView } from '../../shared/contract/common.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { useCase } from './use-case.ts';

type Clock = z.output<typeof ClockView>;

/** What is due for this child by when, and why; what has ended stands folded below. */
export function CaseClocks({ only }: { readonly only?: readonly string[] }) {
  const { t } = useTranslation();
  const { caseId, path } = useCase();
  const clocks = useRead(['case', caseId, 'clocks'], caseClocks, { path });
  return (
    <Card title={t('tasks.clocks')}>
      <Read of={clocks}>
        {({ items }) => {
          const own = items.filter(({ name }) => only?.includes(name) ?? true);
          return (
            <>
              <Clocks none={t('case.noClocks')} of={own.filter(({ state }) => state !== 'ended')} />
              <Ended of={own.filter(({ state }) => state === 'ended')} />
            </>
          );
        }}
      </Read>
    </Card>
  );
}

function Ended({ of }: { readonly of: readonly Clock[] }) {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t('case.clocksEnded', { number: of.length })}</summary>
      <Clocks none="" of={of} />
    </details>
  );
}

interface ClocksProps {
  readonly of: readonly Clock[];
  readonly none: string;
}

const Clocks = ({ of, none }: ClocksProps) => (
  <Entries
    of={of}
    none={none}
    line={(clock) => <Line key={`${clock.name} ${clock.number ?? ''}`} clock={clock} />}
  />
);

const TONES: Readonly<Record<string, Tone>> = { overdue: 'danger', warned: 'warn', ended: 'good' };

function Line({ clock }: { readonly clock: Clock }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const names = useCodes('clocks');
  const { name, dueAt, state, because, guardsChild, holder } = clock;
  const runs = state !== 'ended';
  return (
    <Entry
      title={word(names, name)}
      tone={runs ? (TONES[state] ?? 'plain') : 'plain'}
      tags={
        <>
          <Tag tone={TONES[state] ?? 'plain'}>{t(`clock.${state}`)}</Tag>
          <time dateTime={dueAt}>
            {momentOf(dueAt, lang, now)}
            {runs && ` (${awayFrom(dueAt, lang, now)})`}
          </time>
        </>
      }
      said={[nameOf(holder), because].filter(Boolean).join(': ')}
    >
      {runs && guardsChild && <p className="small">{t('case.guards')}</p>}
    </Entry>
  );
}
