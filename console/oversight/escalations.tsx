import { useTranslation } from 'react-i18next';
import { listUnanswered } from '../../shared/contract/oversight.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { usePages } from '../api/use-pages.ts';
import { Entry } from '../design/components/entry.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import type { WaitingLine } from './child-waits.tsx';
import { useWhen } from './use-when.ts';

const MOST = 100;

/** Whom the hub has turned to because nobody answered, the latest first, and whom it turns to next. */
export function Escalations() {
  const { t } = useTranslation();
  const pages = usePages(['oversight', 'unanswered'], listUnanswered, { limit: MOST });
  const items = pages.items
    .filter(({ called }) => called)
    .toSorted((a, b) => (b.called?.at ?? '').localeCompare(a.called?.at ?? ''));
  return (
    <Page title={t('oversight.escalations.title')} lead={t('oversight.escalations.lead')} wide>
      <Listing
        pages={{ ...pages, items }}
        none={{ title: t('oversight.escalations.none'), lead: t('oversight.escalations.noneLead') }}
        line={(line) => (
          <Ladder key={`${line.referral} ${line.task ?? ''} ${line.awaited.code}`} line={line} />
        )}
      />
    </Page>
  );
}

function Ladder({ line }: { readonly line: WaitingLine }) {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  const { receipt, awaited, holder, dueAt, ladder } = line;
  return (
    <Entry
      title={receipt}
      tags={<Tag tone="danger">{awaited.label}</Tag>}
      tone="danger"
      said={`${nameOf(holder)} · ${t('tasks.late', { at: when.at(dueAt), away: when.away(dueAt) })}`}
    >
      <ol className="rungs">
        {ladder.map(({ at, role, way, passed }) => (
          <li key={`${at} ${role.code}`} data-passed={passed || undefined}>
            <time dateTime={at}>{when.at(at)}</time>
            <span>
              {role.label} <span className="soft small">{way.label}</span>
            </span>
            <Tag tone={passed ? 'good' : 'plain'}>
              {t(passed ? 'oversight.escalations.done' : 'oversight.escalations.ahead')}
            </Tag>
          </li>
        ))}
      </ol>
    </Entry>
  );
}
