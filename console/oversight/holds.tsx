import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  askLifting,
  confirmLifting,
  type HoldView,
  setHold,
} from '../../shared/contract/retention.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Entry } from '../design/components/entry.tsx';
import { Field } from '../design/components/field.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { useWhen } from './use-when.ts';

interface OfReferral {
  readonly referralId: ReferralId;
}
interface HoldProps extends OfReferral {
  readonly hold: z.output<typeof HoldView>;
}

/** One hold: it counts until a second person agrees to lift it. */
export function HoldEntry({ referralId, hold }: HoldProps) {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  const { number, at, agency, reason, note, liftingAsked, lifted, holds } = hold;
  const state = holds ? (liftingAsked ? 'asked' : 'holding') : 'lifted';
  return (
    <Entry
      title={reason.label}
      tags={<Tag tone={holds ? 'warn' : 'plain'}>{t(`oversight.hold.${state}`)}</Tag>}
      said={[nameOf(agency), when.at(at)].filter(Boolean).join(', ')}
    >
      {note && <p>{note}</p>}
      {lifted && <p className="soft small">{`${nameOf(lifted.agency)}, ${when.at(lifted.at)}`}</p>}
      {holds && !liftingAsked && (
        <Acts
          acts={[
            {
              code: `lift-${number}`,
              label: t('oversight.hold.ask'),
              form: (back) => <AskLifting referralId={referralId} hold={hold} onBack={back} />,
            },
          ]}
        />
      )}
      {holds && liftingAsked && <Confirm referralId={referralId} hold={hold} />}
    </Entry>
  );
}

function AskLifting({ referralId, hold, onBack }: HoldProps & { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const form = useDraft({ note: '' }, (draft) => emptyOf(draft, 'note'));
  const doing = useAct(askLifting, [['oversight']], onBack);
  const path = { referralId, number: hold.number };
  const call = { path, body: { note: form.draft.note.trim() }, ifMatch: hold.version };
  return (
    <ActForm
      doing={doing}
      does={t('oversight.hold.ask')}
      onDo={() => form.whenComplete(() => doing.act(call))}
      onBack={onBack}
    >
      <Field
        long
        label={t('oversight.hold.why')}
        maxLength={2000}
        {...form.of('note', doing.wrong('/note'))}
      />
    </ActForm>
  );
}

function Confirm({ referralId, hold }: HoldProps) {
  const { t } = useTranslation();
  const doing = useAct(confirmLifting, [['oversight']]);
  const path = { referralId, number: hold.number };
  return (
    <ActForm
      doing={doing}
      look="danger"
      does={t('oversight.hold.confirm')}
      onDo={() => doing.act({ path, ifMatch: hold.version })}
    >
      <p>{t('oversight.hold.second')}</p>
    </ActForm>
  );
}

/** In effect at once. */
export function SetHold({ referralId }: OfReferral) {
  const { t } = useTranslation();
  const form = (back: () => void) => <NewHold referralId={referralId} onBack={back} />;
  return <Acts acts={[{ code: 'hold', label: t('oversight.hold.set'), form }]} />;
}

function NewHold({ referralId, onBack }: OfReferral & { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const reasons = useCodes('erasureHolds');
  const form = useDraft({ reason: '', note: '' }, (draft) => emptyOf(draft, 'reason', 'note'));
  const doing = useAct(setHold, [['oversight']], onBack);
  const body = { reason: form.draft.reason, note: form.draft.note.trim() };
  return (
    <ActForm
      doing={doing}
      does={t('oversight.hold.set')}
      onDo={() => form.whenComplete(() => doing.act({ path: { referralId }, body }))}
      onBack={onBack}
    >
      <Pick
        label={t('oversight.hold.reason')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
      <Field
        long
        label={t('oversight.hold.why')}
        maxLength={2000}
        {...form.of('note', doing.wrong('/note'))}
      />
    </ActForm>
  );
}
