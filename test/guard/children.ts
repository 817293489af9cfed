import type { Case } from '../../shared/domain/case/case.ts';
import type { CaseId, InterviewId } from '../../shared/domain/ids.ts';
import { isActive } from '../../shared/domain/interview/active.ts';
import {
  freed,
  Guard,
  type GuardedChild,
  openFurther,
  openGuard,
} from '../../shared/domain/interview/guard.ts';
import type { Interview, InterviewResult } from '../../shared/domain/interview/interview.ts';
import { joinGuards, type Regarded } from '../../shared/domain/interview/join-guards.ts';
import { partGuards, wasHeld } from '../../shared/domain/interview/part-guards.ts';
import { afterLeaving, settleGuard } from '../../shared/domain/interview/result.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { oneInterviewWrites } from '../../shared/store/one-interview.ts';
import type { Write } from '../../shared/store/write.ts';
import { aCase, georgiaAt, later, NOW } from '../build.ts';
import { aVisit } from '../finding.ts';

type Stored = Map<string, Guard>;

/** What one transaction does to the guards that are kept; refuses as DynamoDB would. */
function written(stored: Stored, writes: readonly Write[]): boolean {
  const steps = writes.map((write) => {
    const place = `${write.key.pk} ${write.key.sk}`;
    const { Put, Delete } = write.as('t');
    const condition = (Put ?? Delete)?.ConditionExpression;
    const values = (Put ?? Delete)?.ExpressionAttributeValues;
    const found = stored.get(place);
    const holds =
      condition === undefined ||
      (condition === 'attribute_not_exists(pk)'
        ? !found
        : found?.version === values?.[':version'] && found?.interview === values?.[':interview']);
    return { place, holds, item: Put?.Item && Guard.parse(Put.Item) };
  });
  if (steps.some(({ holds }) => !holds)) return false;
  for (const { place, item } of steps) item ? stored.set(place, item) : stored.delete(place);
  return true;
}

interface Group {
  readonly cases: CaseId[];
  episode: number;
}

/** Several records of children, some of them of one child, with all that may happen to their visits. */
export class Children {
  readonly stored: Stored = new Map();
  readonly visits = new Map<InterviewId, Interview>();
  readonly hashes = new Map<CaseId, string>();
  readonly cases: Case[];
  groups: Group[];
  private readonly joinings: { into: Group; goes: Group }[] = [];
  private minute = 0;

  constructor(numbers: readonly (string | undefined)[]) {
    this.cases = numbers.map(() => aCase());
    this.groups = this.cases.map(({ id }) => ({ cases: [id], episode: 1 }));
    numbers.forEach((number, i) => {
      const id = this.cases[i]?.id;
      if (id && number) this.hashes.set(id, number);
    });
  }

  at(): string {
    this.minute += 1;
    return later({ minutes: this.minute }, NOW);
  }
  group(i: number): Group {
    const id = this.cases[i % this.cases.length]?.id;
    const found = this.groups.find(({ cases }) => cases.some((one) => one === id));
    if (!found) throw new Error('no group');
    return found;
  }
  rootOf = ({ cases }: Group): CaseId => {
    const [root] = cases;
    if (!root) throw new Error('no root');
    return root;
  };
  guardsOf = (root: CaseId): Guard[] =>
    [...this.stored].filter(([place]) => place.startsWith(`CHILD#${root} `)).map(([, one]) => one);
  visitsOf = ({ cases }: Group): Interview[] =>
    [...this.visits.values()].filter((one) => cases.includes(one.case));

  /** What is read of a child before it is decided. */
  look(group: Group, unanswered = false): GuardedChild {
    const persons = group.cases.flatMap((of) => {
      const hash = this.hashes.get(of);
      return hash ? [{ hash, of }] : [];
    });
    const root = this.rootOf(group);
    return {
      root,
      episode: group.episode,
      persons: [...new Map(persons.map((one) => [one.hash, one])).values()],
      own: this.guardsOf(root).find(({ episode }) => episode === group.episode),
      ofPerson: [...this.stored]
        .filter(([place]) => persons.some(({ hash }) => place.startsWith(`PERSON#${hash} `)))
        .map(([, one]) => one)
        .filter(({ episode }) => episode === group.episode),
      unanswered,
    };
  }

  /** Decided on an earlier look, which may not hold any more. */
  open(group: Group, child: GuardedChild, further = false): boolean {
    const visit = aVisit({
      case: this.rootOf(group),
      child: child.root,
      episode: child.episode,
      openedAt: this.at(),
      ...(further && { further: { number: 1, after: aVisit().id, need: 'new-evidence' } }),
    });
    const opening = { interview: visit.id, agency: visit.requestedBy };
    const guard = further ? openFurther(child, opening) : openGuard(child, opening);
    const before = further && child.own ? [child.own] : [];
    const done = written(this.stored, oneInterviewWrites(before, [guard]));
    if (done) this.visits.set(visit.id, visit);
    return done;
  }

  private guardBy = (visit: Interview): Guard | undefined =>
    [...this.stored.values()].find(({ interview }) => interview === visit.id);

  close(visit: Interview): void {
    if (!isActive(visit) || visit.status === 'under-way') return;
    const guard = this.guardBy(visit);
    const after = guard && freed(guard);
    written(this.stored, oneInterviewWrites(guard ? [guard] : [], after ? [after] : []));
    const { status: _, ...plan } = visit as Extract<Interview, { status: 'planning' }>;
    const over = { status: 'cancelled' as const, cancelledAt: this.at(), reason: 'x' };
    this.visits.set(visit.id, { ...plan, ...over });
  }

  begin(visit: Interview): void {
    if (visit.status !== 'planning') return;
    const { status: _, ...plan } = visit;
    const booking = 'bkg_22222222222222222222' as Extract<Interview, { status: 'held' }>['booking'];
    const now = { status: 'under-way' as const, booking, startedAt: this.at() };
    this.visits.set(visit.id, { ...plan, ...now });
  }

  end(visit: Interview, result: InterviewResult): void {
    if (visit.status !== 'under-way') return;
    const guard = this.guardBy(visit);
    if (!guard) throw new Error('an interview was held without its guard');
    const done = written(this.stored, oneInterviewWrites([guard], [settleGuard(guard, result)]));
    if (!done) throw new Error('the guard moved');
    const ended = { ...visit, result, endedAt: this.at() };
    this.visits.set(visit.id, afterLeaving(ended, this.at(), georgiaAt()));
  }

  private apply({ before, after, frozen, resumed }: Regarded): void {
    if (!written(this.stored, oneInterviewWrites(before, after))) throw new Error('not written');
    for (const { visit, because } of frozen) {
      const { status: _, ...plan } = visit as Extract<Interview, { status: 'planning' }>;
      const stopped = { status: 'frozen' as const, frozenAt: this.at(), because };
      this.visits.set(visit.id, { ...plan, ...stopped });
    }
    for (const visit of resumed) {
      const { status: _, ...plan } = visit as Extract<Interview, { status: 'planning' }>;
      this.visits.set(visit.id, { ...plan, status: 'planning' });
    }
  }

  join(into: Group, goes: Group): void {
    if (into === goes) return;
    const side = (one: Group) => {
      const root = this.rootOf(one);
      return { root, guards: this.guardsOf(root), visits: this.visitsOf(one) };
    };
    this.apply(joinGuards(side(into), side(goes)));
    const whole = {
      cases: [...into.cases, ...goes.cases],
      episode: Math.max(into.episode, goes.episode),
    };
    this.joinings.push({ into: whole, goes });
    this.groups = [...this.groups.filter((one) => one !== into && one !== goes), whole];
  }

  /** The last joining is taken back. */
  undo(): void {
    const last = this.joinings.pop();
    if (!last) return;
    const whole = this.groups.find((one) => one.cases.includes(this.rootOf(last.goes)));
    if (!whole) throw new Error('gone');
    const left = whole.cases.filter((id) => !last.goes.cases.includes(id));
    const visits = this.visitsOf(whole);
    const side = (cases: readonly CaseId[]) => ({ root: cases[0] ?? this.rootOf(whole), cases });
    const [stays, goes] = [side(left), side(last.goes.cases)];
    const guards = this.guardsOf(this.rootOf(whole));
    this.apply(partGuards({ guards, visits, stays, goes }));
    const own = visits.filter((one) => last.goes.cases.includes(one.case));
    const episode = Math.max(last.goes.episode, ...own.map((one) => one.episode));
    const [rest, gone] = [
      { cases: left, episode: whole.episode },
      { cases: [...last.goes.cases], episode },
    ];
    this.groups = [...this.groups.filter((one) => one !== whole), rest, gone];
  }

  openEpisode(group: Group): void {
    const guard = this.look(group).own;
    if (guard?.state === 'used') group.episode += 1;
  }
}

/** Refusals are answers; whatever else is thrown is a fault. */
export function allowed(step: () => unknown): boolean {
  try {
    return step() !== false;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Everything that is wrong with the guards, found without the code that keeps them. */
export function wrongWith({ groups, stored, visits }: Children): string[] {
  const wrong: string[] = [];
  const all = [...visits.values()];
  for (const { cases } of groups) {
    for (const episode of new Set(all.map((one) => one.episode))) {
      const of = all.filter((one) => cases.includes(one.case) && one.episode === episode);
      const active = of.filter((one) => isActive(one) && !wasHeld(one));
      if (active.length > 1) wrong.push(`${active.length} active visits of one child`);
      const guard = stored.get(`CHILD#${cases[0]} INTERVIEW#${String(episode).padStart(4, '0')}`);
      if (active[0] && guard?.interview !== active[0].id) wrong.push('an unguarded visit');
      if (!active[0] && guard?.state === 'active') wrong.push('a guard of no visit');
      if (of.some(wasHeld) && !guard) wrong.push('an interview that was held is forgotten');
    }
  }
  const roots = groups.map(({ cases }) => `CHILD#${cases[0]} `);
  for (const [place, guard] of stored) {
    const isChild = place.startsWith('CHILD#');
    if (isChild && !roots.some((root) => place.startsWith(root))) wrong.push('a guard left behind');
    if (!isChild && !roots.includes(`CHILD#${guard.child} `)) wrong.push('a person left behind');
  }
  return wrong;
}
