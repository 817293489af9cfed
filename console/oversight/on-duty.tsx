import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getRoster } from '../../shared/contract/duty.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { useAgencies, useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Button } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { useWhen } from './use-when.ts';

/** Whom to ring at an agency now. It is read when somebody wants it: a roster is people’s numbers. */
export function OnDuty({ agency }: { readonly agency: AgencyId }) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const [open, setOpen] = useState(false);
  const hasDuty = useAgencies().find(({ value }) => value === agency)?.duty;
  if (!hasDuty) return null;
  if (!open) {
    return (
      <Button look="plain" onPress={() => setOpen(true)}>
        {t('oversight.duty.who', { agency: nameOf(agency) })}
      </Button>
    );
  }
  return <Roster agency={agency} />;
}

function Roster({ agency }: { readonly agency: AgencyId }) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const { now, at } = useWhen();
  const roster = useRead(['duty', agency], getRoster, { path: { agencyId: agency } });
  return (
    <Read of={roster}>
      {({ people, shifts, head }) => {
        const instant = now.toISOString();
        const shift = shifts.find(({ from, to }) => from <= instant && instant < to);
        const person = shift && people[shift.person];
        return (
          <Notice tone={person ? 'plain' : 'danger'} title={nameOf(agency) ?? ''} live>
            {person && shift ? (
              <p>
                {t('oversight.duty.until', { name: person.name, at: at(shift.to) })}{' '}
                <Phone number={person.phone} />
              </p>
            ) : (
              <p>{t('oversight.duty.nobody')}</p>
            )}
            {person?.deputy && <Other said={t('oversight.duty.deputy')} who={person.deputy} />}
            {head && <Other said={t('oversight.duty.head')} who={head} />}
          </Notice>
        );
      }}
    </Read>
  );
}

interface OtherProps {
  readonly said: string;
  readonly who: { readonly name: string; readonly phone: string };
}

const Other = ({ said, who }: OtherProps) => (
  <p>
    {said}: {who.name} <Phone number={who.phone} />
  </p>
);

const Phone = ({ number }: { readonly number: string }) => (
  <a className="button" data-look="plain" href={`tel:${number.replaceAll(/\s/g, '')}`}>
    {number}
  </a>
);
