import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { UnansweredLine } from '../../shared/contract/oversight.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import type { Child } from './by-child.ts';
import { OnDuty } from './on-duty.tsx';
import { useWhen } from './use-when.ts';

export type WaitingLine = z.output<typeof UnansweredLine>;

/** A child, by its number alone: what it waits for, from whom, and who was called. */
export function ChildWaits({ child }: { readonly child: Child<WaitingLine> }) {
  const { t } = useTranslation();
  const { receipt, overdue, lines } = child;
  const holders = [...new Set(lines.map(({ holder }) => holder))];
  return (
    <Entry
      title={receipt}
      tone={overdue ? 'danger' : 'warn'}
      tags={
        <Tag tone={overdue ? 'danger' : 'warn'}>
          {t(overdue ? 'oversight.overdue' : 'oversight.inTime')}
        </Tag>
      }
    >
      <ul className="stack">
        {lines.map((line) => (
          <Awaited key={`${line.task ?? ''} ${line.awaited.code}`} line={line} />
        ))}
      </ul>
      <div className="row no-print">
        {holders.map((holder) => (
          <OnDuty key={holder} agency={holder} />
        ))}
      </div>
    </Entry>
  );
}

function Awaited({ line }: { readonly line: WaitingLine }) {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  const { awaited, holder, dueAt, overdue, called, ladder } = line;
  const next = ladder.find(({ passed }) => !passed);
  return (
    <li className="awaited">
      <strong>{awaited.label}</strong>
      <span>{nameOf(holder)}</span>
      <time className={overdue ? 'late' : undefined} dateTime={dueAt}>
        {t(overdue ? 'tasks.late' : 'tasks.due', { at: when.at(dueAt), away: when.away(dueAt) })}
      </time>
      {called && (
        <span className="small">
          {t('oversight.called', { role: called.role.label, at: when.at(called.at) })}
        </span>
      )}
      {next && (
        <span className="soft small">
          {t('oversight.next', { role: next.role.label, at: when.at(next.at) })}
        </span>
      )}
    </li>
  );
}
