import { Temporal } from 'temporal-polyfill';
import type { askWaiver as contract } from '../../shared/contract/safety.ts';
import { hasRole, type Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { askWaiver as ask, type Waives } from '../../shared/domain/safety/waiver.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseStanding } from '../../shared/store/case-standing.ts';
import type { Made } from '../../shared/store/journal.ts';
import { shownWaivers } from './waivers.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;
type Body = Parameters<UseCase<typeof contract>>[0]['body'];
type Asking = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
};

/** The lead asks that a track, or a task nobody carried out, need not be done. */
export const askWaiver =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'waiver.ask' });
    const earlier = await deps.journal.earlier(principal, once);
    const made = earlier ?? (await asked(deps, read, { body, by: principal, once }));
    const shown = await shownWaivers(deps, { id, permit: read.permit, lang }, Number(made.number));
    const [view] = shown;
    if (!view) throw new Error('the waiver was not kept');
    return { status: 201, body: view, location: `/v1/cases/${id}/waivers` };
  };

async function asked(deps: Deps, { case: { id } }: ReadCase, { body, by, once }: Asking) {
  const { records, journal, sealing, policy, now, bytes } = deps;
  const standing = await caseStanding(records, id);
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const number = nextNumber(standing.waivers);
  const { file } = standing.case;
  const place = { what: 'waiver', of: { kind: 'case', id }, number, file } as const;
  const { name, phone } = body.askedBy;
  const words = { note: body.note, actingPerson: phone ? `${name}, ${phone}` : name };
  const decision = ask(
    {
      case: standing.case,
      standing,
      earlier: standing.waivers,
      waives: wavesOf(body),
      reason: body.reason,
      sealed: await sealing.seal(place, { outcome: words }),
      by: { sub: by.sub, agency: by.agency, through: throughOf(by) },
      at,
      event: newEventId(bytes),
      national: nationalDesk(edition).desk.id,
    },
    edition,
  );
  const made: Made = { number: String(number) };
  const earlier = await journal.commit(decision, { by, once, made });
  return earlier ?? made;
}

const wavesOf = (body: Body): Waives =>
  'track' in body ? { kind: 'track', track: body.track } : { kind: 'task', task: body.task };

const throughOf = (by: Principal) => (hasRole(by, 'system') ? 'system' : 'person');
