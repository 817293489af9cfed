import './centre.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useOpen } from '../api/use-open.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Parts } from '../design/components/parts.tsx';
import { Read } from '../design/components/read.tsx';
import { dayInWords, dayOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useClock } from './use-numbers.ts';
import { bookingOf, useVisit, type Visit } from './use-visit.ts';

export interface OnVisit {
  readonly id: InterviewId;
  readonly visit: Visit;
  readonly may: (action: RecordAction) => boolean;
  /** Under what everything of the visit is kept: doing anything reads it anew. */
  readonly about: readonly (readonly unknown[])[];
}

interface VisitFrameProps {
  readonly title: string;
  readonly children: (on: OnVisit) => ReactNode;
}

/** What every page of a visit on its day stands in: when and how it is, and the way to its parts. */
export function VisitFrame({ title, children }: VisitFrameProps) {
  const { t } = useTranslation();
  const { id, about, it } = useVisit();
  const may = useOpen(id);
  const at = `/app/centre/visits/${id}`;
  const here = useLocation().pathname;
  const parts = [
    { to: at, label: t('centre.prepare.title') },
    { to: `${at}/interview`, label: t('centre.interview.title') },
    { to: `${at}/recordings`, label: t('centre.ledger.title') },
    { to: `${at}/after`, label: t('centre.care.title') },
  ].map((part) => ({ ...part, current: part.to === here }));
  return (
    <Page title={title} lead={t('centre.visitLead')} wide>
      <Parts label={t('centre.visitParts')} parts={parts} />
      <Read of={it}>
        {(visit) => (
          <>
            <Head visit={visit} />
            {children({ id, visit, may, about: [['open'], about, ['centre']] })}
          </>
        )}
      </Read>
    </Page>
  );
}

const TONES: Readonly<Record<string, Tone>> = {
  booked: 'good',
  'under-way': 'warn',
  frozen: 'danger',
  cancelled: 'danger',
};

function Head({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const clock = useClock();
  const nameOf = useAgencyNames();
  const languages = useCodes('languages');
  const booking = bookingOf(visit);
  const day = booking && dayOf(new Date(booking.start));
  return (
    <section className="card" aria-label={t('centre.standing')}>
      <Facts
        facts={[
          {
            name: t('centre.status'),
            value: <Tag tone={TONES[visit.status.code] ?? 'plain'}>{visit.status.label}</Tag>,
          },
          {
            name: t('centre.when'),
            value:
              booking &&
              day &&
              `${dayInWords(day, lang)}, ${clock(booking.start)}–${clock(booking.end)}`,
          },
          { name: t('centre.house'), value: nameOf(visit.site.agency) },
          { name: t('centre.form'), value: visit.legalForm?.label },
          { name: t('centre.language'), value: word(languages, visit.language) },
        ]}
      />
      {day && (
        <div className="no-print">
          <LinkButton to={`/app/centre?day=${day}`}>{t('centre.toBoard')}</LinkButton>
        </div>
      )}
    </section>
  );
}
