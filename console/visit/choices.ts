import type { AgencyId, InterviewId } from '../../shared/domain/ids.ts';
import { filled } from './draft.ts';

/** What can be decided at planning, one at a time; what departs from the usual needs its reason. */
export const CHOICES = [
  'interviewerSex',
  'interpreter',
  'interpreterFromNear',
  'companion',
  'companionRefused',
  'site',
  'siblings',
] as const;
export type ChoiceKind = (typeof CHOICES)[number];

export interface ChoiceDraft {
  readonly kind: ChoiceKind | '';
  readonly sex: 'female' | 'male' | undefined;
  readonly where: 'room' | 'screen' | undefined;
  readonly name: string;
  readonly site: string;
  /** The visit of a brother or sister, and when this child has its turn. */
  readonly sibling: InterviewId | '';
  readonly turn: string;
  readonly reason: string;
}
export const emptyChoice: ChoiceDraft = {
  ...{ kind: '', sex: undefined, where: undefined, name: '', site: '', reason: '' },
  ...{ sibling: '', turn: '' },
};

/** As many children as one day can have; the first turn is the earliest. */
export const TURNS = ['1', '2', '3', '4', '5', '6'] as const;

interface VisitOfCase {
  readonly id: InterviewId;
  readonly status: { readonly code: string };
}
/** Nothing of such a visit can be planned any more. */
export const isOver = (status: string): boolean =>
  ['ended', 'cancelled', 'frozen'].includes(status);

/** The last visit of a child that can still be planned. */
export const siblingVisit = <V extends VisitOfCase>(visits: readonly V[]): V | undefined =>
  visits.findLast(({ status }) => !isOver(status.code));

export const owesReason = ({ kind }: Pick<ChoiceDraft, 'kind'>): boolean =>
  kind === 'interpreterFromNear' || kind === 'companionRefused' || kind === 'site';

export function missingInChoice(draft: ChoiceDraft) {
  const { kind, sex, where, name, site, reason, sibling, turn } = draft;
  return [
    ...(kind === '' ? ['kind' as const] : []),
    ...(kind === 'interviewerSex' && !sex ? ['sex' as const] : []),
    ...(kind === 'interpreter' && !where ? ['where' as const] : []),
    ...(kind === 'companion' && !filled(name) ? ['name' as const] : []),
    ...(kind === 'site' && !site ? ['site' as const] : []),
    ...(kind === 'siblings' && !sibling ? ['sibling' as const] : []),
    ...(kind === 'siblings' && !turn ? ['turn' as const] : []),
    ...(owesReason(draft) && !filled(reason) ? ['reason' as const] : []),
  ];
}

export function choiceBody({ kind, sex, where, name, site, reason, ...family }: ChoiceDraft) {
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
    case 'siblings': {
      const { sibling, turn } = family;
      return sibling ? { siblings: { with: sibling, order: Number(turn) } } : {};
    }
    default:
      return {};
  }
}
