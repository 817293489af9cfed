import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { listConsents } from '../../shared/contract/sharing.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { dayInWords, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { Frame, type Sent } from './frame.tsx';
import { DecideOverride, RecordConsent } from './record-consent.tsx';
import { WithdrawConsent } from './withdraw-consent.tsx';

type Sharing = z.output<(typeof listConsents)['answers'][200]>;
export type GivenConsent = Sharing['consents'][number];

/** On what the sharing rests where it rests on consent, what is missing, and who decided without. */
export function ConsentsPage() {
  const { t } = useTranslation();
  return (
    <Frame part="consents" lead={t('sent.consentsLead')}>
      {(sent) => <Sharing {...sent} />}
    </Frame>
  );
}

function Sharing(sent: Sent) {
  const { t } = useTranslation();
  const { referralId, may } = sent;
  const read = useRead(['referral', referralId], listConsents, { path: { referralId } });
  const record = (back: () => void) => <RecordConsent referralId={referralId} onBack={back} />;
  const decide = (back: () => void) => <DecideOverride referralId={referralId} onBack={back} />;
  const acts = [
    ...(may('consent.record')
      ? [{ code: 'record', label: t('sent.recordConsent'), form: record }]
      : []),
    ...(may('consent.override')
      ? [{ code: 'override', label: t('sent.override'), form: decide }]
      : []),
  ];
  return (
    <Read of={read}>
      {(sharing) => (
        <>
          <Resting resting={sharing.resting} />
          {sharing.consents.length === 0 && <p className="soft">{t('sent.noConsents')}</p>}
          {sharing.consents.map((one) => (
            <Given key={one.number} one={one} {...sent} />
          ))}
          <Overrides overrides={sharing.overrides} />
          {acts.length > 0 && (
            <Card title={t('sent.further')}>
              <Acts acts={acts} />
            </Card>
          )}
        </>
      )}
    </Read>
  );
}

/** Each agency whose work rests on consent: without one, it sees nothing. */
function Resting({ resting }: Pick<Sharing, 'resting'>) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  if (resting.length === 0) return null;
  return (
    <Card title={t('sent.resting')}>
      <ul className="lines">
        {resting.map(({ agency, missing, until }) => (
          <li key={agency} className="line" data-tone={missing ? 'danger' : undefined}>
            <strong>{nameOf(agency)}</strong>
            <Tag tone={missing ? 'danger' : 'good'}>
              {missing ? t('sent.consentMissing') : t('sent.inForce')}
            </Tag>
            {until && (
              <span className="soft small">{t('sent.until', { at: momentOf(until, lang) })}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const STATES: Readonly<Record<string, Tone>> = { 'in-force': 'good', withdrawn: 'warn' };
const words = (all: readonly { readonly label: string }[]): string =>
  all.map(({ label }) => label).join(', ');

function Given({ one, ...sent }: Sent & { readonly one: GivenConsent }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const withdraw = (back: () => void) => <WithdrawConsent one={one} onBack={back} {...sent} />;
  const canWithdraw = sent.may('consent.withdraw') && one.state === 'in-force';
  return (
    <Card
      title={one.from.label}
      aside={<Tag tone={STATES[one.state] ?? 'plain'}>{t(`sent.consent.${one.state}`)}</Tag>}
    >
      <Facts
        facts={[
          { name: t('sent.consentPerson'), value: one.person },
          { name: t('sent.purposes'), value: words(one.purposes) },
          { name: t('sent.recipients'), value: words(one.recipients) },
          { name: t('sent.givenOn'), value: dayInWords(one.givenOn, lang) },
          { name: t('sent.validUntil'), value: momentOf(one.until, lang) },
          { name: t('sent.evidence'), value: one.evidence.label },
          { name: t('tasks.note'), value: one.note },
          {
            name: t('sent.consent.withdrawn'),
            value:
              one.withdrawn && `${one.withdrawn.by.label}, ${momentOf(one.withdrawn.at, lang)}`,
          },
        ]}
      />
      {canWithdraw && (
        <Acts acts={[{ code: 'withdraw', label: t('sent.withdrawConsent'), form: withdraw }]} />
      )}
    </Card>
  );
}

function Overrides({ overrides }: Pick<Sharing, 'overrides'>) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return overrides.map((one) => (
    <Card key={one.number} title={t('sent.withoutConsent')}>
      <Facts
        facts={[
          { name: t('steps.reason'), value: one.reason.label },
          { name: t('sent.inWords'), value: one.words },
          { name: t('sent.purposes'), value: words(one.purposes) },
          { name: t('sent.recipients'), value: words(one.recipients) },
          { name: t('sent.decidedAt'), value: momentOf(one.decidedAt, lang) },
          { name: t('sent.validUntil'), value: momentOf(one.until, lang) },
        ]}
      />
    </Card>
  ));
}
