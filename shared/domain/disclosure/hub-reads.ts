import { DETAIL_GROUPS, type Group } from '../referral/group.ts';

interface HubRead {
  /** Nothing beyond these is opened for it. */
  readonly groups: readonly Group[];
  readonly why: string;
}

/**
 * All that the hub itself opens without asking access for a reader: each with what it is for, and
 * the groups that takes. What a reader is shown is opened by a permit, or because it is the reader's
 * own; a test says which files may name which of these.
 */
export const HUB_READS = {
  route: {
    groups: DETAIL_GROUPS,
    why: 'Rules of routing read what was reported, and a record of another child is made of it.',
  },
  'become-violence': {
    groups: DETAIL_GROUPS,
    why: 'News of violence makes a referral of its own of what the earlier one said.',
  },
  'same-child': {
    groups: ['identity'],
    why: 'Two records are compared by who the child is; the answer is yes, no or perhaps.',
  },
  'whose-consent': {
    groups: ['identity'],
    why: 'The child’s age says whose consent counts.',
  },
  'know-accused': {
    groups: ['concern', 'reporter'],
    why: 'The household’s shield and the conflicts follow from who is accused and for whom was told.',
  },
  'plan-visit': {
    groups: ['identity', 'concern', 'medical', 'family'],
    why: 'Tier, roles and preparation of a visit are computed from age, relation, forms and needs.',
  },
  'who-attends': {
    groups: ['family', 'concern'],
    why: 'Who bears the name of an accused person does not attend; the answer is yes or no.',
  },
  'keep-away': {
    groups: ['concern'],
    why: 'Whoever receives the child is told the names of those who must not be there, and no more.',
  },
  'asked-before': {
    groups: ['outcome'],
    why: 'A further interview asks nothing that was covered before.',
  },
  'slot-names': {
    groups: ['outcome'],
    why: 'The lead that books is told which people of other agencies would come.',
  },
  'call-duty': {
    groups: ['outcome'],
    why: 'Whoever is on duty is called by the number of the roster.',
  },
  'lead-workers': {
    groups: ['outcome'],
    why: 'Whoever leads the case is no second person to it.',
  },
  'reach-contact': {
    groups: ['contact'],
    why: 'A notice goes to the confirmed safe contact, and to nobody else.',
  },
  invite: {
    groups: ['outcome'],
    why: 'An invitation goes to the address its person gave.',
  },
  'open-account': {
    groups: ['outcome'],
    why: 'The user pool invites a new member by mail.',
  },
  'answer-referrer': {
    groups: ['outcome'],
    why: 'The lead answers for what whoever referred is told: it reads and releases that from the start.',
  },
  consider: {
    groups: ['outcome'],
    why: 'A statement is written to those who consider it, before any of them has taken the case on.',
  },
  'seal-anew': {
    groups: ['outcome', 'medical'],
    why: 'What was written before is sealed again beside what is added; it is not answered from here.',
  },
} as const satisfies Readonly<Record<string, HubRead>>;
export type HubUse = keyof typeof HUB_READS;
