import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { closeReferral } from '../../shared/contract/referrals.ts';
import { openConditions } from '../../shared/contract/safety.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Read } from '../design/components/read.tsx';
import { closingBody, EMPTY_CLOSING, missingInClosing } from './closing-draft.ts';
import { aboutReferral, Frame, type Sent, useReferral, type View } from './frame.tsx';
import { pageOf } from './place-of.ts';

/** What still stands in the way of closing, each with what to do; then the closing itself. */
export function ClosingPage() {
  const { t } = useTranslation();
  return (
    <Frame part="closing" lead={t('sent.closingLead')}>
      {(sent) => (sent.may('referral.read') ? <OfReferral {...sent} /> : <Conditions {...sent} />)}
    </Frame>
  );
}

function OfReferral(sent: Sent) {
  const { t } = useTranslation();
  return (
    <Read of={useReferral(sent)}>
      {(view) =>
        view.closing ? (
          <Notice tone="good" title={t('sent.closed')}>
            <p>{view.closing.reason.label}</p>
          </Notice>
        ) : (
          <Conditions {...sent} view={view} />
        )
      }
    </Read>
  );
}

function Conditions({ view, ...sent }: Sent & { readonly view?: View }) {
  const { t } = useTranslation();
  const { referralId } = sent;
  const read = useRead(['referral', referralId], openConditions, { path: { referralId } });
  return (
    <Read of={read}>
      {({ items }) => (
        <>
          {items.length > 0 && (
            <Card title={t('sent.stillOpen', { number: items.length })}>
              <ul className="lines">
                {items.map(({ pointer, code, label, instead }) => (
                  <Condition
                    key={`${pointer} ${code}`}
                    {...{ label, instead, to: pageOf(pointer, referralId, view?.case) }}
                  />
                ))}
              </ul>
            </Card>
          )}
          {items.length === 0 && <Notice tone="good" title={t('sent.nothingOpen')} />}
          {items.length === 0 && view && sent.may('referral.close') && <Close view={view} />}
        </>
      )}
    </Read>
  );
}

interface ConditionProps {
  readonly label: string;
  readonly instead: string;
  readonly to: string | undefined;
}

function Condition({ label, instead, to }: ConditionProps) {
  const { t } = useTranslation();
  return (
    <li className="line" data-tone="warn">
      <strong className="line-whole">{label}</strong>
      <span>{instead}</span>
      {to && <Link to={to}>{t('sent.goThere')}</Link>}
    </li>
  );
}

function Close({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const [reasons, ways] = [useCodes('closureReasons'), useCodes('contactWays')];
  const about = [...aboutReferral(view.id), ['tasks'], ['task'], ['case']];
  const doing = useAct(closeReferral, about);
  const form = useDraft(EMPTY_CLOSING, missingInClosing);
  const { draft, of } = form;
  const call = { path: { referralId: view.id }, body: closingBody(draft), ifMatch: view.version };
  const close = () => form.whenComplete(() => doing.act(call));
  return (
    <Card title={t('sent.close')}>
      <ActForm doing={doing} does={t('sent.close')} onDo={close}>
        <Pick
          label={t('steps.reason')}
          none={t('steps.choose')}
          options={reasons}
          {...of('reason', doing.wrong('/reason'))}
        />
        <Field
          long
          label={t('sent.closingNote')}
          hint={t('sent.closingNoteHint')}
          maxLength={2000}
          {...of('note', doing.wrong('/note'))}
        />
        <Pick
          label={t('sent.contactHow')}
          hint={t('sent.contactHint')}
          none={t('steps.choose')}
          options={ways}
          {...of('how', doing.wrong('/contact/how') ?? doing.wrong('/contact'))}
        />
        {draft.how && (
          <MomentField
            label={t('sent.contactAt')}
            {...of('contactAt', doing.wrong('/contact/at'))}
          />
        )}
      </ActForm>
    </Card>
  );
}
