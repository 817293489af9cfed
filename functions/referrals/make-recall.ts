import { Temporal } from 'temporal-polyfill';
import type { makeRecall as contract } from '../../shared/contract/recalls.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { make } from '../../shared/domain/recall/make.ts';
import { Recall } from '../../shared/domain/recall/recall.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Made } from '../../shared/store/journal.ts';
import { unchanged } from '../../shared/store/unchanged.ts';
import { type RecallDeps, readerOf, readRecalls, shownRecall } from './recalls.ts';

type Call = Parameters<UseCase<typeof contract>>[0];
type Making = Pick<Call, 'body' | 'once'> & { readonly by: Principal };
type Read = Awaited<ReturnType<typeof readRecalls>>;

/** What was shared is taken back: everybody who was told gets a message and a clock of its own. */
export const makeRecall =
  (deps: RecallDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal } = deps;
    const id = path.referralId;
    const read = await readRecalls(deps, { id, by: principal, action: 'recall.make' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await taken(deps, read, { body, by: principal, once }));
    const number = Number(made.number);
    const recall = await records.part('recall', Recall, { kind: 'referral', id }, number);
    const shown = await shownRecall(deps, recall, readerOf(read, principal), lang);
    const location = `/v1/referrals/${id}/recalls/${number}`;
    return { status: 201, body: shown, version: shown.version, location };
  };

async function taken(deps: RecallDeps, read: Read, { body, by, once }: Making): Promise<Made> {
  const { records, journal, sealing, policy, now, bytes, tellings } = deps;
  const referral = routedOnly(read.referral);
  const opened = referral.case ? await records.case(referral.case) : undefined;
  const shared = await tellings.of(referral);
  const of = { kind: 'referral', id: referral.id } as const;
  const number = nextNumber(read.recalls);
  const place = { what: 'recall', of, number, file: referral.file } as const;
  const words = body.kind === 'correction' && { narrative: { narrative: body.correction } };
  const at = now();
  const decision = make(
    {
      ...{ referral, earlier: read.recalls, request: body, by, at, event: newEventId(bytes) },
      ...shared,
      asReferrer: read.permit.rule === 'takes-back-what-it-shared',
      sealed: words ? await sealing.seal(place, words) : undefined,
    },
    policy.at(Temporal.Instant.from(at)),
  );
  const made = { number: String(number) };
  // Whoever was asked meanwhile must not be left out.
  const also = unchanged(opened ? [opened] : [], decision);
  return (await journal.commit(decision, { by, once, made, also })) ?? made;
}
