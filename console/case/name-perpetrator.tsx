import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  correctPerpetrator,
  namePerpetrator,
  type PerpetratorView,
} from '../../shared/contract/family.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Changes } from '../design/components/changes.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { YesNoUnknown } from './ties.ts';
import { useYesNo } from './ties-fields.tsx';
import { useCase } from './use-case.ts';

const ASKED = ['livesWithChild', 'isGuardian', 'under18', 'dangerToVisitors'] as const;
const UNKNOWN = {
  livesWithChild: 'unknown',
  isGuardian: 'unknown',
  under18: 'unknown',
  dangerToVisitors: 'unknown',
} satisfies Record<(typeof ASKED)[number], YesNoUnknown>;
const EMPTY = {
  ...{ relation: '', name: '', personalNumber: '', employer: '' },
  ...(UNKNOWN as Record<(typeof ASKED)[number], YesNoUnknown>),
};

type Known = z.output<typeof PerpetratorView>['perpetrator'];

/** As a referral named somebody: by its place there. */
interface InReport {
  readonly referral: ReferralId;
  readonly index: number;
  readonly perpetrator: NonNullable<Known>;
}

interface NameProps {
  /** What is known so far, where it is corrected. */
  readonly corrects?: z.output<typeof PerpetratorView>;
  readonly inReport?: InReport;
  readonly onBack: () => void;
}

/** Names an alleged perpetrator, or corrects what is known of one: all of it is said anew. */
export function NamePerpetrator({ corrects, inReport, onBack }: NameProps) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const relations = useCodes('relations');
  const yesNo = useYesNo();
  const [opened] = useState(corrects?.perpetrator);
  const naming = useAct(namePerpetrator, about, onBack);
  const correcting = useAct(correctPerpetrator, about, onBack);
  const doing = corrects ? correcting : naming;
  const form = useDraft(writtenAs(corrects?.perpetrator ?? inReport?.perpetrator), (draft) =>
    emptyOf(draft, 'relation'),
  );
  const { draft, of } = form;
  const changes = useChanges(opened, corrects?.perpetrator);
  useFresh(correcting.isStale);
  const send = () => {
    const body = { perpetrator: toBody(draft) };
    if (!corrects) return naming.act({ path, body: { ...body, ...placeOf(inReport) } });
    const { number, version } = corrects;
    return correcting.act({ path: { ...path, number }, body, ifMatch: version });
  };
  const wrong = (field: string) => doing.wrong(`/perpetrator/${field}`);
  return (
    <ActForm
      doing={doing}
      title={t(corrects || inReport ? 'case.family.correct' : 'case.family.name')}
      does={t('case.save')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
      changed={<Changes of={changes} />}
    >
      <Pick
        label={t('harmed.relation')}
        none={t('harmed.none')}
        options={relations}
        {...of('relation', wrong('relation'))}
      />
      <Field label={t('harmed.name')} maxLength={150} {...of('name', wrong('name'))} />
      <Field
        short
        label={t('child.personalNumber')}
        hint={t('case.family.numberHint')}
        maxLength={11}
        {...of('personalNumber', wrong('personalNumber'))}
      />
      <Field
        label={t('case.family.employer')}
        hint={t('case.family.employerHint')}
        maxLength={120}
        {...of('employer', wrong('employer'))}
      />
      {ASKED.map((name) => (
        <OneOf key={name} row label={t(`case.family.${name}`)} options={yesNo} {...of(name)} />
      ))}
    </ActForm>
  );
}

/** Which of a referral's it corrects. */
const placeOf = (one: InReport | undefined) =>
  one && { corrects: { referral: one.referral, index: one.index } };

/** Somebody else was quicker: what stands there now is read, so that it can be said. */
function useFresh(isStale: boolean): void {
  const { caseId } = useCase();
  const queries = useQueryClient();
  useEffect(() => {
    if (isStale) void queries.invalidateQueries({ queryKey: ['case', caseId, 'perpetrators'] });
  }, [isStale, queries, caseId]);
}

/** As it stood when one began to write, and as it stands now. */
function useChanges(before: Known, now: Known): Parameters<typeof Changes>[0]['of'] {
  const { t } = useTranslation();
  const relations = useCodes('relations');
  const relation = (known: Known) => known && word(relations, known.relation);
  return [
    { name: t('harmed.relation'), before: relation(before), now: relation(now) },
    { name: t('harmed.name'), before: before?.name, now: now?.name },
    { name: t('case.family.employer'), before: before?.employer, now: now?.employer },
    ...ASKED.map((name) => ({
      name: t(`case.family.${name}`),
      before: before && t(`yesNo.${before[name]}`),
      now: now && t(`yesNo.${now[name]}`),
    })),
  ];
}

/** What is known so far; the personal number is kept as a hash only, and written anew. */
const writtenAs = (known: Known): typeof EMPTY => ({
  ...EMPTY,
  ...known,
  name: known?.name ?? '',
  employer: known?.employer ?? '',
  personalNumber: '',
});

function toBody({ relation, name, personalNumber, employer, ...answers }: typeof EMPTY) {
  const { livesWithChild, isGuardian, under18, dangerToVisitors } = answers;
  return {
    relation,
    ...{ livesWithChild, isGuardian, under18, dangerToVisitors },
    ...(name.trim() && { name: name.trim() }),
    ...(personalNumber.trim() && { personalNumber: personalNumber.trim() }),
    ...(employer.trim() && { employer: employer.trim() }),
  };
}
