import './centre.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absenceNote, childInformation } from '../../shared/contract/preparation.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useCodes } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Button, LinkButton } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Read } from '../design/components/read.tsx';
import { useVisit } from './use-visit.ts';

type Which = 'child' | 'absence';

/** What will happen, in words for the child; to be read out or printed. */
export const ForTheChild = () => <VisitText which="child" />;

/** A note for the school that says neither why nor where. */
export const AbsenceNote = () => <VisitText which="absence" />;

function VisitText({ which }: { readonly which: Which }) {
  const { t } = useTranslation();
  const { id } = useVisit();
  const languages = useCodes('languages');
  const [lang, setLang] = useState('');
  return (
    <Page title={t(`centre.texts.${which}`)} lead={t(`centre.texts.${which}Lead`)}>
      <div className="row no-print">
        <Pick
          label={t('centre.texts.language')}
          none={t(`centre.texts.${which}Language`)}
          options={languages}
          value={lang}
          onChange={setLang}
        />
      </div>
      <Text key={lang} id={id} which={which} lang={lang} />
      <div className="row no-print">
        <Button look="first" onPress={() => print()}>
          {t('centre.texts.print')}
        </Button>
        <LinkButton to={`/app/centre/visits/${id}`}>{t('centre.texts.back')}</LinkButton>
      </div>
    </Page>
  );
}

interface TextProps {
  readonly id: InterviewId;
  readonly which: Which;
  readonly lang: string;
}

function Text({ id, which, lang }: TextProps) {
  const { t } = useTranslation();
  const it = useRead(
    ['interview', id, which, lang],
    which === 'child' ? childInformation : absenceNote,
    { path: { interviewId: id }, query: lang ? { lang } : {} },
  );
  return (
    <Read of={it}>
      {(found) => (
        <>
          {found.instead && (
            <div className="no-print">
              <Notice tone="warn">{t('centre.texts.instead')}</Notice>
            </div>
          )}
          <p className="sheet" lang={found.lang}>
            {found.text}
          </p>
        </>
      )}
    </Read>
  );
}
