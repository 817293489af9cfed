import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import type { CaseView } from '../../shared/contract/cases.ts';
import { safetyDecisions } from '../../shared/contract/safety.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { CaseClocks } from './case-clocks.tsx';
import { Tracks } from './tracks.tsx';
import { useCase, useCaseView } from './use-case.ts';
import { Waivers } from './waivers.tsx';

export type View = z.output<typeof CaseView>;

/** Who leads, how safe the child is, and what every agency does for it, track by track. */
export function CaseOverview() {
  const { may } = useCase();
  const view = useCaseView();
  if (!may('case.read')) return null;
  return (
    <Read of={view}>
      {(data) => (
        <>
          {may('case.decide-safety') && may('safety.read') && <Standing />}
          <Flags view={data} />
          <Who view={data} />
          <Tracks view={data} />
          <CaseClocks />
          {may('waiver.read') && <Waivers view={data} />}
        </>
      )}
    </Read>
  );
}

/** Whether a decision on the child's safety counts now: what is to be looked at first. */
function Standing() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { caseId, path } = useCase();
  const { data } = useRead(['case', caseId, 'safety'], safetyDecisions, { path });
  if (!data) return null;
  const current = data.items.findLast((one) => one.current);
  const to = `/app/cases/${caseId}/safety`;
  if (current)
    return (
      <Notice tone="good" title={t('case.safety.counts')}>
        <p>
          {[
            current.sleepsTonight && `${t('case.safety.sleeps')}: ${current.sleepsTonight.label}.`,
            t('case.safety.lookAgain', { at: momentOf(current.reviewBy, lang) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      </Notice>
    );
  return (
    <Notice tone="danger" title={t('case.safety.none')}>
      <p>
        {t('case.safety.noneLead')} <Link to={to}>{t('case.safety.decideNow')}</Link>
      </p>
    </Notice>
  );
}

/** What one must know before reading on. */
function Flags({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const { erased, joinedTo, status, repeats, identities, id } = view;
  return (
    <>
      {erased && <Notice tone="warn" title={erased.says} />}
      {status === 'closed' && <Notice title={t('case.closedAll')} />}
      {joinedTo && (
        <Notice tone="warn" title={t('case.joinedTo')}>
          <p>
            <Link to={`/app/cases/${joinedTo}`}>{t('case.joinedSee')}</Link>
          </p>
        </Notice>
      )}
      {repeats !== undefined && repeats > 0 && (
        <Notice tone="warn" title={t('case.repeats', { number: repeats })}>
          <p>
            <Link to={`/app/cases/${id}/record`}>{t('case.same.title')}</Link>
          </p>
        </Notice>
      )}
      {identities && identities.you === 'not-checked' && (
        <Notice tone="warn" title={t('case.identities.you')}>
          <p>{t('case.identities.youLead')}</p>
        </Notice>
      )}
    </>
  );
}

function Who({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  return (
    <Card
      title={t('case.who')}
      aside={<Tag tone={view.status === 'open' ? 'warn' : 'good'}>{t(`case.${view.status}`)}</Tag>}
    >
      <Facts
        facts={[
          { name: t('referral.withWhom'), value: nameOf(view.lead) },
          { name: t('tasks.acting'), value: view.worker },
          { name: t('case.deputy'), value: view.deputy },
          { name: t('needed.municipality'), value: view.municipality.label },
          { name: t('case.openedAt'), value: momentOf(view.openedAt, lang) },
          { name: t('case.told'), value: view.timesToldCount },
        ]}
      />
      <ul className="row plain">
        {view.referrals.map((id, place) => (
          <li key={id}>
            <Link className="reach" to={`/app/referrals/${id}`}>
              {t('case.report', { number: place + 1 })}
            </Link>
          </li>
        ))}
        {view.joined?.map((id, place) => (
          <li key={id}>
            <Link className="reach" to={`/app/cases/${id}`}>
              {t('case.joined', { number: place + 1 })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
