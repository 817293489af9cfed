import { useTranslation } from 'react-i18next';
import { removeForbiddenTime } from '../../shared/contract/childs-times.ts';
import { useAct } from '../api/use-act.ts';
import { useMembership } from '../api/use-membership.ts';
import { Acts } from '../design/components/act.tsx';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Failed } from '../design/components/states.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { AddForbidden, AddWish } from './childs-time-forms.tsx';
import { useOwnWorkers } from './use-own-workers.ts';
import { isOpen, useVisit, type Visit } from './use-visit.ts';

type When = Visit['forbiddenTimes'][number]['when'];

/** When the child cannot come, and what it would like. */
export function ChildsTimes() {
  const { t } = useTranslation();
  const { visit, may, path, about } = useVisit();
  const doing = useAct(removeForbiddenTime, about);
  const changes = may('interview.plan') && isOpen(visit);
  const { forbiddenTimes, wishes = [] } = visit;
  return (
    <Card title={t('visit.childs.title')}>
      <h3>{t('visit.childs.forbidden')}</h3>
      {forbiddenTimes.length === 0 && <p className="soft">{t('visit.childs.noForbidden')}</p>}
      <ul className="entries">
        {forbiddenTimes.map(({ number, code, when }) => (
          <li key={number} className="entry">
            <span>
              {code.label}: <WhenSaid when={when} />
            </span>
            {changes && (
              <Button
                look="plain"
                pending={doing.isPending}
                onPress={() => doing.act({ path: { ...path, number } })}
              >
                {t('visit.childs.remove')}
                <span className="unseen"> {code.label}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {doing.error && <Failed error={doing.error} />}
      <Wishes wishes={wishes} />
      {changes && (
        <Acts
          acts={[
            {
              code: 'forbidden',
              label: t('visit.childs.addForbidden'),
              form: (back) => <AddForbidden onBack={back} />,
            },
            {
              code: 'wish',
              label: t('visit.childs.addWish'),
              form: (back) => <AddWish onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

/** By name whom the child knows: to that agency itself, for others know no account. */
function Wishes({ wishes }: { readonly wishes: NonNullable<Visit['wishes']> }) {
  const { t } = useTranslation();
  const { data: me } = useMembership();
  const workers = useOwnWorkers();
  if (wishes.length === 0) return null;
  return (
    <>
      <h3>{t('visit.childs.wishes')}</h3>
      <ul>
        {wishes.map(({ number, kind, when, sex, account, agency }) => (
          <li key={number}>
            {kind.label}
            {when && (
              <>
                : <WhenSaid when={when} />
              </>
            )}
            {sex && `: ${sex.label}`}
            {account &&
              agency === me?.agency &&
              `: ${workers.find(({ value }) => value === account)?.label ?? t('visit.childs.ours')}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function WhenSaid({ when }: { readonly when: When }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  if ('from' in when)
    return (
      <time dateTime={when.from}>
        {momentOf(when.from, lang)} – {momentOf(when.to, lang)}
      </time>
    );
  const { from, to } = when.daily;
  return <span>{t('visit.childs.daily', { from, to })}</span>;
}
