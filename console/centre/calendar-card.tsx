import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeCalendar, openCalendar } from '../../shared/contract/calendars.ts';
import { useAct } from '../api/use-act.ts';
import { useMembership } from '../api/use-membership.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import type { ResourceId } from './resource-page.tsx';

const KEEPERS: readonly string[] = ['supervisor', 'administrator'];

interface CalendarCardProps {
  readonly id: ResourceId;
  readonly account: string | undefined;
}

/** A private address to which a calendar program subscribes; it is shown this once. */
export function CalendarCard({ id, account }: CalendarCardProps) {
  const { t } = useTranslation();
  const { data } = useMembership();
  const [path, show] = useState<string>();
  const [closed, close] = useState(false);
  const mine = account !== undefined && account === data?.account;
  if (!mine && !data?.roles.some((role) => KEEPERS.includes(role))) return null;
  return (
    <Card title={t('centre.calendar.title')}>
      <p>{t('centre.calendar.lead')}</p>
      {path && (
        <Notice tone="warn" title={t('centre.calendar.once')} live>
          <p className="code">{`${location.origin}${path}`}</p>
        </Notice>
      )}
      {closed && <Notice tone="good" title={t('centre.calendar.closed')} live />}
      <Acts
        acts={[
          {
            code: 'open',
            label: t('centre.calendar.open'),
            form: (back) => (
              <Open
                id={id}
                onBack={back}
                onOpened={(address) => {
                  show(address);
                  close(false);
                  back();
                }}
              />
            ),
          },
          {
            code: 'close',
            label: t('centre.calendar.close'),
            form: (back) => (
              <Close
                id={id}
                onBack={back}
                onClosed={() => {
                  show(undefined);
                  close(true);
                  back();
                }}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

interface OpenProps {
  readonly id: ResourceId;
  readonly onBack: () => void;
  readonly onOpened: (path: string) => void;
}

function Open({ id, onBack, onOpened }: OpenProps) {
  const { t } = useTranslation();
  const doing = useAct(openCalendar, [], (answer) => onOpened(answer.path));
  return (
    <ActForm
      doing={doing}
      look="second"
      does={t('centre.calendar.open')}
      onDo={() => doing.act({ path: { resourceId: id } })}
      onBack={onBack}
    >
      <p>{t('centre.calendar.openLead')}</p>
    </ActForm>
  );
}

interface CloseProps {
  readonly id: ResourceId;
  readonly onBack: () => void;
  readonly onClosed: () => void;
}

function Close({ id, onBack, onClosed }: CloseProps) {
  const { t } = useTranslation();
  const doing = useAct(closeCalendar, [], onClosed);
  return (
    <ActForm
      doing={doing}
      look="danger"
      does={t('centre.calendar.close')}
      onDo={() => doing.act({ path: { resourceId: id } })}
      onBack={onBack}
    >
      <p>{t('centre.calendar.closeLead')}</p>
    </ActForm>
  );
}
