import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { previewReferral } from '../../shared/contract/sharing.ts';
import type { ReferralSubmission } from '../../shared/domain/referral/submission.ts';
import { useHub } from '../api/use-hub.ts';
import { useMunicipalities } from '../api/use-lists.ts';
import { Facts } from '../design/components/facts.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Failed, Waiting } from '../design/components/states.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import type { Draft } from './draft.ts';

type Sent = z.input<typeof ReferralSubmission>;

/** In plain words: what will be sent, and who will see what of it. */
export function ReviewStep({ draft, sent }: { readonly draft: Draft; readonly sent: Sent }) {
  const { t } = useTranslation();
  const places = useMunicipalities();
  const place = places.find(({ value }) => value === draft.municipality)?.label;
  return (
    <>
      <section className="card" aria-labelledby="review">
        <h2 id="review">{t('review.what')}</h2>
        <Facts
          facts={[
            { name: t('danger.question'), value: draft.danger && t(`danger.${draft.danger}`) },
            { name: t('needed.worry'), value: draft.narrative },
            { name: t('happened.words'), value: draft.childsWords },
            { name: t('child.title'), value: `${draft.givenName} ${draft.familyName}`.trim() },
            { name: t('child.age'), value: draft.age },
            { name: t('child.school'), value: draft.school },
            { name: t('needed.municipality'), value: place },
            { name: t('needed.where'), value: draft.where },
            { name: t('needed.until'), value: draft.until },
            { name: t('harmed.name'), value: draft.perpetrator },
            { name: t('needed.phone'), value: draft.phone },
            { name: t('you.name'), value: draft.name },
          ]}
        />
      </section>
      <WhoSees sent={sent} />
    </>
  );
}

/** Asked of the hub itself: the rules that will decide are those that are shown. */
export function WhoSees({ sent }: { readonly sent: Sent }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const call = useHub();
  const { data, error, refetch } = useQuery({
    queryKey: ['preview', sent, lang],
    queryFn: async () => (await call(previewReferral, { body: sent })).body,
    gcTime: 0,
  });
  return (
    <section className="card" aria-labelledby="who-sees">
      <h2 id="who-sees">{t('review.who')}</h2>
      {error && <Failed error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      <ul className="lines">
        {data?.agencies.map(({ agency, name, leads, tasks, after }) => (
          <li key={agency} className="stack">
            <div className="row">
              <strong>{name}</strong>
              {leads && <Tag tone="good">{t('review.leads')}</Tag>}
            </div>
            <span>{tasks.map(({ kind }) => kind.label).join(', ')}</span>
            {tasks[0]?.deadline && (
              <span className="soft small">
                {t('review.by', { at: momentOf(tasks[0].deadline, lang) })}
              </span>
            )}
            <span className="soft small">
              {t('review.sees', {
                groups: after.groups.map((one) => t(`groups.${one}`)).join(', '),
              })}
            </span>
          </li>
        ))}
      </ul>
      {data?.notes.map(({ code, label }) => (
        <p key={code} className="soft small">
          {label}
        </p>
      ))}
    </section>
  );
}
