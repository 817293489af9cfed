import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitForSlot } from '../../shared/contract/slots.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useVisit } from './use-visit.ts';

/** Waits for time to become free: it goes to the visit with the nearest deadline. */
export function WaitForm() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { path, about } = useVisit();
  const reasons = useCodes('waitingReasons');
  const [next, setNext] = useState<string>();
  const doing = useAct(waitForSlot, about, (waiting) => setNext(waiting.next ?? waiting.dueAt));
  const form = useDraft({ reason: '' }, ({ reason }) => (reason ? [] : ['reason']));
  if (next)
    return (
      <Notice tone="good" title={t('visit.wait.waits')} live>
        {t('visit.wait.next', { at: momentOf(next, lang) })}
      </Notice>
    );
  return (
    <ActForm
      doing={doing}
      look="second"
      does={t('visit.wait.do')}
      onDo={() => form.whenComplete(() => doing.act({ path, body: form.draft }))}
    >
      <Pick
        label={t('visit.why')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
    </ActForm>
  );
}
