import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import {
  type AccessExplained,
  explainAccess,
  type RuleSaid,
} from '../../shared/contract/access.ts';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice, Tag, type Tone } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { type Kind, kindOf, pageOf } from './subject-page.ts';

type Explained = z.output<typeof AccessExplained>;

/** What reading a record is called, by what kind of record it is. */
const READS: Readonly<Partial<Record<Kind, RecordAction>>> = {
  referral: 'referral.read',
  case: 'case.read',
  task: 'task.read',
  interview: 'interview.read',
};
const TONES: Readonly<Record<Explained['decision'], Tone>> = {
  allow: 'good',
  'allow-limited': 'warn',
  deny: 'danger',
};

/** Why I see a record, and why not all of it: the rules themselves, in words. */
export function AccessPage() {
  const { t } = useTranslation();
  const { record = '' } = useParams();
  const kind = kindOf(record);
  const query = { record, action: READS[kind ?? 'referral'] } as never;
  const explained = useRead(['access', record], explainAccess, { query }, { when: !!kind });
  return (
    <Page title={t('me.why.title')}>
      {!kind && <Notice tone="warn">{t('notThere.lead')}</Notice>}
      {kind && (
        <Read of={explained}>
          {(data) => (
            <>
              <Decision explained={data} />
              <Groups explained={data} />
              <div>
                <LinkButton look="first" to={pageOf({ kind, id: record }) ?? '/'}>
                  {t('me.why.see')}
                </LinkButton>
              </div>
            </>
          )}
        </Read>
      )}
    </Page>
  );
}

function Decision({ explained }: { readonly explained: Explained }) {
  const { t } = useTranslation();
  const { decision, rules, relations } = explained;
  return (
    <Card title={t('me.why.because')}>
      <Notice tone={TONES[decision]} title={t(`me.why.${decision}`)} />
      {relations.length > 0 && (
        <p>
          {t('me.why.relations', { relations: relations.map(({ label }) => label).join(', ') })}
        </p>
      )}
      <ul className="stack">
        {rules.map((rule) => (
          <li key={rule.rule}>
            <RuleWords rule={rule} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RuleWords({
  rule: { says, purpose, basis },
}: {
  readonly rule: z.output<typeof RuleSaid>;
}) {
  const { t } = useTranslation();
  const law = basis.map(({ label }) => label).join('; ');
  return (
    <>
      {says}
      <br />
      <span className="soft small">
        {t('me.why.purpose', { purpose: purpose.label })} · {law}
      </span>
    </>
  );
}

/** What of it is shown; where it is not, by which rule, or because no rule opens it. */
function Groups({ explained: { groups } }: { readonly explained: Explained }) {
  const { t } = useTranslation();
  return (
    <Card title={t('me.why.groups')}>
      <ul className="entries">
        {groups.map(({ group, open, closedBy }) => (
          <li key={group} className="entry">
            <div className="row">
              <strong>{t(`groups.${group}`)}</strong>
              <Tag tone={open ? 'good' : 'plain'}>{t(open ? 'me.why.open' : 'me.why.closed')}</Tag>
            </div>
            {!open && (closedBy ? <RuleWords rule={closedBy} /> : <p>{t('me.why.notOpened')}</p>)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
