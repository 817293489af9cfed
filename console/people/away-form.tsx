import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declareAbsence } from '../../shared/contract/inside.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { ActForm } from '../design/components/act.tsx';
import { Button } from '../design/components/button.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Notice } from '../design/components/notice.tsx';
import type { PersonForm } from './change-form.tsx';
import { DeputyPick } from './deputy-pick.tsx';
import { type Away, awayBody, emptyAway, isBackwards } from './draft.ts';

/** On leave or suspended: open work goes over to somebody else, so that no child waits. */
export function AwayForm({ account, others, onBack }: PersonForm) {
  const { t } = useTranslation();
  const kinds = useCodes('absenceKinds');
  const { data: own } = useMembership();
  const [away, setAway] = useState(emptyAway);
  const [moved, setMoved] = useState<number>();
  const change = (part: Partial<Away>) => setAway((before) => ({ ...before, ...part }));
  const doing = useAct(declareAbsence, [['people']], (answer) => setMoved(answer.moved.length));
  const send = () => {
    if (!own || isBackwards(away)) return;
    doing.act({ path: { agencyId: own.agency, account }, body: awayBody(away) });
  };
  if (moved !== undefined) return <WentOver moved={moved} onBack={onBack} />;
  return (
    <ActForm
      doing={doing}
      title={t('people.away.title')}
      does={t('people.away.do')}
      onDo={send}
      onBack={onBack}
    >
      <OneOf
        row
        label={t('people.away.kind')}
        options={(['leave', 'suspension'] as const).map((value) => ({
          value,
          label: word(kinds, value),
        }))}
        value={away.kind}
        onChange={(kind) => change({ kind })}
      />
      <MomentField
        label={t('people.away.from')}
        hint={t('people.away.fromHint')}
        error={doing.wrong('/from')}
        value={away.from}
        onChange={(from) => change({ from })}
      />
      <MomentField
        label={t('people.away.to')}
        hint={t('people.away.toHint')}
        error={isBackwards(away) ? t('people.away.backwards') : doing.wrong('/to')}
        value={away.to}
        onChange={(to) => change({ to })}
      />
      <DeputyPick others={others} value={away.deputy} onChange={(deputy) => change({ deputy })} />
    </ActForm>
  );
}

interface WentProps {
  readonly moved: number;
  readonly onBack: () => void;
}

function WentOver({ moved, onBack }: WentProps) {
  const { t } = useTranslation();
  return (
    <Notice tone="good" title={t('people.away.done')} live>
      <p>{t('people.moved', { number: moved })}</p>
      <div>
        <Button onPress={onBack}>{t('people.back')}</Button>
      </div>
    </Notice>
  );
}
