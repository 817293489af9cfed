import { useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listOpenRecalls } from '../../shared/contract/recalls.ts';
import { listTasks } from '../../shared/contract/tasks.ts';
import { useCodes, useMunicipalities, word } from '../api/use-lists.ts';
import { usePages } from '../api/use-pages.ts';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Failed, Waiting } from '../design/components/states.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { type GroupName, handedOver, type OpenTask } from './open-work.ts';
import { namesOf } from './reached.tsx';
import { useRoster } from './use-roster.ts';
import { running } from './week.ts';

/** As many as the hub gives at once; a desk with more open work has to ask for the rest. */
const PAGE = 100;

/** What the next on duty takes over, to be gone through together; nothing of it is kept. */
export function HandOverPage() {
  const { t } = useTranslation();
  const now = useNow();
  const tasks = usePages(['tasks'], listTasks, { status: 'open', limit: PAGE });
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setSeen(
      (before) =>
        new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  const groups = handedOver(tasks.items, now).filter((group) => group.tasks.length > 0);
  const done = tasks.items.filter(({ id }) => seen.has(id)).length;
  return (
    <Page title={t('duty.handOver')} lead={t('duty.handOverLead')} wide>
      <WhoToWhom />
      {tasks.isFirst && <Waiting />}
      {tasks.error && <Failed error={tasks.error} onAgain={tasks.again} />}
      {!tasks.isFirst && (
        <Notice tone={done === tasks.items.length ? 'good' : 'plain'}>
          {t('duty.goneThrough', { done, all: tasks.items.length })}
        </Notice>
      )}
      <Recalls />
      {groups.map((group) => (
        <Group key={group.name} {...group} seen={seen} onToggle={toggle} />
      ))}
      <div className="row no-print">
        {tasks.more && <Button onPress={tasks.more}>{t('showMore')}</Button>}
        <Button onPress={() => print()}>{t('receipt.print')}</Button>
      </div>
    </Page>
  );
}

/** Who goes, who comes, and when. */
function WhoToWhom() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const { read } = useRoster();
  if (!read.data) return null;
  const { shifts, people } = read.data;
  const current = running(shifts, now.getTime());
  const next = shifts
    .filter(({ from }) => new Date(from) > now)
    .toSorted((one, other) => one.from.localeCompare(other.from))[0];
  return (
    <Notice tone={current.length > 0 ? 'plain' : 'danger'}>
      <span>
        {t('duty.now')}: <strong>{namesOf(current, people) || t('duty.nobody')}</strong>
      </span>
      <span>
        {t('duty.next')}:{' '}
        <strong>
          {next
            ? `${namesOf([next], people)}, ${momentOf(next.from, lang, now)}`
            : t('duty.nobody')}
        </strong>
      </span>
    </Notice>
  );
}

/** What was taken back and waits for this agency's answer. */
function Recalls() {
  const { t } = useTranslation();
  const { items } = usePages(['recalls'], listOpenRecalls, {});
  const own = items.filter(({ part }) => part === 'answers').length;
  if (own === 0) return null;
  return (
    <Notice tone="warn">
      <Link to="/app/recalls">{t('duty.recalls', { number: own })}</Link>
    </Notice>
  );
}

interface GroupProps {
  readonly name: GroupName;
  readonly tasks: readonly OpenTask[];
  readonly seen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function Group({ name, tasks, seen, onToggle }: GroupProps) {
  const { t } = useTranslation();
  return (
    <Card
      title={t(`duty.group.${name}`)}
      aside={<Tag tone={name === 'overdue' ? 'danger' : 'plain'}>{tasks.length}</Tag>}
    >
      <ul className="lines">
        {tasks.map((task) => (
          <Handed
            key={task.id}
            task={task}
            late={name === 'overdue'}
            seen={seen.has(task.id)}
            onToggle={() => onToggle(task.id)}
          />
        ))}
      </ul>
    </Card>
  );
}

interface HandedProps {
  readonly task: OpenTask;
  readonly late: boolean;
  readonly seen: boolean;
  readonly onToggle: () => void;
}

function Handed({ task, late, seen, onToggle }: HandedProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const [kinds, statuses] = [useCodes('taskKinds'), useCodes('taskStatuses')];
  const places = useMunicipalities();
  const { deadline, municipality } = task;
  const name = word(kinds, task.kind);
  return (
    <li className="line" data-tone={late ? 'danger' : undefined}>
      <Link to={`/app/tasks/${task.id}`}>{name}</Link>
      <Tag>{word(statuses, task.status)}</Tag>
      <span className="soft small">
        {[
          municipality && word(places, municipality),
          deadline &&
            t(late ? 'tasks.late' : 'tasks.due', {
              at: momentOf(deadline, lang, now),
              away: awayFrom(deadline, lang, now),
            }),
        ]
          .filter(Boolean)
          .join(' — ')}
      </span>
      <Checkbox
        className="choice"
        data-kind="many"
        aria-label={t('duty.tellOf', { task: name })}
        isSelected={seen}
        onChange={onToggle}
      >
        {t('duty.told')}
      </Checkbox>
    </li>
  );
}
