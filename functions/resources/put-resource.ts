import { Temporal } from 'temporal-polyfill';
import type { putResource as contract } from '../../shared/contract/resources.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { resourceView } from '../../shared/domain/disclosure/resource-view.ts';
import { newEventId, newFileId, type ResourceId } from '../../shared/domain/ids.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { changeResource } from '../../shared/domain/resource/change.ts';
import { checkResource } from '../../shared/domain/resource/check.ts';
import { madeOf } from '../../shared/domain/resource/made-of.ts';
import type { Resource } from '../../shared/domain/resource/resource.ts';
import type { ResourceSubmission } from '../../shared/domain/resource/submission.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ResourceReads } from '../../shared/store/calendars.ts';
import { dayWrite, type ResourceDays } from '../../shared/store/resource-days.ts';
import { brokenView } from './broken-view.ts';
import { standingOf } from './standing.ts';

type Deps = Pick<VaultedStore, 'journal' | 'sealing' | 'members' | 'policy' | 'now' | 'bytes'> & {
  readonly days: ResourceDays;
  readonly calendars: Pick<ResourceReads, 'everyResourceOf'>;
};

/** Enters a resource, or replaces it; leave is written on its days in the same transaction. */
export const putResource =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, expected, lang }) => {
    const { journal, days, policy, now, bytes } = deps;
    const id = path.resourceId;
    const before = await days.resource(id);
    may(principal, 'resource.manage', { ofAgency: before?.agency ?? principal.agency });
    checkVersion(before, expected);
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    await checkSent(deps, body, { before, principal }, edition);
    const after = await made(deps, body, { id, before, principal, at });
    const standing = await standingOf(days, id, at, edition);
    const by = { sub: principal.sub, agency: principal.agency };
    const changing = { before, after, ...standing, at, by, event: newEventId(bytes) };
    const { days: changes, ...decision } = changeResource(changing, edition);
    await journal.commit(decision, {
      by: principal,
      also: changes.map((change) => dayWrite(id, change)),
    });
    const { bookings } = standing;
    const answer = {
      ...resourceView(after, body),
      closed: changes.filter(({ closed }) => closed).map(({ day }) => day),
      opened: changes.filter(({ closed }) => !closed).map(({ day }) => day),
      breaks: bookings.flatMap((one) => brokenView(after, one, edition, lang)),
    };
    return { status: 200, body: answer, version: after.version };
  };

/** The first is based on nothing; each further one on what was read. */
function checkVersion(before: Resource | undefined, expected: number): void {
  if (before && expected === 0) throw new Refusal('if-match-absent');
  if ((before?.version ?? 0) !== expected) throw new Refusal('changed-meanwhile');
}

interface Given {
  readonly before: Resource | undefined;
  readonly principal: Principal;
}

async function checkSent(
  { members, calendars }: Deps,
  sent: ResourceSubmission,
  { before, principal: { agency } }: Given,
  edition: Edition,
): Promise<void> {
  const [own, member] = await Promise.all([
    sent.observes ? calendars.everyResourceOf([agency]) : [],
    sent.account === undefined ? undefined : members.find(sent.account),
  ]);
  const rooms = own.filter(({ kind }) => kind === 'interview-room');
  const interviewRooms = rooms.map(({ id }) => id);
  const accountKnown = member?.agency === agency;
  checkResource({ sent, earlier: before, interviewRooms, accountKnown }, edition);
}

async function made(
  { sealing, bytes }: Deps,
  sent: ResourceSubmission,
  { id, before, principal, at }: Given & { readonly id: ResourceId; readonly at: string },
): Promise<Resource> {
  const file = before?.file ?? newFileId(bytes);
  const { agency } = principal;
  const place = { what: 'resource' as const, id, file, agency };
  const version = (before?.version ?? 0) + 1;
  const { name, mail } = sent;
  const words = { outcome: { name, mail } };
  const sealed = name || mail ? await sealing.seal(place, words, version) : undefined;
  return madeOf(sent, { id, agency, file, before, sealed, at });
}
