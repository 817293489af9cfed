import { Temporal } from 'temporal-polyfill';
import type { recordConsent as contract } from '../../shared/contract/sharing.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { factsOf } from '../../shared/domain/routing/facts.ts';
import { recordConsent as record } from '../../shared/domain/sharing/consent.ts';
import { SharingConsent } from '../../shared/domain/sharing/parts.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadReferral, readReferral } from '../../shared/platform/read-referral.ts';
import type { Made } from '../../shared/store/journal.ts';
import { consentsOf, type SharingDeps, shownConsent } from './consents.ts';

type Deps = Omit<SharingDeps, 'tellings'>;
type Call = Parameters<UseCase<typeof contract>>[0];
type Recording = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/** Writes down what the family consented to: what rests on it is open from now on. */
export const recordConsent =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'consent.record' });
    const earlier = await deps.journal.earlier(principal, once);
    const made = earlier ?? (await recorded(deps, read, { body, by: principal, once }));
    const shown = await readReferral(deps, { id, by: principal, action: 'consent.read' });
    const of = { kind: 'referral', id } as const;
    const number = Number(made.number);
    const consent = await deps.records.part('sharing-consent', SharingConsent, of, number);
    const view = await shownConsent(deps, consent, shown, lang);
    return { status: 201, body: view, version: view.version, location: view.links.consents };
  };

async function recorded(deps: Deps, read: ReadReferral, call: Recording): Promise<Made> {
  const { journal, sealing, policy, now, bytes } = deps;
  const { body, by, once } = call;
  const { referral, tasks } = read;
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const earlier = await consentsOf(deps, referral.id);
  const number = nextNumber(earlier);
  const of = { kind: 'referral', id: referral.id } as const;
  const place = { what: 'sharing-consent', of, number, file: referral.file } as const;
  const sealed = await sealing.seal(place, {
    family: { speaker: { name: body.person } },
    ...(body.note && { outcome: { note: body.note } }),
  });
  // Only the age, to know whose consent counts: nothing of it is shown.
  const { identity } = await sealing.forHub(referral, 'whose-consent');
  const { facts } = factsOf(
    { ...referral, submittedAt: at },
    { ...(identity && { identity }) },
    edition,
  );
  const decision = record(
    {
      ...{ referral, tasks, by, at, event: newEventId(bytes) },
      ...{ said: body, earlier, ageYears: facts.ageYears, sealed },
    },
    edition,
  );
  const made = { number: String(number) };
  return (await journal.commit(decision, { by, once, made })) ?? made;
}
