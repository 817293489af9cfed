import { Temporal } from 'temporal-polyfill';
import type { decideSpeaker as contract } from '../../shared/contract/family.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { decideSpeaker as decide } from '../../shared/domain/family/decide.ts';
import { naming, withoutNumber } from '../../shared/domain/family/named.ts';
import { Speaker } from '../../shared/domain/family/parts.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { Kept } from '../../shared/domain/journal/decision.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { namedPersons } from '../../shared/platform/named-persons.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Made } from '../../shared/store/journal.ts';
import { leadWorkers } from '../../shared/store/lead-workers.ts';
import { shownSpeakers } from './shown-speakers.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access' | 'personHash'
>;
type Call = Parameters<UseCase<typeof contract>>[0];
type Deciding = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/** Decides who speaks for the child, with the reason: it follows from no relation. */
export const decideSpeaker =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'speaker.decide' });
    const earlier = await deps.journal.earlier(principal, once);
    const made = earlier ?? (await decided(deps, read, { body, by: principal, once }));
    const all = await shownSpeakers(deps, read, lang);
    const view = all.find(({ number }) => number === Number(made.number));
    if (!view) throw new Error('a speaker was decided on and none is kept');
    return { status: 201, body: view };
  };

async function decided(deps: Deps, read: ReadCase, { body, by, once }: Deciding): Promise<Made> {
  const { records, journal, sealing, policy, now, bytes } = deps;
  const { id, file } = read.case;
  const of = { kind: 'case' as const, id };
  const number = nextNumber(await records.parts('speaker', Speaker, of));
  const at = now();
  const { person: stated, account, capacity, reason, from = at, to } = body;
  const { accused, sharesHousehold, dependsOnAccused } = body;
  const person = stated && withoutNumber(stated);
  const words = { family: { relatedChildren: [], speaker: person }, outcome: { note: reason } };
  const place = { what: 'speaker' as const, of, number, file };
  const speaker: Speaker = {
    ...place,
    version: 1,
    at,
    by: { sub: by.sub, agency: by.agency },
    sealed: await sealing.seal(place, words),
    capacity,
    ...(account && { account }),
    ties: { accused, sharesHousehold, dependsOnAccused },
    from,
    ...(to && { to }),
  };
  const workers = await leadWorkers(sealing, read.case, read.tasks);
  const call = { case: read.case, by, at, event: newEventId(bytes), speaker, workers };
  const edition = policy.at(Temporal.Instant.from(at));
  const decision = decide({ ...call, person: { account, ...person } }, edition);
  const made = { number: String(number) };
  const named = await namedPersons(deps.personHash, 'speaker', stated ? [stated] : []);
  const kept = naming<Referral, Kept>(decision.kept, [read.referral], named);
  const earlier = await journal.commit({ ...decision, kept }, { by, once, made });
  return earlier ?? made;
}
