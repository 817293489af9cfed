import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { replayDeliveries } from '../../shared/contract/deliveries.ts';
import type { EndpointId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { emptyReplay, missing, type ReplayDraft, toBody } from './replay.ts';

const WHICH: readonly ReplayDraft['which'][] = ['given-up', 'parked', 'never', 'numbers', 'times'];

interface Done {
  readonly replayed: number;
  readonly left: number;
  readonly after?: number | undefined;
}

/** Many at once: a range, or all that did not arrive; forty at a time, and on from there. */
export function ReplayRange({ endpointId }: { readonly endpointId: EndpointId }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(emptyReplay);
  const [isTried, setTried] = useState(false);
  const [done, setDone] = useState<Done>();
  const about = [
    ['deliveries', endpointId],
    ['endpoint', endpointId],
  ];
  const doing = useAct(replayDeliveries, about, setDone);
  const lacks = isTried ? missing(draft) : new Set();
  const change = (part: Partial<ReplayDraft>) => {
    setDraft({ ...draft, ...part });
    setDone(undefined);
  };
  const send = () => {
    setTried(true);
    if (missing(draft).size > 0) return;
    doing.act({ path: { endpointId }, body: toBody(draft, done?.after) });
  };
  const Bound = draft.which === 'times' ? MomentField : Field;
  const isRange = draft.which === 'times' || draft.which === 'numbers';
  return (
    <ActForm
      doing={doing}
      does={t(done?.after === undefined ? 'systems.replay.do' : 'systems.replay.on')}
      look="second"
      onDo={send}
    >
      <OneOf
        label={t('systems.replay.which')}
        options={WHICH.map((value) => ({ value, label: t(`systems.replay.${value}`) }))}
        value={draft.which}
        onChange={(which) => change({ which, from: '', to: '' })}
      />
      {isRange && (
        <>
          <Bound
            short
            label={t('systems.replay.from')}
            error={lacks.has('from') ? t('systems.replay.fromMissing') : undefined}
            value={draft.from}
            onChange={(from) => change({ from })}
          />
          <Bound
            short
            label={t('systems.replay.to')}
            error={lacks.has('to') ? t('systems.replay.toMissing') : undefined}
            value={draft.to}
            onChange={(to) => change({ to })}
          />
        </>
      )}
      {done && (
        <Notice tone="good" title={t('systems.replay.done', { number: done.replayed })} live>
          {done.left > 0 && <p>{t('systems.replay.left', { number: done.left })}</p>}
        </Notice>
      )}
    </ActForm>
  );
}
