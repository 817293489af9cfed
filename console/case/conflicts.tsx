import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type ConflictView, conflicts, undoConflict } from '../../shared/contract/inside.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { DeclareConflict, DeclareOwn } from './declare-conflict.tsx';
import { AlreadyWent } from './perpetrators.tsx';
import { useCase, useCaseView, useSaid } from './use-case.ts';

type Conflict = z.output<typeof ConflictView>;

/** Who must not work on this case: shut out at once, let in again by a second person only. */
export function Conflicts() {
  const { t } = useTranslation();
  const { may } = useCase();
  const { data: view } = useCaseView();
  const open = view?.status !== 'closed';
  return (
    <Card title={t('case.conflict.title')}>
      <p className="soft">{t('case.conflict.lead')}</p>
      {may('conflict.read') && <Declared />}
      <Acts
        acts={[
          {
            code: 'own',
            label: t('case.conflict.own'),
            opens: open && may('conflict.declare-own'),
            form: (back: () => void) => <DeclareOwn onBack={back} />,
          },
          {
            code: 'other',
            label: t('case.conflict.other'),
            opens: open && may('conflict.declare'),
            form: (back: () => void) => <DeclareConflict onBack={back} />,
          },
        ].filter(({ opens }) => opens)}
      />
    </Card>
  );
}

function Declared() {
  const { t } = useTranslation();
  const { caseId, path } = useCase();
  const all = useRead(['case', caseId, 'conflicts'], conflicts, { path });
  return (
    <Read of={all}>
      {({ items }) => (
        <Entries
          of={items.toReversed()}
          none={t('case.conflict.none')}
          line={(one) => <Line key={one.number} conflict={one} />}
        />
      )}
    </Read>
  );
}

function Line({ conflict }: { readonly conflict: Conflict }) {
  const { t } = useTranslation();
  const said = useSaid();
  const nameOf = useAgencyNames();
  const { may, path, about } = useCase();
  const doing = useAct(undoConflict, about);
  const { number, version, account, agency, reason, declaredBy, at, undone } = conflict;
  return (
    <Entry
      title={account ?? nameOf(agency) ?? reason.label}
      tone={undone ? 'plain' : 'warn'}
      tags={
        <Tag tone={undone ? 'plain' : 'warn'}>
          {t(undone ? 'case.conflict.undone' : 'case.conflict.shut')}
        </Tag>
      }
      said={said({ at, agency: declaredBy })}
    >
      <p>{reason.label}</p>
      <AlreadyWent of={conflict.alreadyWent} />
      {undone && <p className="soft small">{t('case.conflict.undoneBy', { by: said(undone) })}</p>}
      {!undone && may('conflict.undo') && (
        <ActForm
          doing={doing}
          does={t('case.conflict.undo')}
          look="second"
          onDo={() => doing.act({ path: { ...path, number }, ifMatch: version })}
        />
      )}
    </Entry>
  );
}
