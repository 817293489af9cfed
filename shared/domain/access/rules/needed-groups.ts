import { DETAIL_GROUPS, type Group } from '../../referral/group.ts';
import type { Principal } from '../principal.ts';
import { interviews } from '../relations.ts';
import type { AccessSubject } from '../subject.ts';

export const ALL_GROUPS: readonly Group[] = DETAIL_GROUPS;
export const nothing = (): readonly Group[] => [];

const INVESTIGATION: readonly Group[] = [
  'identity',
  'contact',
  'whereabouts',
  'concern',
  'narrative',
  'childs-own-words',
  'family',
  'reporter',
  'outcome',
];

/** What the work of each kind of agency needs to know of a child; kinds not named get contact only. */
const NEEDED: Readonly<Record<string, readonly Group[]>> = {
  'guardianship-body': ALL_GROUPS,
  police: INVESTIGATION,
  prosecutor: INVESTIGATION,
  medical: ['identity', 'contact', 'whereabouts', 'concern', 'medical', 'outcome'],
  municipality: ['identity', 'contact', 'whereabouts', 'concern', 'narrative', 'family', 'outcome'],
  // Nothing of the account: whoever may interview the child must not know it beforehand.
  'child-centre': ['identity', 'medical', 'outcome'],
  oversight: ALL_GROUPS,
};
const OTHERS: readonly Group[] = ['identity', 'contact', 'outcome'];

/** A reporter who asked to be masked or anonymous is shown to nobody; answers go through the hub. */
export const withoutMask = (
  groups: readonly Group[],
  { reporterMode }: AccessSubject,
): readonly Group[] =>
  reporterMode === 'named' || reporterMode === 'child-self'
    ? groups
    : groups.filter((group) => group !== 'reporter');

/** What the principal's agency needs for its work, by its kind. */
export const neededBy = (principal: Principal, subject: AccessSubject): readonly Group[] =>
  withoutMask([...(NEEDED[principal.kind] ?? OTHERS), ...openedTo(principal, subject)], subject);

/** What the plan permitted, or the end of the interview opened, to the side that interviews. */
const openedTo = (principal: Principal, { opened = [] }: AccessSubject): readonly Group[] =>
  interviews(principal) ? opened : [];
