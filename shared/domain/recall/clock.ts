import { clockNameOf } from '../clock/definition.ts';
import { startClock } from '../clock/start.ts';
import type { Clock } from '../clock/state.ts';
import type { Edition } from '../policy/edition.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import type { Recall } from './recall.ts';

/** The clock of one recipient of one recall, by the recall's number and the recipient's place. */
export const recallClockName = (number: number, place: number): string =>
  `recall-confirmed-${number}-${place + 1}`;

/**
 * A clock of a recall is ended by its recipient's answer alone, and nobody takes it over: closing,
 * withdrawing and a change of lead leave it as it is.
 */
export const isOfRecall = ({ name }: Pick<Clock, 'name'>): boolean =>
  clockNameOf(name) === 'recall-confirmed';

/** Which recall a clock belongs to. */
export const recallNumberOf = ({ name }: Pick<Clock, 'name'>): number =>
  Number(name.slice('recall-confirmed-'.length).split('-')[0]);

/** One clock for each recipient, counted from the instant of the recall. */
export const recallClocks = (
  { number, recipients, urgency, at }: Recall,
  { id, file, case: opened }: Pick<RoutedReferral, 'id' | 'file' | 'case'>,
  edition: Edition,
): Clock[] =>
  recipients.map(({ agency }, place) => ({
    ...startClock(
      {
        name: 'recall-confirmed',
        subject: { kind: 'referral', id },
        holder: agency,
        file,
        referral: id,
        case: opened,
        urgency,
        startedAt: at,
      },
      edition,
    ),
    name: recallClockName(number, place),
  }));
