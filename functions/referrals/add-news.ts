import { Temporal } from 'temporal-polyfill';
import type { addNews as contract } from '../../shared/contract/additions.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { NamedPerson } from '../../shared/domain/family/named.ts';
import {
  newEventId,
  newFileId,
  newReferralId,
  ReferralId,
  receiptNumber,
} from '../../shared/domain/ids.ts';
import { type Decision, join } from '../../shared/domain/journal/decision.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { addNews as add } from '../../shared/domain/referral/addition.ts';
import { Addition, statedIn } from '../../shared/domain/referral/addition-submission.ts';
import { asViolence, becomesViolence } from '../../shared/domain/referral/becomes-violence.ts';
import { checkAddition } from '../../shared/domain/referral/check-addition.ts';
import { derivedReferral } from '../../shared/domain/referral/derived.ts';
import type { Stated } from '../../shared/domain/referral/groups.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { excludedAgencies } from '../../shared/domain/routing/inside.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { namedPersons } from '../../shared/platform/named-persons.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { parentOf } from '../../shared/store/access-facts.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access' | 'personHash'
>;
type Call = Parameters<UseCase<typeof contract>>[0];

/** News of a child: from the referrer, from whoever works on it, or called in to a duty desk. */
export const addNews =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, once }) => {
    const { journal, policy, now } = deps;
    const id = path.referralId;
    const { referral, permit } = await readReferral(deps, {
      id,
      by: principal,
      action: 'addition.make',
    });
    // A desk that has no part in it only writes down what it is told by telephone.
    if (permit.rule === 'duty-desk-by-phone' && body.channel !== 'phone') {
      throw new Refusal('not-found');
    }
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await added(deps, referral, { body, principal, once, at }, edition));
    return receipt(id, made);
  };

type Adding = Pick<Call, 'body' | 'principal' | 'once'> & { readonly at: string };

async function added(deps: Deps, referral: Referral, adding: Adding, edition: Edition) {
  const { body, principal: by, once, at } = adding;
  checkAddition(body, edition, Temporal.Instant.from(at));
  const stated = statedIn(body);
  const { channel, protectAddress } = body;
  const accused = body.allegedPerpetrators ?? [];
  const named = await namedPersons(deps.personHash, 'alleged-perpetrator', accused);
  const news = { stated, channel, protectAddress, named, by, at };
  const earlier = await additionsOf(deps, referral);
  const before = earlier.find(({ became }) => became !== undefined)?.became;
  const made = before ? undefined : await madeViolence(deps, referral, news, edition);
  const became = before ?? made?.id;
  const own = await addedTo(deps, referral, { ...news, became }, edition);
  const also = before && (await addedTo(deps, await deps.records.referral(before), news, edition));
  const parts = [own.decision, made?.decision, also?.decision];
  const decision = parts.reduce<Decision>((all, one) => (one ? join(all, one) : all), NOTHING);
  const result = { number: String(own.number), at, ...(became && { became }) };
  const first = await deps.journal.commit(decision, {
    by,
    once,
    made: result,
    also: made?.also ?? [],
  });
  return first ?? result;
}

const NOTHING: Decision = { kept: [], events: [] };

interface News {
  readonly stated: Stated;
  readonly named: readonly NamedPerson[];
  readonly channel: Addition['channel'];
  readonly by: Principal;
  readonly at: string;
  readonly protectAddress?: true | undefined;
  readonly became?: ReferralId | undefined;
}

const additionsOf = ({ records }: Deps, { id }: Referral): Promise<Addition[]> =>
  records.parts('addition', Addition, { kind: 'referral', id });

async function addedTo(deps: Deps, referral: Referral, news: News, edition: Edition) {
  const { records, sealing, bytes } = deps;
  const { id, file, municipality, agency } = referral;
  const { stated, channel, by, at, ...own } = news;
  const of = { kind: 'referral', id } as const;
  const earlier = await additionsOf(deps, referral);
  const place = { what: 'addition', of, number: nextNumber(earlier), file } as const;
  const sealed = await sealing.seal(place, stated);
  const accused = stated.concern?.allegedPerpetrators ?? [];
  const excluded = excludedAgencies(accused, { municipality, agencies: [agency] }, edition);
  const tasks = await records.tasksOf(parentOf(referral));
  const event = newEventId(bytes);
  return add({ referral, earlier, tasks, channel, by, at, event, sealed, excluded, ...own });
}

/** Support of a family is no answer to violence: it is referred as such, and nobody types it again. */
async function madeViolence(deps: Deps, origin: Referral, news: News, edition: Edition) {
  const { sealing, bytes } = deps;
  const { stated, named, by, at } = news;
  if (!becomesViolence(origin, stated)) return undefined;
  const ids = { referral: newReferralId(bytes), file: newFileId(bytes), event: newEventId(bytes) };
  const place = { what: 'referral', id: ids.referral, file: ids.file } as const;
  const family = await sealing.forHub(origin, 'become-violence');
  const opened = await sealing.newFile(ids.file);
  const sealed = opened.seal(place, asViolence(family, stated));
  const known = { ...origin, named: [...(origin.named ?? []), ...named] };
  const from = { origin: known, municipality: origin.municipality, reportedAt: at, at };
  const decision = derivedReferral(
    { ...from, kind: 'violence', by: { sub: by.sub, agency: by.agency }, ids, sealed },
    edition,
  );
  return { id: ids.referral, decision, also: [opened.write] };
}

/** The same for a first and for a repeated call: made from the ids alone. */
function receipt(id: ReferralId, made: Readonly<Record<string, string>>) {
  const became = made.became === undefined ? undefined : ReferralId.parse(made.became);
  const self = `/v1/referrals/${id}`;
  return {
    status: 201 as const,
    body: {
      referral: id,
      receiptNumber: receiptNumber(id),
      number: Number(made.number),
      at: made.at ?? '',
      became: became && { id: became, receiptNumber: receiptNumber(became) },
      links: { referral: self, additions: `${self}/additions` },
    },
    location: `${self}/additions`,
  };
}
