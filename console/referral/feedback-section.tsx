import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { acknowledgeFeedback } from '../../shared/contract/feedback.ts';
import type { ReferralView } from '../../shared/contract/referral-view.ts';
import { useHub } from '../api/use-hub.ts';
import { useKey } from '../api/use-key.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { Button } from '../design/components/button.tsx';
import { Failed } from '../design/components/states.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';

type View = z.output<typeof ReferralView>;
interface FeedbackProps {
  readonly view: View;
  readonly onChange: () => void;
}

/** The answers to whoever referred: each is to be acknowledged, so that somebody knows it arrived. */
export function FeedbackSection({ view, onChange }: FeedbackProps) {
  const { t } = useTranslation();
  if (view.feedback.length === 0) return null;
  return (
    <section className="card" aria-labelledby="feedback">
      <h2 id="feedback">{t('feedback.title')}</h2>
      {view.feedback.map((one) => (
        <Answer key={one.number} view={view} one={one} onChange={onChange} />
      ))}
    </section>
  );
}

function Answer({
  view,
  one,
  onChange,
}: FeedbackProps & { readonly one: View['feedback'][number] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { data: me } = useMembership();
  const call = useHub();
  const key = useKey();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(acknowledgeFeedback, {
        path: { referralId: view.id, number: one.number },
        idempotencyKey: key,
      }),
    onSuccess: onChange,
  });
  // Whoever sent it, or leads, has nothing to acknowledge.
  const isForMe = me !== undefined && ![one.from, view.lead].includes(me.agency);
  return (
    <div className="stack">
      <strong>{one.code.label}</strong>
      {one.message && <p>{one.message}</p>}
      <span className="soft small">
        {nameOf(one.from)}, {momentOf(one.at, lang)}
      </span>
      {one.acknowledgedAt ? (
        <span className="soft small">
          {t('feedback.acknowledged', { at: momentOf(one.acknowledgedAt, lang) })}
        </span>
      ) : (
        isForMe && (
          <div>
            <Button look="first" pending={isPending} onPress={() => mutate()}>
              {t('feedback.acknowledge')}
            </Button>
          </div>
        )
      )}
      {error && <Failed error={error} />}
    </div>
  );
}
