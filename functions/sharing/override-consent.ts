import { Temporal } from 'temporal-polyfill';
import type { overrideConsent as contract } from '../../shared/contract/sharing.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { overrideView } from '../../shared/domain/disclosure/sharing-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { override } from '../../shared/domain/sharing/override.ts';
import { SharingOverride } from '../../shared/domain/sharing/parts.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadReferral, readReferral } from '../../shared/platform/read-referral.ts';
import type { Made } from '../../shared/store/journal.ts';
import { overridesOf, type SharingDeps } from './consents.ts';

type Deps = Omit<SharingDeps, 'tellings'>;
type Call = Parameters<UseCase<typeof contract>>[0];
type Overriding = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/** A supervisor of the lead decides to share without consent; the oversight body sees it. */
export const overrideConsent =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, policy, now } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'consent.override' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await overridden(deps, read, { body, by: principal, once }));
    const of = { kind: 'referral', id } as const;
    const number = Number(made.number);
    const decided = await records.part('sharing-override', SharingOverride, of, number);
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 201, body: overrideView(decided, body.words, lang, edition) };
  };

async function overridden(deps: Deps, read: ReadReferral, call: Overriding): Promise<Made> {
  const { journal, sealing, policy, now, bytes } = deps;
  const { body, by, once } = call;
  const { referral, tasks } = read;
  const at = now();
  const earlier = await overridesOf(deps, referral.id);
  const number = nextNumber(earlier);
  const of = { kind: 'referral', id: referral.id } as const;
  const place = { what: 'sharing-override', of, number, file: referral.file } as const;
  const sealed = await sealing.seal(place, { outcome: { note: body.words } });
  const decision = override(
    { referral, tasks, by, at, event: newEventId(bytes), ...body, earlier, sealed },
    policy.at(Temporal.Instant.from(at)),
  );
  const made = { number: String(number) };
  return (await journal.commit(decision, { by, once, made })) ?? made;
}
