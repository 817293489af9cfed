import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { liftSeal, type SealView, sealCase, seals } from '../../shared/contract/protection.ts';
import type { SealableGroup } from '../../shared/domain/protection/marks.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Field } from '../design/components/field.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { ReasonForm } from './reason-form.tsx';
import { useCase, useSaid } from './use-case.ts';

type Seal = z.output<typeof SealView>;
const SEALABLE: readonly SealableGroup[] = ['statement', 'narrative', 'medical'];

/** What a prosecutor closed, and to whom it stays open; never where the child is or how safe. */
export function Seals() {
  const { t } = useTranslation();
  const { caseId, path, may } = useCase();
  const all = useRead(['case', caseId, 'seals'], seals, { path });
  return (
    <Card title={t('case.seal.title')}>
      <p className="soft">{t('case.seal.lead')}</p>
      <Read of={all}>
        {({ items }) => (
          <Entries
            of={items.toReversed()}
            none={t('case.seal.none')}
            line={(seal) => <Line key={seal.number} seal={seal} />}
          />
        )}
      </Read>
      {may('seal.set') && (
        <Acts
          acts={[
            {
              code: 'seal',
              label: t('case.seal.set'),
              form: (back) => <SetSeal onBack={back} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Line({ seal }: { readonly seal: Seal }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const said = useSaid();
  const { may } = useCase();
  const { groups, openTo, reviewBy, reason, liftedAt, liftReason } = seal;
  return (
    <Entry
      title={groups.map((group) => t(`groups.${group}`)).join(', ')}
      tone={liftedAt ? 'plain' : 'warn'}
      tags={
        <Tag tone={liftedAt ? 'plain' : 'warn'}>
          {t(liftedAt ? 'case.seal.lifted' : 'case.seal.sealed')}
        </Tag>
      }
      said={said(seal)}
    >
      <p>{t('case.seal.openTo', { kinds: openTo.map(({ label }) => label).join(', ') })}</p>
      {reason && <p>{reason}</p>}
      {liftReason && <p>{liftReason}</p>}
      {!liftedAt && (
        <p className="soft small">{t('case.seal.reviewBy', { at: momentOf(reviewBy, lang) })}</p>
      )}
      {!liftedAt && may('seal.lift') && (
        <Acts
          acts={[
            {
              code: 'lift',
              label: t('case.seal.lift'),
              form: (back) => <LiftSeal seal={seal} onBack={back} />,
            },
          ]}
        />
      )}
    </Entry>
  );
}

function LiftSeal({ seal, onBack }: { readonly seal: Seal; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(liftSeal, about, onBack);
  const { number, version } = seal;
  return (
    <ReasonForm
      doing={doing}
      note={t('case.why')}
      at="/reason"
      does={t('case.seal.lift')}
      onDo={({ note }) =>
        doing.act({ path: { ...path, number }, body: { reason: note }, ifMatch: version })
      }
      onBack={onBack}
    />
  );
}

const EMPTY = { groups: [] as SealableGroup[], openTo: [] as string[], reason: '' };

function SetSeal({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  // The prosecutor’s office itself always reads on.
  const kinds = useCodes('agencyKinds').filter(({ value }) => value !== 'prosecutor');
  const doing = useAct(sealCase, about, onBack);
  const form = useDraft(EMPTY, (draft) => [
    ...emptyOf(draft, 'reason'),
    ...(draft.groups.length === 0 ? (['groups'] as const) : []),
  ]);
  const { groups, openTo, reason } = form.draft;
  return (
    <ActForm
      doing={doing}
      title={t('case.seal.set')}
      does={t('case.seal.set')}
      onDo={() =>
        form.whenComplete(() =>
          doing.act({ path, body: { groups, openTo, reason: reason.trim() } }),
        )
      }
      onBack={onBack}
    >
      <ManyOf
        label={t('case.seal.groups')}
        options={SEALABLE.map((value) => ({ value, label: t(`groups.${value}`) }))}
        {...form.of('groups', doing.wrong('/groups'))}
      />
      <ManyOf
        label={t('case.seal.kinds')}
        hint={t('case.seal.kindsHint')}
        options={kinds}
        {...form.of('openTo', doing.wrong('/openTo'))}
      />
      <Field
        long
        label={t('case.why')}
        maxLength={2000}
        {...form.of('reason', doing.wrong('/reason'))}
      />
    </ActForm>
  );
}
