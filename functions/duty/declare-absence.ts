import { Temporal } from 'temporal-polyfill';
import type { declareAbsence as contract } from '../../shared/contract/inside.ts';
import { Absence, declared, endsMembership } from '../../shared/domain/absence/absence.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId, newFileId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import { type HandedOver, handOverWork } from '../../shared/platform/hand-over-work.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'members' | 'work' | 'policy' | 'now' | 'bytes'
>;
type Call = Parameters<UseCase<typeof contract>>[0];

/** A worker is away: the work goes over with the very call, and with a removal the access ends. */
export const declareAbsence =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang }) => {
    const { records, policy, now } = deps;
    const { agencyId, account } = path;
    may(principal, 'member.absence', { ofAgency: agencyId });
    const of = { kind: 'agency' as const, id: agencyId };
    const at = now();
    const known = await records.parts('absence', Absence, of);
    const same = known.find((one) => isSame(one, account, body));
    const call = { absence: same ?? (await absenceOf(deps, { path, body, principal, known, at })) };
    const done = same
      ? { moved: [], more: same.next !== undefined }
      : await begun(deps, call.absence, principal, at);
    const edition = policy.at(Temporal.Instant.from(at));
    const { number, kind, from, to, deputy } = call.absence;
    const label = edition.label('absenceKinds', kind, lang);
    const view = { number, account, kind: { code: kind, label }, from, to, deputy };
    return { status: 200, body: { ...view, moved: [...done.moved], more: done.more } };
  };

/** Said twice, it is said once. */
const isSame = (one: Absence, account: string, { kind, from, to }: Call['body']): boolean =>
  one.account === account &&
  one.kind === kind &&
  one.to === to &&
  (from === undefined ? one.to === undefined && kind === 'removal' : one.from === from);

type Asked = Pick<Call, 'path' | 'body'> & {
  readonly principal: Principal;
  readonly known: readonly Absence[];
  readonly at: string;
};

async function absenceOf(
  { members, bytes }: Deps,
  { path, body, principal, known, at }: Asked,
): Promise<Absence> {
  const { agencyId, account } = path;
  const { kind, from = at, to, deputy } = body;
  const check = async (sub: string, pointer: string) => {
    if ((await members.find(sub))?.agency === agencyId) return;
    throw new Refusal('account-unknown', [{ pointer, code: 'account-unknown' }]);
  };
  await check(account, '/account');
  if (endsMembership({ kind })) await checkLeft(members, account, agencyId);
  if (deputy) await check(deputy, '/deputy');
  return {
    what: 'absence',
    of: { kind: 'agency', id: agencyId },
    number: nextNumber(known),
    version: 1,
    file: newFileId(bytes),
    at,
    by: { sub: principal.sub, agency: principal.agency },
    account,
    kind,
    from,
    ...(to && { to }),
    ...(deputy && { deputy }),
  };
}

/** Somebody is left who lets people of the agency in, and shuts them out. */
async function checkLeft(
  { of }: Deps['members'],
  account: string,
  agency: Call['path']['agencyId'],
): Promise<void> {
  const administrators = (await of(agency)).filter(
    ({ roles, invitedUntil }) => roles.includes('administrator') && invitedUntil === undefined,
  );
  if (administrators.length === 1 && administrators[0]?.sub === account) {
    throw new Refusal('last-administrator');
  }
}

/** At once or, where it lies ahead, when its time has come: the minute finds it. */
async function begun(
  deps: Deps,
  absence: Absence,
  principal: Principal,
  at: string,
): Promise<HandedOver> {
  const told = declared({ absence, event: newEventId(deps.bytes) });
  if (absence.from <= at) {
    const beside: Decision = { kept: [], events: told.events };
    return handOverWork(deps, { absence, beside, by: principal });
  }
  const kept = [{ ...absence, next: absence.from }];
  await deps.journal.commit({ kept, events: told.events }, { by: principal });
  return { moved: [], more: true };
}
