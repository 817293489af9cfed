import { useTranslation } from 'react-i18next';
import { checkWatched } from '../../shared/contract/oversight.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import type { Watched } from './watched.tsx';
import { ENDED_BY_A_LOOK } from './where-to.ts';

interface CheckItProps {
  readonly list: string;
  readonly line: Watched;
}

/** Somebody has looked: it leaves a list that nothing else ends. */
export function CheckIt({ list, line }: CheckItProps) {
  const { t } = useTranslation();
  if (!ENDED_BY_A_LOOK.includes(list)) return null;
  const form = (back: () => void) => <Check list={list} line={line} onBack={back} />;
  return <Acts acts={[{ code: 'check', label: t('oversight.check.do'), form }]} />;
}

const EMPTY = { finding: undefined as 'in-order' | 'taken-up' | undefined };

function Check({ list, line, onBack }: CheckItProps & { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const form = useDraft(EMPTY, (draft) => emptyOf(draft, 'finding'));
  const doing = useAct(checkWatched, [['oversight', 'watched', list]], onBack);
  const { subject, number, version } = line;
  const send = () => {
    const { finding } = form.draft;
    if (!finding) return;
    const path = { list, record: subject.id as CaseId, number };
    doing.act({ path, body: { finding }, ifMatch: version });
  };
  return (
    <ActForm
      doing={doing}
      does={t('oversight.check.keep')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <OneOf
        label={t('oversight.check.finding')}
        options={[
          { value: 'in-order', label: t('oversight.check.inOrder') },
          { value: 'taken-up', label: t('oversight.check.takenUp') },
        ]}
        {...form.of('finding')}
      />
    </ActForm>
  );
}
