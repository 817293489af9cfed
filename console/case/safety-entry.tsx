import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { perpetrators } from '../../shared/contract/family.ts';
import type { SafetyDecisionView } from '../../shared/contract/safety.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Entry } from '../design/components/entry.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Tag } from '../design/components/notice.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { useCase, useSaid } from './use-case.ts';

type Decision = z.output<typeof SafetyDecisionView>;

/** One decision on the child's safety, as far as it is open; the one that counts now stands out. */
export function SafetyEntry({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const said = useSaid();
  const { current, result, childSeenAt, triedAt, reviewBy, siblingsChecked } = decision;
  const state = current ? 'current' : result === 'not-seen' ? 'notSeen' : 'past';
  const at = (instant: string | undefined) => instant && momentOf(instant, lang, now);
  return (
    <Entry
      title={t(result === 'seen' ? 'case.safety.wasSeen' : 'case.safety.wasNotSeen')}
      tone={current ? 'good' : result === 'not-seen' ? 'danger' : 'plain'}
      tags={
        <Tag tone={current ? 'good' : result === 'not-seen' ? 'danger' : 'plain'}>
          {t(`case.safety.state.${state}`)}
        </Tag>
      }
      said={said(decision)}
    >
      <Facts
        facts={[
          { name: t('case.safety.seenAt'), value: at(childSeenAt) },
          { name: t('case.safety.seenBy'), value: decision.seenBy },
          {
            name: t('case.safety.alone'),
            value: decision.seenAlone && t(`yesNo.${decision.seenAlone}`),
          },
          { name: t('case.safety.notSeenWhy'), value: decision.notSeen?.label },
          { name: t('case.safety.triedAt'), value: at(triedAt) },
          { name: t('case.safety.where'), value: decision.where?.label },
          { name: t('case.safety.sleeps'), value: decision.sleepsTonight?.label },
          {
            name: t('case.safety.siblings'),
            value: siblingsChecked && t(`case.safety.sibling.${siblingsChecked}`),
          },
          {
            name: t('case.safety.reviewBy'),
            value: `${momentOf(reviewBy, lang, now)} (${awayFrom(reviewBy, lang, now)})`,
          },
          { name: t('case.why'), value: decision.reason },
        ]}
      />
      <Measures of={decision.measures ?? []} />
      <Opened of={decision.opened ?? []} />
    </Entry>
  );
}

/** What keeps somebody away or the child elsewhere, and until when. */
function Measures({ of }: { readonly of: NonNullable<Decision['measures']> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const named = useNamed(of.some(({ perpetrator }) => perpetrator !== undefined));
  if (of.length === 0) return null;
  return (
    <div>
      <strong>{t('case.safety.measures')}</strong>
      <ul>
        {of.map(({ kind, against, perpetrator, validUntil }) => {
          const over = validUntil !== undefined && new Date(validUntil) <= now;
          const who = against ?? (perpetrator !== undefined ? named(perpetrator) : undefined);
          return (
            <li key={`${kind.code} ${who ?? ''} ${validUntil ?? ''}`}>
              {[kind.label, who].filter(Boolean).join(': ')}{' '}
              {validUntil && (
                <Tag tone={over ? 'danger' : 'good'}>
                  {t(over ? 'case.safety.overSince' : 'case.safety.until', {
                    at: momentOf(validUntil, lang, now),
                  })}
                </Tag>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What an alleged perpetrator of the case is called, by number. */
function useNamed(needed: boolean) {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const relations = useCodes('relations');
  const { data } = useRead(
    ['case', caseId, 'perpetrators'],
    perpetrators,
    { path },
    { when: needed && may('perpetrator.read') },
  );
  return (number: number): string => {
    const found = data?.items.find((one) => one.number === number)?.perpetrator;
    if (!found) return t('case.family.perpetrator', { number });
    return [word(relations, found.relation), found.name].filter(Boolean).join(', ');
  };
}

/** Who was sent at once, because the child was not seen. */
function Opened({ of }: { readonly of: NonNullable<Decision['opened']> }) {
  const { t } = useTranslation();
  const { caseId } = useCase();
  if (of.length === 0) return null;
  return (
    <p>
      {t('case.safety.sent', { number: of.length })}{' '}
      <Link to={`/app/cases/${caseId}`}>{t('case.safety.sentSee')}</Link>
    </p>
  );
}
