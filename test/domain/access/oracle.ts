import type { Principal } from '../../../shared/domain/access/principal.ts';
import type { AccessSubject } from '../../../shared/domain/access/subject.ts';
import type { Group } from '../../../shared/domain/referral/group.ts';
import { type Condition, type Opens, table } from './table.ts';

/**
 * What access has to answer, worked out from a table of who may what (table.ts) by a few lines that
 * share nothing with the rules or their engine.
 */
export function oracle(
  by: Principal,
  action: string,
  to: AccessSubject,
): readonly Group[] | 'denied' {
  if (to.conflicted?.includes(by.sub)) return 'denied';
  const left = whatIsLeft(by, to);
  if (left === 'nothing') return 'denied';
  const marked = { ...left, marks: to.marks, ticket: to.ticket, excluded: to.excluded };
  const rows = (table[action] ?? []).filter(({ when }) =>
    when.every((condition) => holds(condition, by, marked as AccessSubject)),
  );
  if (rows.length === 0) return 'denied';
  const opened = new Set(rows.flatMap(({ opens }) => groupsOf(opens, by, left)));
  if (!isReferrer(by, left) && !['named', 'child-self'].includes(left.reporterMode ?? '')) {
    opened.delete('reporter');
  }
  for (const group of closedFor(by, to, left)) opened.delete(group);
  return [...opened].toSorted();
}

/** Work that leads to the child: whoever has it must know where the child is. */
const GOES_THERE: readonly string[] = [
  ...['assess-safety', 'register-report', 'find-child', 'enter-home', 'check-other-child'],
  ...['first-contact', 'bring-child', 'provide-shelter', 'take-over-case', 'take-over-joined-case'],
];

/** Seals, protected addresses and missing consents close groups whatever has opened them. */
function closedFor(by: Principal, to: AccessSubject, left: AccessSubject): readonly Group[] {
  const goes = left.openWork?.some(
    ({ agency, kind }) => agency === by.agency && GOES_THERE.includes(kind),
  );
  const seals = sealedFor(by, to).flatMap((group) =>
    group === 'narrative' ? (['narrative', 'childs-own-words'] as const) : [group],
  );
  const address = to.marks?.addressProtected && !goes ? (['whereabouts', 'contact'] as const) : [];
  const unpermitted = to.onConsent?.some(
    ({ agency, until }) => agency === by.agency && !(until && to.at && to.at < until),
  );
  return [
    ...seals,
    ...address,
    ...(unpermitted && !sentIt(by, left) ? [...ALL, 'statement' as const] : []),
  ];
}

const sealedFor = (by: Principal, to: AccessSubject) =>
  (to.marks?.closedGroups ?? [])
    .filter(({ openTo }) => !openTo.includes(by.kind))
    .map(({ group }) => group);

const ALL: readonly Group[] = [
  ...(['identity', 'contact', 'whereabouts', 'concern', 'narrative'] as const),
  ...(['childs-own-words', 'reporter', 'medical', 'family', 'outcome'] as const),
];

/** What each kind of agency needs to know for its work. */
const NEEDS: Readonly<Record<string, readonly Group[]>> = {
  'guardianship-body': ALL,
  oversight: ALL,
  police: ALL.filter((group) => group !== 'medical'),
  prosecutor: ALL.filter((group) => group !== 'medical'),
  medical: ['identity', 'contact', 'whereabouts', 'concern', 'medical', 'outcome'],
  municipality: ['identity', 'contact', 'whereabouts', 'concern', 'narrative', 'family', 'outcome'],
  'child-centre': ['identity', 'medical', 'outcome'],
};

function groupsOf(opens: Opens, by: Principal, to: AccessSubject): readonly Group[] {
  if (opens === 'all') return ALL;
  if (opens !== 'needed') return opens;
  const needs = NEEDS[by.kind] ?? ['identity', 'contact', 'outcome'];
  return by.kind === 'child-centre' ? [...needs, ...(to.opened ?? [])] : needs;
}

const sentIt = (by: Principal, to: AccessSubject): boolean =>
  to.referrer !== undefined &&
  to.referrer.agency === by.agency &&
  (to.referrer.sub === by.sub || by.roles.includes('safety-person'));

const isReferrer = (by: Principal, to: AccessSubject): boolean =>
  sentIt(by, to) && to.kind !== 'child-in-need';

/** Of a record closed to an agency: its own referral, and what it has to give back. */
function whatIsLeft(by: Principal, to: AccessSubject): AccessSubject | 'nothing' {
  const inside = to.excluded?.includes(by.agency) ?? false;
  const mistaken = to.recalled?.includes(by.agency) ?? false;
  if (!inside && !mistaken) return to;
  const { kind, reporterMode, referrer } = to;
  const asked = to.recipients?.includes(by.agency) ? { recipients: [by.agency] } : undefined;
  const own = {
    ...(kind && { kind }),
    ...(reporterMode && { reporterMode }),
    ...(referrer && { referrer }),
  };
  if (!inside) return { ...own, ...asked };
  const itself = referrer?.agency === by.agency && referrer.sub === by.sub;
  if (itself && !by.roles.includes('system')) return { ...own, ...asked };
  return asked ?? 'nothing';
}

function holds(condition: Condition, by: Principal, to: AccessSubject): boolean {
  const [what, ...words] = condition.split(' ');
  switch (what) {
    case 'kind':
      return words.includes(by.kind);
    case 'role':
      return by.roles.some((role) => words.includes(role));
    case 'record':
      return words.includes(to.kind ?? '');
    case 'is':
      return words.some((word) => stands(word, by, to));
    default:
      return states(condition, by, to);
  }
}

function states(condition: string, by: Principal, to: AccessSubject): boolean {
  switch (condition) {
    case 'taken-on':
      return to.takenOn === true;
    case 'more-than-told':
      return to.informedOnly !== true;
    case 'beyond-the-wall':
      return by.kind !== 'child-centre' || (to.opened ?? []).includes('narrative');
    case 'of-some-agency':
      return to.ofAgency !== undefined;
    case 'person':
      return by.signedInAt !== undefined && by.through === undefined;
    case 'ticket':
      return to.ticket !== undefined;
    case 'not-shut-out':
      return !to.excluded?.includes(by.agency);
    case 'recording-open':
      return to.site === by.agency || !sealedFor(by, to).includes('statement');
    default:
      throw new Error(`no such condition: ${condition}`);
  }
}

/** Everything that is not the work of the agency for a child. */
const LEFT_TO_ADMINISTRATORS = ['sender', 'referrer', 'recipient', 'same-agency', 'same-person'];

function stands(word: string, by: Principal, to: AccessSubject): boolean {
  const among = (list: readonly string[] | undefined) => (list ?? []).includes(by.agency);
  // Whoever does no more than manage people has no part in what their agency does.
  const manages = by.roles.every((role) => role === 'administrator');
  if (manages && !LEFT_TO_ADMINISTRATORS.includes(word)) return false;
  switch (word) {
    case 'sender':
      return sentIt(by, to);
    case 'referrer':
      return isReferrer(by, to);
    case 'behalf':
      return to.onBehalfOf === by.agency;
    case 'lead':
      return to.lead === by.agency;
    case 'joined-lead':
      return among(to.joinedLeads);
    case 'former-lead':
      return among(to.handingOver);
    case 'next-lead':
      return among(to.takingOver);
    case 'owner':
      return to.owner === by.agency;
    case 'holder':
      return among(to.holders);
    case 'worker-of-it':
      return among(to.holders) && !among(to.informed);
    case 'asked':
      return among(to.asked);
    case 'seer':
      return among(to.seers);
    case 'participant':
      return among(to.participants);
    case 'site':
      return to.site === by.agency;
    case 'requester':
      return to.requestedBy === by.agency;
    case 'recipient':
      return among(to.recipients);
    case 'same-agency':
      return to.ofAgency === by.agency;
    case 'same-person':
      return to.account === by.sub;
    default:
      throw new Error(`no such relation: ${word}`);
  }
}
