import * as z from 'zod';
import { DETAIL_GROUPS, Group } from '../referral/group.ts';
import type { Action } from './actions.ts';
import compiled from './policies.json' with { type: 'json' };

/** Asks Cedar which groups the reader's kind of agency needs, and which are closed to it. */
export const PROJECT = 'project';
/** Asks Cedar whether a line of the agency's own list may be shown. */
export const LIST_LINE = 'list.line';
export type Asked = Action | typeof PROJECT | typeof LIST_LINE;

/** `all` the details; `needed`, what the work of the reader's kind of agency needs; or these. */
const Opens = z.union([z.literal('all'), z.literal('needed'), z.literal('opened'), z.array(Group)]);
export type Opens = z.infer<typeof Opens>;

/**
 * One rule of access, made by `npm run policy` from the file of the same name under policies/. It
 * says itself, in a sentence, what it is for, on which legal basis and what it opens or closes.
 */
const Rule = z.strictObject({
  id: z.string(),
  effect: z.enum(['permit', 'forbid']),
  en: z.string(),
  ka: z.string(),
  /** Codes of legal bases of the policy pack. */
  basis: z.array(z.string()),
  purpose: z.string(),
  /** The actions it speaks of; a denial that names none speaks of all. */
  actions: z.union([z.array(z.string()), z.literal('all')]),
  /** Groups the action shows; of actions alone. */
  discloses: Opens.optional(),
  /** Groups the reader's work needs; of projection alone. */
  needs: Opens.optional(),
  /** Groups closed whatever opened them; of projection alone. */
  hides: z.union([z.literal('all'), z.array(Group)]).optional(),
  /** On trial: stands for the rule of the same name, or beside all others. */
  shadow: z.literal(true).optional(),
  /** Cedar's own form, without annotations. */
  policy: z.record(z.string(), z.unknown()),
});
export type Rule = z.infer<typeof Rule>;
export const Rules = z.array(Rule);

const inForce = ({ shadow }: Rule): boolean => !shadow;

/** The rules, in the order of their folders: the first that allows gives its name. */
export const rules: readonly Rule[] = (compiled as readonly Rule[]).filter(inForce);
/** Rules on trial: they decide nothing, and what they would change is logged. */
export const shadows: readonly Rule[] = (compiled as readonly Rule[]).filter(
  ({ shadow }) => shadow,
);

/** Whether the rule has a say in the action. */
export const speaksOf = ({ actions }: Rule, asked: Asked): boolean =>
  actions === 'all' ? asked !== PROJECT : actions.includes(asked);

/** The groups behind a rule's word. */
export const groupsOf = (
  opens: Opens | undefined,
  { needed, opened }: Record<'needed' | 'opened', readonly Group[]>,
): readonly Group[] => {
  if (opens === 'all') return DETAIL_GROUPS;
  if (opens === 'needed') return needed;
  if (opens === 'opened') return opened;
  return opens ?? [];
};
