import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type LoadLine, listLoads } from '../../shared/contract/loads.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { InHand } from './in-hand.tsx';

/** What each person of the agency has in hand, for the supervisor: to share it, not to judge by it. */
export function LoadsPage() {
  const { t } = useTranslation();
  const membership = useMembership();
  return (
    <Page title={t('me.loads.title')} lead={t('me.loads.lead')}>
      <Read of={membership}>
        {({ roles, account }) =>
          roles.includes('supervisor') ? (
            <Everybody own={account} />
          ) : (
            <Notice>{t('me.loads.forSupervisor')}</Notice>
          )
        }
      </Read>
    </Page>
  );
}

function Everybody({ own }: { readonly own: string }) {
  const loads = useRead(['loads'], listLoads, {});
  return (
    <Read of={loads}>
      {({ items }) => (
        <ul className="entries">
          {items.map((line) => (
            <Line key={line.account} line={line} isOwn={line.account === own} />
          ))}
        </ul>
      )}
    </Read>
  );
}

interface LineProps {
  readonly line: z.output<typeof LoadLine>;
  readonly isOwn: boolean;
}

function Line({ line, isOwn }: LineProps) {
  const { t } = useTranslation();
  const name = line.name ?? line.account;
  return (
    <li className="entry" data-tone={line.overdue > 0 ? 'warn' : undefined}>
      <strong>{isOwn ? t('me.loads.you', { name }) : name}</strong>
      <InHand load={line} />
    </li>
  );
}
