import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  considerStatement,
  listStatements,
  makeStatement,
  type StatementView,
} from '../../shared/contract/statements.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { aboutReferral, Frame, type Sent } from './frame.tsx';

/** Two different people consider what whoever referred states of it. */
const PEOPLE = 2;

/** What whoever referred states of a referral that nobody takes back, and who has considered it. */
export function StatementsPage() {
  const { t } = useTranslation();
  return (
    <Frame part="statements" lead={t('sent.statementsLead')}>
      {(sent) => (
        <>
          {sent.may('statement.read') && <Statements {...sent} />}
          {sent.may('statement.make') && <Make {...sent} />}
        </>
      )}
    </Frame>
  );
}

function Statements(sent: Sent) {
  const { t } = useTranslation();
  const { referralId } = sent;
  const read = useRead(['referral', referralId], listStatements, { path: { referralId } });
  return (
    <Read of={read}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{t('sent.noStatements')}</p>
        ) : (
          items.map((one) => <Statement key={one.number} one={one} {...sent} />)
        )
      }
    </Read>
  );
}

type OneProps = Sent & { readonly one: z.output<typeof StatementView> };

function Statement({ one, ...sent }: OneProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const left = PEOPLE - one.considered.length;
  return (
    <Card
      title={one.kind.label}
      aside={
        <Tag tone={left > 0 ? 'warn' : 'good'}>
          {left > 0 ? t('sent.waitsFor', { number: left }) : t('sent.consideredByAll')}
        </Tag>
      }
    >
      {one.text && <p>{one.text}</p>}
      <span className="soft small">{momentOf(one.at, lang)}</span>
      {one.considered.length > 0 && (
        <ul className="stack">
          {one.considered.map(({ at, note }) => (
            <li key={at}>
              {t('sent.consideredAt', { at: momentOf(at, lang) })}
              {note && <p>{note}</p>}
            </li>
          ))}
        </ul>
      )}
      {left > 0 && sent.may('statement.consider') && <Consider one={one} {...sent} />}
    </Card>
  );
}

function Consider({ one, referralId }: OneProps) {
  const { t } = useTranslation();
  // The same person is not asked twice; somebody else opens this page at another place.
  const [isDone, setDone] = useState(false);
  const about = [...aboutReferral(referralId), ['tasks']];
  const doing = useAct(considerStatement, about, () => setDone(true));
  const consideration = useDraft({ note: '' }, (draft) => emptyOf(draft, 'note'));
  if (isDone) return <Notice tone="good" title={t('sent.consideredNow')} live />;
  const body = { note: consideration.draft.note.trim() };
  const call = { path: { referralId, number: one.number }, body };
  const form = (back: () => void) => (
    <ActForm
      doing={doing}
      does={t('sent.consider')}
      onDo={() => consideration.whenComplete(() => doing.act(call))}
      onBack={back}
    >
      <Field
        long
        required
        label={t('sent.considerNote')}
        hint={t('sent.considerHint')}
        maxLength={2000}
        {...consideration.of('note', doing.wrong('/note'))}
      />
    </ActForm>
  );
  return <Acts acts={[{ code: 'consider', label: t('sent.consider'), form }]} />;
}

const EMPTY_STATEMENT = { kind: undefined as string | undefined, text: '' };

function Make({ referralId }: Sent) {
  const { t } = useTranslation();
  const kinds = useCodes('statementKinds');
  const form = useDraft(EMPTY_STATEMENT, (draft) => emptyOf(draft, 'kind', 'text'));
  const doing = useAct(makeStatement, aboutReferral(referralId), form.clear);
  const { kind = '', text } = form.draft;
  const make = () => doing.act({ path: { referralId }, body: { kind, text: text.trim() } });
  return (
    <Card title={t('sent.makeStatement')}>
      <Notice>{t('sent.nobodyTakesBack')}</Notice>
      <ActForm doing={doing} does={t('sent.state')} onDo={() => form.whenComplete(make)}>
        <OneOf
          label={t('sent.whatHappened')}
          options={kinds}
          {...form.of('kind', doing.wrong('/kind'))}
        />
        <Field
          long
          required
          label={t('sent.inYourWords')}
          maxLength={2000}
          {...form.of('text', doing.wrong('/text'))}
        />
      </ActForm>
    </Card>
  );
}
