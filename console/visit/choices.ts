import type { AgencyId } from '../../shared/domain/ids.ts';
import { filled } from './draft.ts';

/** What can be decided at planning, one at a time; what departs from the usual needs its reason. */
export const CHOICES = [
  'interviewerSex',
  'interpreter',
  'interpreterFromNear',
  'companion',
  'companionRefused',
  'site',
] as const;
export type ChoiceKind = (typeof CHOICES)[number];

export interface ChoiceDraft {
  readonly kind: ChoiceKind | '';
  readonly sex: 'female' | 'male' | undefined;
  readonly where: 'room' | 'screen' | undefined;
  readonly name: string;
  readonly site: string;
  readonly reason: string;
}
export const emptyChoice: ChoiceDraft = {
  ...{ kind: '', sex: undefined, where: undefined, name: '', site: '', reason: '' },
};

export const owesReason = ({ kind }: Pick<ChoiceDraft, 'kind'>): boolean =>
  kind === 'interpreterFromNear' || kind === 'companionRefused' || kind === 'site';

export function missingInChoice(draft: ChoiceDraft) {
  const { kind, sex, where, name, site, reason } = draft;
  return [
    ...(kind === '' ? ['kind' as const] : []),
    ...(kind === 'interviewerSex' && !sex ? ['sex' as const] : []),
    ...(kind === 'interpreter' && !where ? ['where' as const] : []),
    ...(kind === 'companion' && !filled(name) ? ['name' as const] : []),
    ...(kind === 'site' && !site ? ['site' as const] : []),
    ...(owesReason(draft) && !filled(reason) ? ['reason' as const] : []),
  ];
}

export function choiceBody({ kind, sex, where, name, site, reason }: ChoiceDraft) {
  const said = filled(reason) ? { reason: reason.trim() } : {};
  switch (kind) {
    case 'interviewerSex':
      return { ...(sex && { interviewerSex: sex }) };
    case 'interpreter':
      return { ...(where && { interpreter: where }) };
    case 'interpreterFromNear':
      return { interpreterFromNear: true, ...said };
    case 'companion':
      return { companion: { wanted: { name: name.trim() } } };
    case 'companionRefused':
      return { companion: 'refused' as const, ...said };
    case 'site':
      return { site: site as AgencyId, ...said };
    default:
      return {};
  }
}
