import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type PerpetratorView, perpetrators } from '../../shared/contract/family.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { NamePerpetrator } from './name-perpetrator.tsx';
import { NamedInReport } from './named-in-report.tsx';
import { PerpetratorFacts } from './perpetrator-facts.tsx';
import { useCase, useCaseView, useSaid } from './use-case.ts';

type Perpetrator = z.output<typeof PerpetratorView>;

/** Who is said to have harmed the child, as named since the report. */
export function Perpetrators() {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const { data: view } = useCaseView();
  const all = useRead(['case', caseId, 'perpetrators'], perpetrators, { path });
  return (
    <Card title={t('case.family.perpetrators')}>
      <p className="soft">{t('case.family.perpetratorsLead')}</p>
      <Read of={all}>
        {({ items }) => (
          <>
            {may('referral.read') &&
              view?.referrals.map((referral) => (
                <NamedInReport key={referral} referral={referral} since={items} />
              ))}
            <Entries
              of={items}
              none={t('case.family.noPerpetrators')}
              line={(one) => <Line key={one.number} named={one} />}
            />
          </>
        )}
      </Read>
      {may('perpetrator.name') && view?.status !== 'closed' && (
        <Acts
          acts={[
            {
              code: 'name',
              label: t('case.family.name'),
              form: (back) => <NamePerpetrator onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Line({ named }: { readonly named: Perpetrator }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { may } = useCase();
  const nameOf = useAgencyNames();
  const relations = useCodes('relations');
  const { perpetrator, number, excludes, alreadyWent } = named;
  return (
    <Entry
      title={
        perpetrator
          ? [word(relations, perpetrator.relation), perpetrator.name].filter(Boolean).join(', ')
          : t('case.family.perpetrator', { number })
      }
      said={said(named)}
    >
      {perpetrator && <PerpetratorFacts perpetrator={perpetrator} />}
      {excludes.length > 0 && (
        <Notice tone="warn" title={t('case.family.excludes')}>
          <p>{excludes.map(nameOf).join(', ')}</p>
        </Notice>
      )}
      <AlreadyWent of={alreadyWent} />
      {may('perpetrator.name') && (
        <Acts
          acts={[
            {
              code: 'correct',
              label: t('case.family.correct'),
              form: (back) => <NamePerpetrator corrects={named} onBack={back} />,
            },
          ]}
        />
      )}
    </Entry>
  );
}

/** What had gone to an agency before it was shut out: it cannot be called back. */
export function AlreadyWent({ of }: { readonly of: Perpetrator['alreadyWent'] }) {
  const { t } = useTranslation();
  const said = useSaid();
  if (of.length === 0) return null;
  return (
    <div>
      <strong>{t('case.alreadyWent')}</strong>
      <ul>
        {of.map((event) => (
          <li key={`${event.at} ${event.type} ${event.subject.id}`}>
            {event.label} — <span className="soft small">{said(event)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
