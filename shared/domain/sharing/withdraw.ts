import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { begin, withOpenRecall } from '../recall/make.ts';
import type { Recall } from '../recall/recall.ts';
import { asRecipient, mustAnswer, RECIPIENTS_MOST } from '../recall/recipients.ts';
import { isReferrerAlone, type Told } from '../recall/told.ts';
import type { Referral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Task } from '../task/task.ts';
import { basisOf, purposeOf } from './basis.ts';
import { permitting, type Step, saidOf } from './consent.ts';
import type { SharingConsent } from './parts.ts';
import { isMissing, type Permitted, restingOnConsent } from './permitted.ts';
import type { Basis } from './rules.ts';

interface Withdrawing extends Step {
  readonly consent: SharingConsent;
  /** Code of who withdraws. */
  readonly from: string;
  /** Everybody who was told, by the journal, and what was taken back before. */
  readonly told: readonly Told[];
  readonly recalls: readonly Recall[];
  /** All work there was, whatever became of it. */
  readonly work: readonly Task[];
  readonly recallEvent: EventId;
}

/** Somebody who was told and keeps it, and on what basis. */
export interface Staying {
  readonly agency: AgencyId;
  readonly basis: Basis;
  readonly law: string;
}

/**
 * A consent is withdrawn: nothing is shared on it from now on, and whoever was told on it alone
 * answers for what it was told. Protection of a child stops by it nowhere.
 */
export function withdrawConsent(call: Withdrawing, edition: Edition): Decision {
  const { referral, consent, from, by, at } = call;
  if (consent.withdrawn) throw new Refusal('consent-withdrawn-already');
  if (!edition.has('consentGivers', from)) {
    throw new Refusal('unknown-code', [{ pointer: '/from', code: 'unknown-code' }]);
  }
  const recall = takenBack(call, edition);
  const number = String(consent.number);
  const withdrawn: SharingConsent = {
    ...consent,
    version: consent.version + 1,
    withdrawn: {
      ...{ at, by: from, sub: by.sub, agency: by.agency },
      ...(recall && { recall: recall.number }),
    },
  };
  const after = permitting(referral, left(call));
  const counted = recall && after.status !== 'submitted' ? withOpenRecall(after) : after;
  return {
    kept: [counted, withdrawn, ...(recall?.kept ?? [])],
    events: [saidOf('sharing.withdrawn', counted, call, { number }), ...(recall?.events ?? [])],
  };
}

/** What still permits it. */
const left = ({ referral, consent }: Pick<Withdrawing, 'referral' | 'consent'>): Permitted[] =>
  (referral.permitted ?? []).filter(
    ({ by, number }) => by !== 'consent' || number !== consent.number,
  );

/** The agencies that were told on this consent and on nothing that is left. */
export function toldOnConsent(call: Omit<Withdrawing, 'from' | 'recallEvent' | 'recalls'>): Told[] {
  const { referral, consent, work, told, by, at } = call;
  const opened = referral.status === 'submitted' ? undefined : referral.case;
  const { purposes, recipients } = consent;
  const kind = 'consent-withdrawn' as const;
  const lost = restingOnConsent(
    { kind: referral.kind, case: opened, permitted: left(call) },
    work,
  ).filter((one) => isMissing(one, at));
  const rested = (agency: AgencyId) =>
    lost.some((one) => one.agency === agency) &&
    work.some(
      ({ agency: of, onConsent }) =>
        of === agency &&
        onConsent !== undefined &&
        purposes.includes(onConsent.purpose) &&
        recipients.includes(onConsent.recipient),
    );
  return told
    .filter(({ agency }) => rested(agency))
    .filter((one) => mustAnswer(one, { kind, by: by.agency }));
}

function takenBack(call: Withdrawing, edition: Edition) {
  const { referral, recalls, by, at, recallEvent: event } = call;
  if (referral.status === 'submitted') return undefined;
  const recipients = toldOnConsent(call).map(asRecipient);
  if (recipients.length === 0) return undefined;
  if (recipients.length > RECIPIENTS_MOST) throw new Refusal('recall-too-wide');
  const kind = 'consent-withdrawn' as const;
  const [reason] = edition.recall.kinds[kind].reasons;
  if (!reason) throw new Error('the pack has no reason for a withdrawn consent');
  const begun = begin(
    { referral, earlier: recalls, by, at, event },
    { kind, reason, recipients },
    edition,
  );
  const [made] = begun.kept;
  const number = made && 'number' in made ? made.number : 0;
  return { ...begun, number };
}

type Asked = Pick<Withdrawing, 'referral' | 'work' | 'told'>;

/** Who was told and keeps it all the same: by a duty, or for the child; whoever referred is not named. */
export function stays(
  { referral, work, told }: Asked,
  taken: readonly AgencyId[],
  edition: Edition,
): Staying[] {
  return told
    .filter((one) => !taken.includes(one.agency) && !isReferrerAlone(one, referral))
    .flatMap(({ agency }) => {
      const own = work.filter((task) => task.agency === agency);
      const grounds = own.flatMap((task) => groundOf(referral, task, edition) ?? []);
      const other = grounds.find(({ basis }) => basis !== 'consent');
      return other ? [{ agency, basis: other.basis, law: other.law }] : [];
    });
}

function groundOf(referral: Referral, { agency, track }: Task, edition: Edition) {
  const recipient = edition.agency(agency)?.kind;
  const inCase = referral.status !== 'submitted' && referral.case !== undefined;
  const purpose = purposeOf(track, edition.sharing);
  return recipient && basisOf({ kind: referral.kind, inCase, purpose, recipient }, edition);
}
