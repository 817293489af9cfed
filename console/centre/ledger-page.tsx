import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkLedger, recordings } from '../../shared/contract/recordings.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useRead } from '../api/use-read.ts';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { Empty } from '../design/components/states.tsx';
import { FileForm } from './file-form.tsx';
import { LedgerItem } from './ledger-item.tsx';
import { type OnVisit, VisitFrame } from './visit-frame.tsx';

/** The recordings: where they are, and everything that was ever done with them. */
export function LedgerPage() {
  const { t } = useTranslation();
  return (
    <VisitFrame title={t('centre.ledger.page')}>
      {(on) => on.may('recording.read') && <Ledger on={on} />}
    </VisitFrame>
  );
}

function Ledger({ on }: { readonly on: OnVisit }) {
  const { t } = useTranslation();
  const { id, visit, may, about } = on;
  const it = useRead(['interview', id, 'ledger'], recordings, { path: { interviewId: id } });
  const begun = ['under-way', 'ended'].includes(visit.status.code);
  return (
    <>
      <Check id={id} />
      <Read of={it}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Empty title={t('centre.ledger.none')}>
                <p>{t(begun ? 'centre.ledger.noneLead' : 'centre.ledger.notYet')}</p>
              </Empty>
            )}
            {items.map((item) => (
              <LedgerItem key={item.number} on={on} item={item} />
            ))}
          </>
        )}
      </Read>
      {begun && may('recording.file') && <FileForm visit={visit} id={id} about={about} />}
    </>
  );
}

/** Whether the ledger is whole is asked for: the answer is of that moment. */
function Check({ id }: { readonly id: InterviewId }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asked, ask] = useState(false);
  const about = ['interview', id, 'check'];
  return (
    <Card
      title={t('centre.check.title')}
      aside={
        <Button
          onPress={() => {
            ask(true);
            void queries.invalidateQueries({ queryKey: about });
          }}
        >
          {t('centre.check.do')}
        </Button>
      }
    >
      {asked ? <Checked about={about} id={id} /> : <p className="soft">{t('centre.check.lead')}</p>}
    </Card>
  );
}

function Checked({ about, id }: { readonly about: readonly unknown[]; readonly id: InterviewId }) {
  const { t } = useTranslation();
  const it = useRead(about, checkLedger, { path: { interviewId: id } });
  return (
    <Read of={it}>
      {({ entries, whole, broken }) =>
        whole ? (
          <Notice tone="good" title={t('centre.check.whole', { entries })} live />
        ) : (
          <Notice tone="danger" title={t('centre.check.broken')} live>
            <ul>
              {broken.map(({ number, code }) => (
                <li key={`${number} ${code}`}>{t('centre.check.line', { number })}</li>
              ))}
            </ul>
          </Notice>
        )
      }
    </Read>
  );
}
