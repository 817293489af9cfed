import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation, useParams, useSearchParams } from 'react-router';
import { openActions } from '../../shared/contract/access.ts';
import { ProblemError } from '../../shared/contract/client.ts';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { useNews } from '../api/use-news.ts';
import { useRead } from '../api/use-read.ts';
import { Page } from '../design/components/page.tsx';
import { Parts } from '../design/components/parts.tsx';
import { Read } from '../design/components/read.tsx';
import { Emergency } from './emergency.tsx';
import { TicketCard } from './ticket-card.tsx';
import type { OpenCase } from './use-case.ts';

/** The parts of a case, and what opens each; one's own access is open to everybody who reads any. */
const PARTS: readonly (readonly [string, readonly RecordAction[]])[] = [
  ['overview', ['case.read']],
  ['safety', ['safety.read', 'case.decide-safety', 'address.read']],
  ['family', ['speaker.read', 'perpetrator.read', 'shield.read']],
  ['visits', ['interview.read', 'interview.open', 'case.record-telling', 'episode.open']],
  ['record', ['case.read', 'conflict.declare-own', 'seal.read', 'retention.read']],
  ['access', ['access.explain']],
];

/** A child's case, part by part; where it is not open, what can be done in an emergency. */
export function CaseFrame() {
  const caseId = useParams().caseId as CaseId;
  const open = useRead(['open', caseId], openActions, { query: { record: caseId } });
  if (open.error instanceof ProblemError && open.error.status === 404)
    return <Emergency caseId={caseId} />;
  return <Frame caseId={caseId} open={open} />;
}

interface FrameProps {
  readonly caseId: CaseId;
  readonly open: ReturnType<typeof useRead<typeof openActions>>;
}

function Frame({ caseId, open }: FrameProps) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const ticket = Number(useSearchParams()[0].get('ticket'));
  // What came in may have closed the case, or a part of it, to whoever looks.
  useNews(['open', caseId], ['case', caseId]);
  const actions = new Set<RecordAction>(open.data?.actions);
  const may = (action: RecordAction) => actions.has(action);
  const base = `/app/cases/${caseId}`;
  const shown = pathname.slice(base.length + 1) || 'overview';
  const parts = PARTS.filter(([part, by]) => part === 'access' || by.some(may)).map(([part]) => ({
    to: `${base}${part === 'overview' ? '' : `/${part}`}${search}`,
    label: t(`case.parts.${part}`),
    current: part === shown,
  }));
  const title =
    shown === 'overview'
      ? t('case.title')
      : t('case.partOf', { part: t(`case.parts.${shown}`).toLowerCase() });
  return (
    <Page title={title} wide>
      <Read of={open}>
        {() => (
          <>
            {shown === 'overview' && !may('case.read') && (
              <Navigate to={parts[0]?.to ?? '/'} replace />
            )}
            <Parts label={t('case.title')} parts={parts} />
            {ticket > 0 && <TicketCard caseId={caseId} number={ticket} may={may} />}
            <Outlet context={{ caseId, may } satisfies OpenCase} />
          </>
        )}
      </Read>
    </Page>
  );
}
