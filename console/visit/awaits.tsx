import { useTranslation } from 'react-i18next';
import { approveInterview, goOn } from '../../shared/contract/further.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Notice } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useVisit } from './use-visit.ts';

const FURTHER = 'further-not-approved';

/** What has to be said before a further time may be booked: by the child, or by another agency. */
export function Awaits() {
  const { t } = useTranslation();
  const { visit, may } = useVisit();
  const { unbookable, goesOn } = visit;
  const inPlanning = visit.status.code === 'planning';
  const mayApprove = unbookable === FURTHER || (goesOn && !goesOn.approved);
  return (
    <>
      {unbookable && <Notice tone="warn" title={t(`visit.further.awaits.${unbookable}`)} />}
      {goesOn && <GoesOn />}
      {goesOn && inPlanning && may('interview.go-on') && <AskTheChild />}
      {mayApprove && inPlanning && may('interview.approve') && <Approve />}
    </>
  );
}

/** It was broken off: what the child said to going on, and until when nobody else need agree. */
function GoesOn() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { goesOn } = useVisit().visit;
  if (!goesOn) return null;
  const { childAgreedAt, approved, until } = goesOn;
  return (
    <>
      {childAgreedAt && <p>{t('visit.further.agreed', { at: momentOf(childAgreedAt, lang) })}</p>}
      <p>
        {approved
          ? t('visit.further.approved', { agency: nameOf(approved.agency) })
          : t('visit.further.until', { until: momentOf(until, lang) })}
      </p>
    </>
  );
}

/** The child is asked, and its answer stands: nobody goes on against its no. */
function AskTheChild() {
  const { t } = useTranslation();
  const { visit, path, about } = useVisit();
  const answers = useCodes('yesNo').filter(({ value }) => value === 'yes' || value === 'no');
  const doing = useAct(goOn, about);
  const empty = { agrees: undefined as 'yes' | 'no' | undefined };
  const form = useDraft(empty, ({ agrees }) => (agrees ? [] : ['agrees' as const]));
  const { agrees } = form.draft;
  const send = () => {
    if (agrees) doing.act({ path, body: { childAgrees: agrees }, ifMatch: visit.version });
  };
  return (
    <ActForm
      doing={doing}
      look="second"
      does={t('visit.further.record')}
      onDo={() => form.whenComplete(send)}
    >
      <OneOf
        row
        label={t('visit.further.childSays')}
        hint={t('visit.further.childHint')}
        options={answers as { value: 'yes' | 'no'; label: string }[]}
        {...form.of('agrees', doing.wrong('/childAgrees'))}
      />
    </ActForm>
  );
}

/** An agency of another legal person has to agree. */
function Approve() {
  const { t } = useTranslation();
  const { visit, path, about } = useVisit();
  const doing = useAct(approveInterview, about);
  return (
    <ActForm
      doing={doing}
      look="second"
      does={t('visit.further.approve')}
      onDo={() => doing.act({ path, ifMatch: visit.version })}
    >
      <p>{t(visit.goesOn ? 'visit.further.approveLate' : 'visit.further.approveLead')}</p>
    </ActForm>
  );
}
