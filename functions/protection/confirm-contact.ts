import { Temporal } from 'temporal-polyfill';
import type {
  confirmContact as confirming,
  withdrawContact as withdrawing,
} from '../../shared/contract/family.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import {
  confirmContact as confirm,
  withdrawContact as withdraw,
} from '../../shared/domain/family/decide.ts';
import { SafeContactPart } from '../../shared/domain/family/parts.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familyOf, householdOf } from '../../shared/store/family-facts.ts';
import type { Made } from '../../shared/store/journal.ts';
import { shownContacts } from './shown-contacts.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;
type Call = Parameters<UseCase<typeof confirming>>[0];
type Confirming = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/** The lead confirms an adult through whom the family may be reached; until then nobody may be. */
export const confirmContact =
  (deps: Deps): UseCase<typeof confirming> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'contact.confirm' });
    const earlier = await deps.journal.earlier(principal, once);
    const made = earlier ?? (await confirmed(deps, read, { body, by: principal, once }));
    const all = await shownContacts(deps, await familyOf(deps, read.case), read.permit, lang);
    const view = all.find(({ number }) => number === Number(made.number));
    if (!view) throw new Error('a contact was confirmed and none is kept');
    return { status: 201, body: view, version: view.version };
  };

async function confirmed(deps: Deps, read: ReadCase, { body, by, once }: Confirming) {
  const { journal, sealing, policy, now, bytes } = deps;
  const family = await familyOf(deps, read.case);
  const at = now();
  const { accused, sharesHousehold, dependsOnAccused, inHousehold, ...safeContact } = body;
  const of = { kind: 'case' as const, id: read.case.id };
  const number = nextNumber(family.contacts);
  const place = { what: 'safe-contact' as const, of, number, file: read.case.file };
  const contact: SafeContactPart = {
    ...place,
    version: 1,
    at,
    by: { sub: by.sub, agency: by.agency },
    sealed: await sealing.seal(place, { contact: { safeContact } }),
    ties: { accused, sharesHousehold, dependsOnAccused },
    inHousehold,
  };
  const call = { case: read.case, by, at, event: newEventId(bytes), contact };
  const edition = policy.at(Temporal.Instant.from(at));
  const decision = confirm({ ...call, household: householdOf(family) }, edition);
  const made: Made = { number: String(number) };
  const earlier = await journal.commit(decision, { by, once, made });
  return earlier ?? made;
}

/** Nothing goes to this contact any more. */
export const withdrawContact =
  (deps: Deps): UseCase<typeof withdrawing> =>
  async ({ path, principal }) => {
    const { records, journal, now, bytes } = deps;
    const { caseId: id, number } = path;
    const read = await readCase(deps, { id, by: principal, action: 'contact.confirm' });
    const of = { kind: 'case' as const, id };
    const contact = await records.part('safe-contact', SafeContactPart, of, number);
    const call = { case: read.case, by: principal, at: now(), event: newEventId(bytes), contact };
    const decision = withdraw(call);
    if (decision.kept.length > 0) await journal.commit(decision, { by: principal });
    return { status: 204, body: undefined };
  };
