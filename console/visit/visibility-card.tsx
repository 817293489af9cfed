import { useTranslation } from 'react-i18next';
import { permitTopics, visibility } from '../../shared/contract/preparation.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useVisit } from './use-visit.ts';

const BEFORE = ['planning', 'held', 'booked'];

/** What the interviewer's side may see of the child before the interview, and what it looked at. */
export function VisibilityCard() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { visit, may, path } = useVisit();
  const { data: me } = useMembership();
  const read = useRead(['visit', visit.id, 'visibility'], visibility, { path });
  const permits =
    me?.kind === 'guardianship-body' && may('visit.plan') && BEFORE.includes(visit.status.code);
  return (
    <Card title={t('visit.sees.title')}>
      <p className="soft">{t('visit.sees.lead')}</p>
      <Read of={read}>
        {({ changes, reads }) => (
          <>
            <ol className="steps">
              {changes.map(({ at, because, agency, groups }) => (
                <li key={`${at} ${because}`}>
                  <time dateTime={at}>{momentOf(at, lang)}</time>: {t(`visit.sees.${because}`)}
                  {agency && ` (${nameOf(agency)})`}
                  <div className="soft small">
                    {groups.map((group) => t(`groups.${group}`)).join(', ')}
                  </div>
                </li>
              ))}
            </ol>
            <p className="small">{t('visit.sees.reads', { number: reads.length })}</p>
          </>
        )}
      </Read>
      {permits && (
        <Acts
          acts={[
            {
              code: 'permit',
              label: t('visit.sees.permit'),
              form: (back) => <Permit onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Permit({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const options = useCodes('visitPermits');
  const doing = useAct(permitTopics, about, onBack);
  const form = useDraft({ permits: [] as readonly string[] });
  return (
    <ActForm
      doing={doing}
      title={t('visit.sees.permit')}
      look="second"
      does={t('visit.sees.do')}
      onDo={() => doing.act({ path, body: { permits: [...form.draft.permits] } })}
      onBack={onBack}
    >
      <ManyOf
        label={t('visit.sees.which')}
        hint={t('visit.sees.whichHint')}
        options={options}
        {...form.of('permits', doing.wrong('/permits'))}
      />
    </ActForm>
  );
}
