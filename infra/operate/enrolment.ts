import { Role } from '../../shared/domain/access/principal.ts';
import { AgencyId } from '../../shared/domain/ids.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { Member, Members } from '../../shared/store/members.ts';
import { ConditionFailed } from '../../shared/store/table.ts';

/** What the operator asked for cannot be done, in one line. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
}

export interface Deps {
  readonly members: Members;
  readonly edition: Edition;
  /** Milliseconds since 1970: the version a membership begins with, above any it had before. */
  readonly now: () => number;
  readonly newToken: () => string;
  /** Ends the membership and hands the open work over, in one transaction. */
  readonly handOver: (sub: string, agency: AgencyId) => Promise<void>;
}

export interface Wish {
  readonly sub: string;
  readonly agency: string;
  /** Comma between. */
  readonly roles: string;
}

/** A subject as identity providers give it: visible signs, no blanks. */
const SUBJECT = /^[\x21-\x7e]{1,128}$/;

function subject(sub: string): string {
  if (!SUBJECT.test(sub)) throw new NotDone('--sub is no subject: 1 to 128 signs without blanks');
  return sub;
}

function roles(list: string): Role[] {
  const named = [...new Set(list.split(',').map((role) => role.trim()))].filter(Boolean);
  const { data, error } = Role.array().min(1).safeParse(named.sort());
  if (error) throw new NotDone(`--roles takes one or more of ${Role.options.join(', ')}`);
  return data;
}

function agency(id: string, edition: Edition) {
  const found = edition.agency(id);
  if (!found) throw new NotDone(`--agency ${id}: the policy pack has no such agency today`);
  return found;
}

/**
 * Makes somebody a member of an agency, or changes the roles there. Never moves a member: whoever
 * goes to another agency leaves the first one, so that a slip in the subject takes nobody's place.
 */
export async function enrol(deps: Deps, wish: Wish): Promise<string> {
  const { members, edition, now, newToken } = deps;
  const { id, kind, name } = agency(wish.agency, edition);
  const sub = subject(wish.sub);
  const member = { sub, agency: AgencyId.parse(id), kind, roles: roles(wish.roles) };
  const as = member.roles.join(', ');
  const before = await members.read(sub);
  if (!before) {
    await unlessOvertaken(members.save({ ...member, areas: [], version: now() }, newToken()));
    return `${sub} is now a member of ${id} (${name.en}) as ${as}.`;
  }
  const was = before.roles.toSorted().join(', ');
  if (before.agency !== id)
    throw new NotDone(`${sub} is a member of ${before.agency} (${was}): --leave comes first`);
  if (was === as) return `${sub} is a member of ${id} as ${as} already; nothing was changed.`;
  const changed: Member = { ...before, ...member, version: before.version + 1 };
  await unlessOvertaken(members.save(changed, newToken(), before.version));
  return `${sub} was a member of ${id} as ${was} and is now one as ${as}.`;
}

/** Ends a membership: from now on every call and every write begun before is refused. */
export async function leave(deps: Deps, sub: string): Promise<string> {
  const { members } = deps;
  const before = await members.read(subject(sub));
  if (!before) throw new NotDone(`${sub} is a member of no agency; nothing was changed`);
  await unlessOvertaken(deps.handOver(sub, before.agency));
  return `${sub} is no longer a member of ${before.agency} (was ${before.roles.join(', ')}).`;
}

/** Somebody else was at the same membership: what was read no longer holds. */
async function unlessOvertaken(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    throw new NotDone('the membership was changed meanwhile: look again, then repeat');
  }
}
