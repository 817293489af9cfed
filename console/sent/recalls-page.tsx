import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { listRecalls, type RecallView } from '../../shared/contract/recalls.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag, type Tone } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { AnswerRecall } from './answer-recall.tsx';
import { Frame, type Sent } from './frame.tsx';
import { MakeRecall } from './make-recall.tsx';

export type Recalled = z.output<typeof RecallView>;

/** What was taken back of a referral, and what each agency that was told has answered. */
export function RecallsPage() {
  const { t } = useTranslation();
  return (
    <Frame part="recalls" lead={t('sent.recallsLead')}>
      {(sent) => <Recalls {...sent} />}
    </Frame>
  );
}

function Recalls(sent: Sent) {
  const { t } = useTranslation();
  const { referralId } = sent;
  const read = useRead(['referral', referralId], listRecalls, { path: { referralId } });
  const make = (back: () => void) => <MakeRecall {...sent} onBack={back} />;
  return (
    <Read of={read}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="soft">{t('sent.noRecalls')}</p>}
          {items.map((one) => (
            <Recall key={one.number} one={one} />
          ))}
          {sent.may('recall.make') && (
            <Card title={t('sent.further')}>
              <Acts acts={[{ code: 'make', label: t('sent.makeRecall'), form: make }]} />
            </Card>
          )}
        </>
      )}
    </Read>
  );
}

const STATES: Readonly<Record<string, Tone>> = { open: 'warn', deleted: 'good', kept: 'good' };

function Recall({ one }: { readonly one: Recalled }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const { data: me } = useMembership();
  const own = one.recipients.find(({ agency }) => agency === me?.agency);
  // Whoever was told and has not answered yet is asked: that stands in the recall itself.
  const answers = own?.status.code === 'open';
  return (
    <Card title={one.kind.label}>
      <Facts
        facts={[
          { name: t('steps.reason'), value: one.reason.label },
          { name: t('sent.recalledBy'), value: nameOf(one.from) },
          { name: t('sent.recalledAt'), value: momentOf(one.at, lang, now) },
          {
            name: t('tasks.deadline'),
            value: `${momentOf(one.deadline, lang, now)} (${awayFrom(one.deadline, lang, now)})`,
          },
          {
            name: t('sent.whatIsRecalled'),
            value: one.fieldGroups.map((group) => t(`groups.${group}`)).join(', '),
          },
          { name: t('sent.isRight'), value: one.correction },
        ]}
      />
      {one.advice.length > 0 && (
        <Notice>
          <ul>
            {one.advice.map(({ code, label }) => (
              <li key={code}>{label}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Recipients one={one} />
      {answers && <AnswerRecall one={one} />}
    </Card>
  );
}

function Recipients({ one }: { readonly one: Recalled }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  return (
    <ul className="lines">
      {one.recipients.map((line, place) => (
        <li key={line.agency ?? place} className="line">
          <strong>{nameOf(line.agency) ?? t('sent.lookedHidden')}</strong>
          <Tag tone={STATES[line.status.code] ?? 'plain'}>{line.status.label}</Tag>
          <span className="soft small line-whole">
            {t('sent.toldSince', { at: momentOf(line.toldSince, lang) })}:{' '}
            {line.toldBy.map(({ label }) => label).join(', ')}
          </span>
          {line.confirmedAt && (
            <span className="soft small line-whole">
              {[line.basis?.label, line.actingPerson, momentOf(line.confirmedAt, lang)]
                .filter(Boolean)
                .join(' — ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
