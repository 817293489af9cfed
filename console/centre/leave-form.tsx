import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemError } from '../../shared/contract/client.ts';
import { putResource } from '../../shared/contract/resources.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { dayInWords } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { awayFor, bodyOf, inTheWay } from './resource-draft.ts';
import type { Resource } from './resource-page.tsx';

const KINDS = ['leave', 'sick', 'training', 'maintenance'];

interface LeaveFormProps {
  readonly resource: Resource;
  readonly onBack: () => void;
}

/** Somebody is away, or a room cannot be used: planned over a booking it is refused, illness is not. */
export function LeaveForm({ resource, onBack }: LeaveFormProps) {
  const { t } = useTranslation();
  const kinds = useCodes('resourceLosses').filter(({ value }) => KINDS.includes(value));
  const [kind, setKind] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const { id, site, agency, version } = resource;
  const about = [
    ['resource', id],
    ['resources', agency],
    ['centre', agency],
  ];
  const doing = useAct(putResource, about, onBack);
  const ready = kind && from && (to || from) >= from;
  const send = () => {
    setTried(true);
    const body = bodyOf(awayFor(resource, { from, to: to || from, kind }), site ?? agency);
    if (ready && body) doing.act({ path: { resourceId: id }, body, ifMatch: version });
  };
  const last = resource.availability?.leave.length ?? 0;
  const at = `/availability/leave/${last}`;
  return (
    <ActForm
      doing={doing}
      title={t('centre.leave.title')}
      does={t('centre.leave.do')}
      look="second"
      onDo={send}
      onBack={onBack}
    >
      <p>{t('centre.leave.lead')}</p>
      <Pick
        label={t('centre.leave.kind')}
        none={t('steps.choose')}
        options={kinds}
        value={kind}
        onChange={setKind}
        error={tried && !kind ? t('centre.leave.kindMissing') : undefined}
      />
      <Field
        short
        type="date"
        label={t('centre.leave.from')}
        value={from}
        onChange={setFrom}
        error={tried && !from ? t('centre.leave.fromMissing') : doing.wrong(`${at}/from`)}
      />
      <Field
        short
        type="date"
        label={t('centre.leave.to')}
        hint={t('centre.leave.toHint')}
        value={to}
        onChange={setTo}
        error={doing.wrong(`${at}/to`)}
      />
      <Standing error={doing.error} />
    </ActForm>
  );
}

/** What is booked on the days of a planned absence: it has to be moved first. */
function Standing({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  const booked = errors.flatMap(({ label }) => inTheWay(label) ?? []);
  if (booked.length === 0) return null;
  return (
    <Notice tone="warn" title={t('centre.leave.booked')}>
      <ul>
        {booked.map(({ day, visit }) => (
          <li key={`${day} ${visit}`}>
            <Link to={`/app/centre/visits/${visit}`}>{dayInWords(day, lang)}</Link>
          </li>
        ))}
      </ul>
      <p>{t('centre.leave.bookedLead')}</p>
    </Notice>
  );
}
