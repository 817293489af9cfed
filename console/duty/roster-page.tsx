import './duty.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { publishRoster } from '../../shared/contract/duty.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { useNow } from '../words/use-now.ts';
import type { Roster as Shown } from './duty-page.tsx';
import { PersonFields, ReachFields } from './person-fields.tsx';
import {
  EMPTY_ROSTER,
  isOnAnyShift,
  missingIn,
  NOBODY,
  type Roster,
  rosterBody,
  rosterDraft,
  withoutPerson,
  withShift,
} from './roster-draft.ts';
import { ShiftList } from './shift-fields.tsx';
import { useRoster } from './use-roster.ts';

/** The people who take duty and their shifts: changed here, and in force once published. */
export function RosterPage() {
  const { t } = useTranslation();
  const { agency, isKeeper, read, none } = useRoster();
  return (
    <Page title={t('duty.change')} lead={t('duty.changeLead')} wide>
      {none && <Edit agency={agency} />}
      {isKeeper && !none && (
        <Read of={read}>
          {(roster) => <Edit key={roster.version} agency={agency} shown={roster} />}
        </Read>
      )}
      {!isKeeper && read.data === undefined && <Notice>{t('duty.notYours')}</Notice>}
    </Page>
  );
}

interface EditProps {
  readonly agency: AgencyId;
  readonly shown?: Shown;
}

function Edit({ agency, shown }: EditProps) {
  const { t } = useTranslation();
  const go = useNavigate();
  const now = useNow();
  const [roster, setRoster] = useState<Roster>(() =>
    shown ? rosterDraft(shown, now) : EMPTY_ROSTER,
  );
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const change = (part: Partial<Roster>) => setRoster((before) => ({ ...before, ...part }));
  const doing = useAct(publishRoster, [['duty']], () => void go('/app/duty'));
  const wrong = (pointer: string) =>
    missing.has(pointer) ? t('duty.fillIn') : doing.wrong(pointer);
  const publish = () => {
    const found = missingIn(roster);
    setMissing(found);
    if (found.size > 0) return;
    const call = { path: { agencyId: agency }, body: rosterBody(roster) };
    doing.act(shown ? { ...call, ifMatch: shown.version } : call);
  };
  return (
    <ActForm
      doing={doing}
      does={t('duty.publish')}
      changed={<p>{t('duty.changedMeanwhile')}</p>}
      onDo={publish}
      onBack={() => void go('/app/duty')}
    >
      <Card title={t('duty.shifts')}>
        <ShiftList roster={roster} change={change} wrong={wrong} />
        {missing.has('/shifts') && <Notice tone="danger" title={t('duty.noShifts')} live />}
        <div>
          <Button onPress={() => setRoster((before) => withShift(before, now))}>
            {t('duty.addShift')}
          </Button>
        </div>
      </Card>
      <People roster={roster} setRoster={setRoster} wrong={wrong} />
      <Card title={t('duty.others')}>
        <ReachFields
          title={t('duty.head')}
          at="/head"
          reach={roster.head}
          change={(part) => change({ head: { ...roster.head, ...part } })}
          wrong={wrong}
        />
        <Field
          short
          type="tel"
          label={t('duty.desk')}
          hint={t('duty.deskHint')}
          value={roster.desk}
          onChange={(desk) => change({ desk })}
          error={wrong('/desk')}
        />
      </Card>
      {missing.size > 0 && <Notice tone="danger" title={t('duty.lookAgain')} live />}
    </ActForm>
  );
}

interface PeopleProps {
  readonly roster: Roster;
  readonly setRoster: (roster: Roster) => void;
  readonly wrong: (pointer: string) => string | undefined;
}

function People({ roster, setRoster, wrong }: PeopleProps) {
  const { t } = useTranslation();
  const set = (place: number, person: Roster['people'][number]) =>
    setRoster({
      ...roster,
      people: roster.people.map((one, at) => (at === place ? person : one)),
    });
  // A person is known by the place in the list: shifts point to it.
  const numbered = roster.people.map((person, place) => ({
    person,
    place,
    key: `person ${place}`,
  }));
  return (
    <Card title={t('duty.people')}>
      {numbered.map(({ key, person, place }) => (
        <PersonFields
          key={key}
          person={person}
          place={place}
          change={(part) => set(place, { ...person, ...part })}
          onRemove={
            isOnAnyShift(roster, place) || roster.people.length < 2
              ? undefined
              : () => setRoster(withoutPerson(roster, place))
          }
          wrong={wrong}
        />
      ))}
      <div>
        <Button
          onPress={() =>
            setRoster({ ...roster, people: [...roster.people, { ...NOBODY, deputy: NOBODY }] })
          }
        >
          {t('duty.addPerson')}
        </Button>
      </div>
    </Card>
  );
}
