import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { getHead, listHeads, proveConsistency } from '../../shared/contract/journal.ts';
import type { HeadId } from '../../shared/domain/journal-log/head.ts';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { Hash } from './prove-inclusion.tsx';
import { useWhen } from './use-when.ts';

/** One signed head, with all that is needed to check it elsewhere. */
export function HeadPage() {
  const { t } = useTranslation();
  const when = useWhen();
  const headId = useParams().headId as HeadId;
  const head = useRead(['oversight', 'head', headId], getHead, { path: { headId } });
  return (
    <Page title={t('oversight.journal.head')} lead={t('oversight.journal.headLead')}>
      <Read of={head}>
        {({ size, root, at, signature, key, publicKey }) => (
          <>
            <Card title={t('oversight.journal.entries', { size })}>
              <Facts
                facts={[
                  { name: t('oversight.journal.at'), value: when.both(at) },
                  { name: t('oversight.journal.root'), value: <Hash of={root} /> },
                  { name: t('oversight.journal.signature'), value: <Hash of={signature} /> },
                  { name: t('oversight.journal.key'), value: <Hash of={key} /> },
                  { name: t('oversight.journal.publicKey'), value: <Hash of={publicKey} /> },
                ]}
              />
            </Card>
            <Growth size={size} />
          </>
        )}
      </Read>
      <div>
        <LinkButton to="/app/oversight/journal">{t('oversight.journal.title')}</LinkButton>
      </div>
    </Page>
  );
}

/** What the journal had before this head is still in it, at its place: only something was added. */
function Growth({ size }: { readonly size: number }) {
  const { t } = useTranslation();
  const before = useRead(['oversight', 'heads', 'before', size], listHeads, {
    query: { before: size, limit: 1 },
  });
  const earlier = before.data?.items[0];
  const proof = useRead(
    ['oversight', 'consistency', earlier?.size, size],
    proveConsistency,
    { query: { from: earlier?.size ?? 0, to: size } },
    { when: before.data !== undefined },
  );
  return (
    <Card title={t('oversight.journal.growth')}>
      <Read of={proof}>
        {({ from, to, path }) => (
          <>
            <p>
              {from === 0
                ? t('oversight.journal.firstHead', { to })
                : t('oversight.journal.grew', { from, to, hashes: path.length })}
            </p>
            {path.length > 0 && (
              <details>
                <summary>{t('oversight.journal.hashes')}</summary>
                <ol>
                  {path.map((one) => (
                    <li key={one}>
                      <Hash of={one} />
                    </li>
                  ))}
                </ol>
              </details>
            )}
            <p className="soft small">{t('oversight.journal.checkElsewhere')}</p>
          </>
        )}
      </Read>
    </Card>
  );
}
