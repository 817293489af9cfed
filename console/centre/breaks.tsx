import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type SessionView, visitBreak } from '../../shared/contract/visits.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Tag } from '../design/components/notice.tsx';
import { useClock } from './use-numbers.ts';

interface BreaksProps {
  readonly id: InterviewId;
  readonly about: readonly (readonly unknown[])[];
  readonly session: z.output<typeof SessionView>;
}

/** The child rests; near the end the observers' questions are collected in such a break. */
export function Breaks({ id, about, session }: BreaksProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const [collects, setCollects] = useState<string[]>([]);
  const doing = useAct(visitBreak, about, () => setCollects([]));
  const open = session.breaks.find(({ to }) => to === undefined);
  const path = { interviewId: id };
  const begin = { begin: true as const, collectsQuestions: collects.length > 0 };
  return (
    <Card
      title={t('centre.break.title')}
      aside={open && <Tag tone="warn">{t('centre.break.since', { at: clock(open.from) })}</Tag>}
    >
      <ActForm
        doing={doing}
        look="second"
        does={t(open ? 'centre.break.end' : 'centre.break.begin')}
        onDo={() => doing.act({ path, body: open ? { end: true } : begin })}
      >
        {!open && (
          <ManyOf
            label={t('centre.break.why')}
            options={[{ value: 'collects', label: t('centre.break.collects') }]}
            value={collects}
            onChange={setCollects}
          />
        )}
      </ActForm>
    </Card>
  );
}
