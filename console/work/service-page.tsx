import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type * as z from 'zod';
import { type ServiceRecord, serviceRecord } from '../../shared/contract/service-record.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';

type Served = z.output<typeof ServiceRecord>;

/** What can be proved of handing a task over: sent, answered, read, called; each with its time. */
export function ServicePage() {
  const { t } = useTranslation();
  const taskId = useParams().taskId as TaskId;
  const read = useRead(['task', taskId], serviceRecord, { path: { taskId } });
  return (
    <Page title={t('work.service')} lead={t('work.serviceLead')}>
      <Read of={read}>{(record) => <Proof record={record} />}</Read>
      <div className="row no-print">
        <Link to={`/app/tasks/${taskId}`}>{t('work.toTask')}</Link>
        <Button onPress={() => print()}>{t('receipt.print')}</Button>
      </div>
    </Page>
  );
}

function Proof({ record }: { readonly record: Served }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  return (
    <>
      <Card title={t('work.toWhomServed')}>
        <Facts
          facts={[
            { name: t('tasks.agency'), value: nameOf(record.agency) },
            { name: t('work.createdAt'), value: momentOf(record.createdAt, lang) },
            {
              name: t('tasks.deadline'),
              value: record.deadline && momentOf(record.deadline, lang),
            },
          ]}
        />
      </Card>
      <Card title={t('work.facts')}>
        <ol className="timeline">
          {record.items.map((line) => (
            <li key={line.hash}>
              <time className="soft small" dateTime={line.at}>
                {momentOf(line.at, lang)}
              </time>
              <Fact line={line} />
            </li>
          ))}
        </ol>
        <p className="soft small">
          {t('work.fingerprint')}: <code className="hash">{record.hash}</code>
        </p>
      </Card>
    </>
  );
}

/** One fact: what happened, with what is known of it. */
function Fact({ line }: { readonly line: Served['items'][number] }) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const [roles, ways] = [useCodes('ladderRoles'), useCodes('ladderWays')];
  const results = useCodes('callResults');
  const said = [
    line.what !== 'requested' && line.what !== 'told' ? nameOf(line.agency) : undefined,
    line.role && word(roles, line.role),
    line.way && word(ways, line.way),
    line.result && word(results, line.result),
    line.attempt !== undefined && t('work.attempt', { number: line.attempt }),
    line.status !== undefined && t('work.systemSaid', { status: line.status }),
    line.error !== undefined && t('work.noAnswer'),
    line.host,
    line.excerpt,
  ].filter(Boolean);
  return (
    <span>
      {line.label}
      {said.length > 0 && <span className="soft small"> — {said.join(', ')}</span>}
    </span>
  );
}
