import type * as z from 'zod';
import type { RecallAnswer, RecallSubmission } from '../../shared/contract/recalls.ts';
import { emptyOf } from '../api/empty-of.ts';

type Body = z.input<typeof RecallSubmission>;
export type RecallKind = Body['kind'];
type Group = NonNullable<Body['fieldGroups']>[number];
type Agencies = NonNullable<Body['to']>;

/** Which reasons belong to which kind, as the policy pack has it; a test compares them. */
export const RECALL_REASONS: Readonly<Record<RecallKind, readonly string[]>> = {
  'consent-withdrawn': ['family-withdrew', 'consent-never-given'],
  correction: ['fact-wrong', 'contact-wrong', 'other-person', 'outdated'],
  'wrong-agency': ['other-area', 'not-competent', 'named-by-mistake', 'conflict-found'],
};

/** The parts into which what is known of a child is cut. */
export const RECALL_GROUPS: readonly Group[] = [
  'identity',
  'contact',
  'whereabouts',
  'concern',
  'narrative',
  'childs-own-words',
  'reporter',
  'medical',
  'family',
  'outcome',
];

/** A recall as it is written. */
export interface Recall {
  readonly kind: RecallKind | undefined;
  readonly reason: string;
  readonly groups: readonly string[];
  /** Nobody named: everybody who was told. */
  readonly to: readonly string[];
  readonly correction: string;
}
export const EMPTY_RECALL: Recall = {
  kind: undefined,
  reason: '',
  groups: [],
  to: [],
  correction: '',
};

/** What its kind cannot do without, and was not written. */
export function missingInRecall(recall: Recall): (keyof Recall)[] {
  if (!recall.kind) return ['kind'];
  const needed = { correction: ['correction'], 'wrong-agency': ['to'], 'consent-withdrawn': [] };
  return emptyOf(recall, 'reason', ...(needed[recall.kind] as (keyof Recall)[]));
}

/** What is sent; nothing where something is missing that the kind cannot do without. */
export function recallBody({ kind, reason, groups, to, correction }: Recall): Body | undefined {
  if (!kind || !RECALL_REASONS[kind].includes(reason)) return undefined;
  const common = { reason, ...(groups.length > 0 && { fieldGroups: groups as Group[] }) };
  const agencies = [...to] as Agencies;
  if (kind === 'wrong-agency')
    return agencies.length > 0 ? { kind, ...common, to: agencies } : undefined;
  const named = agencies.length > 0 ? { to: agencies } : {};
  if (kind === 'consent-withdrawn') return { kind, ...common, ...named };
  const right = correction.trim();
  return right ? { kind, ...common, ...named, correction: right } : undefined;
}

/** What a recipient answers, as it is written. */
export interface Answer {
  readonly status: 'deleted' | 'kept' | undefined;
  readonly basis: string;
  readonly person: string;
}
export const EMPTY_ANSWER: Answer = { status: undefined, basis: '', person: '' };

export const missingInAnswer = (answer: Answer): (keyof Answer)[] =>
  emptyOf(answer, 'status', 'person', ...(answer.status === 'kept' ? (['basis'] as const) : []));

export function answerBody({
  status,
  basis,
  person,
}: Answer): z.input<typeof RecallAnswer> | undefined {
  const actingPerson = person.trim();
  if (!actingPerson) return undefined;
  if (status === 'deleted') return { status, actingPerson };
  return status === 'kept' && basis ? { status, basis, actingPerson } : undefined;
}
