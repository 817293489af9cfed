import type { Case } from '../case/case.ts';
import type { NamedPerson } from '../family/named.ts';
import type { AgencyId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import { type Marks, marksOfAll } from '../protection/marks.ts';
import type { Group } from '../referral/group.ts';
import type { ReferralKind } from '../referral/kind.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import { type Resting, restingOnConsent } from '../sharing/permitted.ts';
import { hasEnded, isTakenOn, SAFETY_WORK, TAKE_OVER, type Task } from '../task/task.ts';
import { isOver } from '../visit/standing.ts';

/** What access knows of the record asked for: relations, never its content. */
export interface AccessSubject {
  readonly kind?: ReferralKind;
  readonly referrer?: { readonly agency: AgencyId; readonly sub: string };
  readonly reporterMode?: Referral['reporterMode'];
  readonly lead?: AgencyId | undefined;
  /** The agency whose task it is. */
  readonly owner?: AgencyId;
  /** A person there has taken the task on. */
  readonly takenOn?: boolean;
  readonly informedOnly?: boolean;
  /** Agencies where a person has taken on a task of the case or referral. */
  readonly holders?: readonly AgencyId[];
  /** Of the holders, those that are only informed: they see who does what, and no details. */
  readonly informed?: readonly AgencyId[];
  /** Units that led before a move, while the handover talk is owed. */
  readonly handingOver?: readonly AgencyId[];
  /** Units asked to take the case over. */
  readonly takingOver?: readonly AgencyId[];
  /** Agencies whose work it is to see the child, and whose work goes on. */
  readonly seers?: readonly AgencyId[];
  /** Agencies that lead another case found to be of the same child. */
  readonly joinedLeads?: readonly AgencyId[];
  /** The agency for which the referral was sent and which may be told. */
  readonly onBehalfOf?: AgencyId | undefined;
  /** The agency whose own affair it is, such as its duty roster. */
  readonly ofAgency?: AgencyId;
  /** Agencies that have been asked, whatever they answered. */
  readonly asked?: readonly AgencyId[];
  /** Agencies that employ an alleged perpetrator. */
  readonly excluded?: readonly AgencyId[];
  /** Agencies that may know of the family only with a consent, and until when there is one. */
  readonly onConsent?: readonly Resting[];
  /** When it is asked; without it no consent counts. */
  readonly at?: string;
  /** Persons named in it, by the hash of their personal number. */
  readonly named?: readonly NamedPerson[];
  /** Accounts with a declared conflict of interest. */
  readonly conflicted?: readonly string[];
  /** The person whose own affair it is, such as its calendar. */
  readonly account?: string | undefined;
  /** Agencies that take part in the visit: each has a role there that it answers for. */
  readonly participants?: readonly AgencyId[];
  /** The agency whose rooms the visit is held in. */
  readonly site?: AgencyId;
  /** Groups the interviewer’s side may see beyond what it always sees; none until it is said. */
  readonly opened?: readonly Group[];
  /** Agencies of which something is taken back, and which have to answer. */
  readonly recipients?: readonly AgencyId[];
  /** Agencies told by mistake that have been asked nothing since. */
  readonly recalled?: readonly AgencyId[];
  /** Which agency asked for the visit. */
  readonly requestedBy?: AgencyId;
  /** The open ticket by which this account broke the glass for this record. */
  readonly ticket?: string | undefined;
  /** What is sealed of it, and whether the address is protected. */
  readonly marks?: Marks;
  /** Open work that a person has taken on, by whom and of which kind: some of it leads to the child. */
  readonly openWork?: readonly Pick<Task, 'agency' | 'kind'>[];
}

const seesChild = (task: Task): boolean =>
  task.kind === SAFETY_WORK && isTakenOn(task) && !hasEnded(task);

/** Both units of a move see the case, from the asking until the handover talk ends that work. */
function inMove(tasks: readonly Task[]): Pick<AccessSubject, 'handingOver' | 'takingOver'> {
  const asked = tasks.filter((task) => task.kind === TAKE_OVER && !hasEnded(task));
  const taken = asked.filter(isTakenOn);
  return {
    handingOver: taken.flatMap(({ requestedBy }) => (requestedBy === 'policy' ? [] : requestedBy)),
    takingOver: asked.map(({ agency }) => agency),
  };
}

/** An agency that also has work of its own in the case is no longer only informed. */
const onlyInformed = (taken: readonly Task[]): AgencyId[] => {
  const atWork = taken.filter(({ role }) => role !== 'informed').map(({ agency }) => agency);
  return taken.map(({ agency }) => agency).filter((agency) => !atWork.includes(agency));
};

export const referralSubject = (
  referral: Referral,
  tasks: readonly Task[] = [],
): AccessSubject => ({
  kind: referral.kind,
  referrer: { agency: referral.agency, sub: referral.submittedBy },
  reporterMode: referral.reporterMode,
  onBehalfOf: referral.onBehalfOf,
  lead: leadOf(referral),
  holders: tasks.filter(isTakenOn).map((task) => task.agency),
  informed: onlyInformed(tasks.filter(isTakenOn)),
  ...inMove(tasks),
  seers: tasks.filter(seesChild).map((task) => task.agency),
  asked: tasks.filter((task) => task.status !== 'cancelled').map((task) => task.agency),
  // Before a person there has accepted, a lead too sees only place, kind and urgency.
  takenOn: referral.status === 'in-progress' || referral.status === 'closed',
  excluded: referral.excluded ?? [],
  conflicted: referral.conflicted ?? [],
  recalled: closedTo(referral, tasks),
  onConsent: restingOnConsent(sharedOf(referral), tasks),
  named: referral.named ?? [],
  marks: marksOfAll([referral]),
  openWork: openWork(tasks),
});

const openWork = (tasks: readonly Task[]): Pick<Task, 'agency' | 'kind'>[] =>
  tasks
    .filter((task) => isTakenOn(task) && !hasEnded(task))
    .map(({ agency, kind }) => ({ agency, kind }));

const sharedOf = (referral: Referral) => ({
  ...{ kind: referral.kind, permitted: referral.permitted },
  case: referral.status === 'submitted' ? undefined : referral.case,
});

/** A task they were given since opens the record to them again, and so does leading it. */
const closedTo = (referral: Referral, tasks: readonly Task[]): AgencyId[] =>
  (referral.recalled ?? [])
    .filter(({ agency }) => agency !== leadOf(referral))
    .filter(({ agency, at }) => !tasks.some((task) => isNewer(task, agency, at)))
    .map(({ agency }) => agency);

const isNewer = (task: Task, agency: AgencyId, at: string): boolean =>
  task.agency === agency && task.createdAt > at && task.status !== 'cancelled';

export const caseSubject = (
  { lead, excluded = [], conflicted = [], ...opened }: Case,
  referral: Referral,
  tasks: readonly Task[] = [],
): AccessSubject => ({
  ...referralSubject(referral, tasks),
  marks: marksOfAll([opened, referral]),
  lead,
  excluded: [...excluded, ...(referral.excluded ?? [])],
  conflicted: [...conflicted, ...(referral.conflicted ?? [])],
});

export const taskSubject = (
  task: Task,
  referral: Referral,
  siblings: readonly Task[] = [],
): AccessSubject => ({
  ...referralSubject(referral, siblings),
  openWork: openWork([...siblings.filter(({ id }) => id !== task.id), task]),
  owner: task.agency,
  takenOn: isTakenOn(task),
  informedOnly: task.role === 'informed',
});

/** A visit is as open as its case, and besides to those who take part in it. */
export const interviewSubject = (
  {
    roles,
    site,
    requestedBy,
    status,
  }: Pick<Interview, 'roles' | 'site' | 'requestedBy' | 'status'>,
  ofCase: AccessSubject,
): AccessSubject => {
  const participants = [...new Set([site.agency, ...roles.map(({ agency }) => agency)])];
  // Nobody with a part in a visit still ahead is told by mistake: whoever has one got it since.
  const invited = isOver({ status }) ? [] : participants;
  return {
    ...ofCase,
    participants,
    site: site.agency,
    requestedBy,
    recalled: (ofCase.recalled ?? []).filter((agency) => !invited.includes(agency)),
  };
};
