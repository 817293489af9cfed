import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useParams } from 'react-router';
import { getInterview } from '../../shared/contract/interviews.ts';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useNews } from '../api/use-news.ts';
import { useOpen } from '../api/use-open.ts';
import { useRead } from '../api/use-read.ts';
import { Page } from '../design/components/page.tsx';
import { Parts } from '../design/components/parts.tsx';
import { Read } from '../design/components/read.tsx';
import { isOpen, type OpenVisit, type Visit } from './use-visit.ts';

/** Others confirm meanwhile, and not each answer has news of its own. */
const ANEW_MS = 20_000;

interface Tab {
  readonly code: 'overview' | 'times' | 'planning' | 'further';
  readonly shown: (may: OpenVisit['may'], visit: Visit) => boolean;
}
const any =
  (...actions: RecordAction[]): Tab['shown'] =>
  (may) =>
    actions.some(may);
const TABS: readonly Tab[] = [
  { code: 'overview', shown: () => true },
  { code: 'times', shown: (may, visit) => isOpen(visit) && may('interview.plan') },
  { code: 'planning', shown: any('visit.plan', 'visit.topics', 'visit.read') },
  {
    code: 'further',
    shown: any(
      'interview.further',
      'interview.go-on',
      'interview.approve',
      'episode.open',
      'interview.cancel',
    ),
  },
];

/** One visit of a child, page by page; what others answer meanwhile comes by itself. */
export function VisitFrame() {
  const { t } = useTranslation();
  const interviewId = useParams().interviewId as InterviewId;
  const { pathname } = useLocation();
  const key = ['visit', interviewId];
  useNews(['open', interviewId], key);
  const may = useOpen(interviewId);
  const read = useRead(key, getInterview, { path: { interviewId } }, { every: ANEW_MS });
  const base = `/app/visits/${interviewId}`;
  const shown = pathname.slice(base.length + 1) || 'overview';
  return (
    <Page title={t(`visit.titles.${shown}`)} wide>
      <Read of={read}>
        {(visit) => (
          <>
            <Parts
              label={t('visit.one')}
              parts={TABS.filter((tab) => tab.shown(may, visit)).map(({ code }) => ({
                to: code === 'overview' ? base : `${base}/${code}`,
                label: t(`visit.tabs.${code}`),
                current: code === shown,
              }))}
            />
            <Outlet context={{ visit, may } satisfies OpenVisit} />
          </>
        )}
      </Read>
    </Page>
  );
}
