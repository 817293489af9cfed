import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { getSubjectAccess, type SubjectAccessView } from '../../shared/contract/subject-access.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { kindOf, useRecordNames } from './record-names.ts';
import { ReleasePack } from './release-pack.tsx';
import { useWhen } from './use-when.ts';
import { VoteOnRequest } from './vote-on-request.tsx';

export type Request = z.output<typeof SubjectAccessView>;

/** One request for own data: why two people decide, what they said, and the handing over. */
export function RequestPage() {
  const { t } = useTranslation();
  const { record = '', number = '' } = useParams();
  const { data: me } = useMembership();
  const path = { record: record as CaseId, number: Number(number) };
  const read = useRead(['oversight', 'request', record, path.number], getSubjectAccess, { path });
  const isOfficer = me?.roles.includes('data-protection-officer') ?? false;
  return (
    <Page title={t('oversight.requests.one')}>
      <Read of={read}>
        {(request) => (
          <>
            <Standing request={request} />
            <Votes request={request} />
            {request.state.code === 'waiting' && <Decide request={request} />}
            {request.state.code === 'released' && isOfficer && <ReleasePack request={request} />}
          </>
        )}
      </Read>
    </Page>
  );
}

const TONES = { waiting: 'warn', released: 'good', refused: 'danger' } as const;

function Standing({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const when = useWhen();
  const recordName = useRecordNames();
  const { record, at, state, subject, requester, name, because, decideBy } = request;
  return (
    <Card
      title={t('oversight.requests.what')}
      aside={<Tag tone={TONES[state.code as keyof typeof TONES] ?? 'plain'}>{state.label}</Tag>}
    >
      <Facts
        facts={[
          { name: t('oversight.requests.record'), value: recordName(kindOf(record)) },
          { name: t('oversight.requests.subject'), value: subject.label },
          { name: t('oversight.requests.requester'), value: requester.label },
          { name: t('oversight.requests.name'), value: name },
          { name: t('oversight.requests.askedAt'), value: when.both(at) },
          { name: t('oversight.requests.decideBy'), value: decideBy && when.both(decideBy) },
          {
            name: t('oversight.requests.because'),
            value: because.map(({ label }) => label).join('\n'),
          },
        ]}
      />
    </Card>
  );
}

function Votes({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  return (
    <Card title={t('oversight.requests.votes')}>
      <Entries
        of={request.votes}
        none={t('oversight.requests.noVotes')}
        line={({ side, agency, at, verdict }) => (
          <Entry
            key={side}
            title={t(`oversight.requests.${side}`)}
            tags={
              <Tag tone={verdict === 'release' ? 'good' : 'danger'}>
                {t(`oversight.requests.${verdict}`)}
              </Tag>
            }
            said={`${nameOf(agency)}, ${when.at(at)}`}
          />
        )}
      />
    </Card>
  );
}

/** The officer and the lead decide, each once. */
function Decide({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const isSaid = request.votes.some(({ side }) => side === 'officer');
  return isSaid ? (
    <Notice title={t('oversight.requests.leadNext')} />
  ) : (
    <VoteOnRequest request={request} />
  );
}
