import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { aftercare, type CareView, visitOutcome } from '../../shared/contract/aftercare.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { CareForm } from './care-form.tsx';
import { Departure } from './departure.tsx';
import { type OnVisit, VisitFrame } from './visit-frame.tsx';

/** After the interview: what was done for child and family, what is owed, and the way home. */
export function AfterPage() {
  const { t } = useTranslation();
  return (
    <VisitFrame title={t('centre.care.page')}>
      {(on) => on.may('visit.read') && <After on={on} />}
    </VisitFrame>
  );
}

function After({ on: { id, visit, may, about } }: { readonly on: OnVisit }) {
  const it = useRead(['interview', id, 'care'], aftercare, { path: { interviewId: id } });
  const begun = ['under-way', 'ended'].includes(visit.status.code);
  return (
    <>
      <Read of={it}>
        {(care) => (
          <>
            {visit.status.code === 'under-way' && may('visit.run') && (
              <Departure id={id} about={about} open={care.openBeforeLeaving} />
            )}
            <Done care={care} />
            {begun && may('aftercare.record') && <CareForm id={id} about={about} />}
          </>
        )}
      </Read>
      <Outcome id={id} />
    </>
  );
}

function Done({ care }: { readonly care: z.output<typeof CareView> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { items, owed, leftAt } = care;
  return (
    <>
      {leftAt && (
        <Notice tone="good" title={t('centre.care.left', { at: momentOf(leftAt, lang) })} />
      )}
      {owed.length > 0 && (
        <Card title={t('centre.care.owed')}>
          <ul className="plain">
            {owed.map(({ clock, item, holder, dueAt }) => (
              <li key={`${clock.code} ${item?.code ?? ''}`} className="point">
                <strong>{item?.label ?? clock.label}</strong>
                <span>
                  {t('centre.care.owedBy', { agency: nameOf(holder), at: momentOf(dueAt, lang) })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('centre.care.done')}>
        {items.length === 0 && <p className="soft">{t('centre.care.none')}</p>}
        <ul className="plain">
          {items.map(({ number, item, state, reason, result, person, note, at, agency }) => (
            <li key={number} className="point">
              <div className="row">
                <h3>{item.label}</h3>
                <Tag>{state.label}</Tag>
                {result && <Tag tone="warn">{result.label}</Tag>}
              </div>
              {(reason || person || note) && (
                <p>{[reason?.label, person, note].filter(Boolean).join('. ')}</p>
              )}
              <p className="soft small">
                {momentOf(at, lang)} {nameOf(agency)}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** What became of the reader's own questions: nobody has to ask the child again. */
function Outcome({ id }: { readonly id: InterviewId }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const it = useRead(['interview', id, 'outcome'], visitOutcome, { path: { interviewId: id } });
  return (
    <Read of={it}>
      {({ result, endedAt, topics, recordings, followUps }) => (
        <Card title={t('centre.outcome.title')} aside={result && <Tag>{result.label}</Tag>}>
          {!endedAt && <p className="soft">{t('centre.outcome.notYet')}</p>}
          <Facts
            facts={[
              { name: t('centre.interview.ended'), value: endedAt && momentOf(endedAt, lang) },
              {
                name: t('centre.outcome.topics'),
                value: topics
                  .map(({ topic, state, reason }) =>
                    [topic.label, t(`centre.outcome.${state}`), reason?.label]
                      .filter(Boolean)
                      .join(' — '),
                  )
                  .join('\n'),
              },
              {
                name: t('centre.outcome.recordings'),
                value: recordings
                  .map(({ content, holder }) => `${content.label}: ${nameOf(holder)}`)
                  .join('\n'),
              },
              {
                name: t('centre.outcome.followUps'),
                value: followUps.map(({ item, on }) => `${on}: ${item.label}`).join('\n'),
              },
            ]}
          />
        </Card>
      )}
    </Read>
  );
}
