import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../shared/contract/client.ts';
import { putBusyTimes } from '../../shared/contract/resources.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { FileField } from '../design/components/file-field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { onlyTimes } from './only-times.ts';
import type { Resource } from './resource-page.tsx';

export type BusyRead = Result<typeof putBusyTimes>['body'];

interface BusyFileProps {
  readonly resource: Resource;
  readonly onRead: (read: BusyRead) => void;
  readonly onBack: () => void;
}

/** Busy times from a file of a calendar program, for whoever has no address to give. */
export function BusyFile({ resource, onRead, onBack }: BusyFileProps) {
  const { t } = useTranslation();
  const [file, setFile] = useState<string>();
  const [tried, setTried] = useState(false);
  const doing = useAct(putBusyTimes, [['resource', resource.id]], onRead);
  const send = () => {
    setTried(true);
    const path = { resourceId: resource.id };
    if (file) doing.act({ path, body: { calendar: onlyTimes(file) } });
  };
  const missing = tried && !file ? t('centre.outside.fileMissing') : undefined;
  return (
    <ActForm
      doing={doing}
      look="second"
      does={t('centre.outside.file')}
      onDo={send}
      onBack={onBack}
    >
      <FileField
        label={t('centre.outside.fileLabel')}
        hint={t('centre.outside.fileHint')}
        accept=".ics,text/calendar"
        onText={setFile}
        error={doing.wrong('/calendar') ?? missing}
      />
    </ActForm>
  );
}

/** What was understood of the file, and what was left out and why: somebody relies on these hours. */
export function BusyFound({ intervals, until, skipped }: BusyRead) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const lost = skipped.some(({ because }) => because === 'unknown-time-zone');
  return (
    <Notice
      tone={lost || intervals === 0 ? 'warn' : 'good'}
      title={t('centre.outside.found', { count: intervals, until: momentOf(until, lang) })}
      live
    >
      {skipped.map(({ because, count }) => (
        <p key={because}>{t(`centre.outside.skipped.${because}`, { count })}</p>
      ))}
    </Notice>
  );
}
