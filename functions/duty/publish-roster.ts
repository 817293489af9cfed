import { Temporal } from 'temporal-polyfill';
import type { publishRoster as contract } from '../../shared/contract/duty.ts';
import { rosterView } from '../../shared/domain/disclosure/roster-view.ts';
import { DutyGap } from '../../shared/domain/duty/duty-gap.ts';
import { checkRoster, publishRoster as publish } from '../../shared/domain/duty/publish.ts';
import { ROSTER_NUMBER, type Roster } from '../../shared/domain/duty/roster.ts';
import { newEventId, newFileId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes'>;

/** Replaces an agency's roster; who is on it is on duty from this moment. */
export const publishRoster =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, expected }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const of = { kind: 'agency' as const, id: path.agencyId };
    may(principal, 'duty.publish', { ofAgency: of.id });
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const { shifts, people, head, desk } = body;
    const [earlier, known] = await Promise.all([
      records.roster(of.id),
      records.parts('duty-gap', DutyGap, of),
    ]);
    checkVersion(earlier, expected);
    checkRoster({ shifts, people: people.length, earlier, at }, edition);
    const file = earlier?.file ?? newFileId(bytes);
    const place = { what: 'roster' as const, of, number: ROSTER_NUMBER, file };
    const version = (earlier?.version ?? 0) + 1;
    const sealed = await sealing.seal(place, { outcome: { duty: people, head } }, version);
    const newEvent = () => newEventId(bytes);
    const by = { sub: principal.sub, agency: principal.agency };
    const what = { agency: of.id, earlier, known, shifts, desk, sealed };
    const published = { ...what, file, at, by, newEvent };
    const decision = publish(published, edition);
    await journal.commit(decision, { by: principal });
    const roster = decision.kept.find((kept): kept is Roster => kept.what === 'roster');
    if (!roster) throw new Error('a roster was published and none is kept');
    return { status: 200, body: rosterView({ roster, people, head, at }, edition), version };
  };

/** The first roster is based on nothing; each further one on the one that was read. */
function checkVersion(earlier: Roster | undefined, expected: number): void {
  if (earlier && expected === 0) throw new Refusal('if-match-absent');
  if ((earlier?.version ?? 0) !== expected) throw new Refusal('changed-meanwhile');
}
