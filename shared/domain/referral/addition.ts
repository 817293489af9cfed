import type { Principal } from '../access/principal.ts';
import type { NamedPerson } from '../family/named.ts';
import type { AgencyId, EventId, ReferralId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextNumber } from '../part.ts';
import type { Sealed } from '../sealed.ts';
import { hasEnded, isTakenOn, type Task } from '../task/task.ts';
import type { Addition } from './addition-submission.ts';
import { leadOf, type Referral } from './referral.ts';

interface News {
  readonly referral: Referral;
  /** What was added before. */
  readonly earlier: readonly Addition[];
  readonly tasks: readonly Task[];
  readonly channel: Addition['channel'];
  readonly by: Pick<Principal, 'sub' | 'agency'>;
  readonly at: string;
  readonly event: EventId;
  readonly sealed: Sealed;
  /** Agencies that, by this news, employ an alleged perpetrator. */
  readonly excluded?: readonly AgencyId[];
  /** Whom it names, by the hash of the personal number. */
  readonly named?: readonly NamedPerson[];
  /** Where the child can be found is protected from now on. */
  readonly protectAddress?: true | undefined;
  readonly became?: ReferralId | undefined;
}

/**
 * News is added to a referral, whatever has become of it: closed or not, nothing is swallowed. What
 * it changes is decided by routing, to which the event is owed.
 */
export function addNews(call: News): { readonly number: number; readonly decision: Decision } {
  const { referral, earlier, channel, by, at, event, sealed, became } = call;
  const number = nextNumber(earlier);
  const of = { kind: 'referral' as const, id: referral.id };
  const { sub, agency } = by;
  const addition: Addition = {
    ...{ what: 'addition', of, number, version: 1, file: referral.file, at, channel, sealed },
    by: { sub, agency },
    ...(became && { became }),
  };
  const excluded = allExcluded(call);
  const named = [...(referral.named ?? []), ...(call.named ?? [])];
  const told: Referral = {
    ...referral,
    version: referral.version + 1,
    ...(excluded.length > 0 && { excluded }),
    ...(named.length > 0 && { named }),
    ...(call.protectAddress && { addressProtected: true }),
  };
  const made: JournalEvent = {
    id: event,
    type: 'addition.made',
    at,
    subject: of,
    version: told.version,
    by: { sub, agency },
    file: referral.file,
    referral: referral.id,
    ...(referral.status !== 'submitted' && { case: referral.case }),
    to: concerned(call),
    codes: { number: String(number), channel },
  };
  return { number, decision: { kept: [told, addition], events: [made] } };
}

const allExcluded = ({ referral, excluded = [] }: News): AgencyId[] => [
  ...new Set([...(referral.excluded ?? []), ...excluded]),
];

/** Who works on it hears of it at once; what is in it they fetch. */
function concerned(call: News): AgencyId[] {
  const { referral, tasks, by } = call;
  const working = tasks.filter((task) => isTakenOn(task) && !hasEnded(task));
  const all = [leadOf(referral), ...working.map(({ agency }) => agency)];
  const excluded = allExcluded(call);
  return [...new Set(all)].filter(
    (agency): agency is AgencyId =>
      agency !== undefined && agency !== by.agency && !excluded.includes(agency),
  );
}
