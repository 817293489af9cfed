import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { listMoves, type MoveView } from '../../shared/contract/moves.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { dayInWords, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { HandOver, MoveCase } from './move-case.tsx';
import { useCase, useCaseView, useSaid } from './use-case.ts';

type Move = z.output<typeof MoveView>;

/** Where the child went, and whether the two units have talked: until then both see the case. */
export function Moves() {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const { data: view } = useCaseView();
  const all = useRead(['case', caseId, 'moves'], listMoves, { path });
  return (
    <Card title={t('case.move.title')}>
      <p className="soft">{t('case.move.lead')}</p>
      <Read of={all}>
        {({ items }) => (
          <Entries
            of={items.toReversed()}
            none={t('case.move.none')}
            line={(move) => <Line key={move.number} move={move} />}
          />
        )}
      </Read>
      {may('case.move') && view?.status === 'open' && (
        <Acts
          acts={[
            {
              code: 'move',
              label: t('case.move.record'),
              form: (back) => <MoveCase onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Line({ move }: { readonly move: Move }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const said = useSaid();
  const { may } = useCase();
  const { at, from, to, municipality, since, source, task, handedOverAt, persons, note } = move;
  const waits = to !== undefined && !handedOverAt;
  return (
    <Entry
      title={to ? municipality.label : t('case.move.unknown')}
      tone={waits || !to ? 'warn' : 'plain'}
      tags={
        <Tag tone={waits || !to ? 'warn' : 'good'}>
          {t(to ? (waits ? 'case.move.waits' : 'case.move.handedOver') : 'case.move.searched')}
        </Tag>
      }
      said={said({ at, agency: from })}
    >
      <Facts
        facts={[
          { name: t('case.move.to'), value: nameOf(to) },
          { name: t('case.move.since'), value: dayInWords(since, lang) },
          { name: t('case.move.source'), value: source.label },
          { name: t('case.move.talkedAt'), value: handedOverAt && momentOf(handedOverAt, lang) },
          { name: t('case.move.persons'), value: persons?.join(', ') },
          { name: t('tasks.note'), value: note },
        ]}
      />
      {task && may('task.read') && (
        <p>
          <Link className="reach" to={`/app/tasks/${task}`}>
            {t('case.move.task')}
          </Link>
        </p>
      )}
      {waits && may('case.hand-over') && (
        <Acts
          acts={[
            {
              code: 'talk',
              label: t('case.move.talk'),
              form: (back) => <HandOver number={move.number} onBack={back} />,
            },
          ]}
        />
      )}
    </Entry>
  );
}
