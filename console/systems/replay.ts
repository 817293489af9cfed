import type { Request } from '../../shared/contract/client.ts';
import type { replayDeliveries } from '../../shared/contract/deliveries.ts';
import { instantOf } from '../words/moments.ts';

type Body = Request<typeof replayDeliveries>['body'];

/** What is to be sent again, as somebody chooses it. */
export interface ReplayDraft {
  readonly which: 'given-up' | 'parked' | 'never' | 'numbers' | 'times';
  /** Numbers, or moments as their field writes them. */
  readonly from: string;
  readonly to: string;
}

export const emptyReplay: ReplayDraft = { which: 'given-up', from: '', to: '' };

const isNumber = (written: string): boolean => /^[1-9]\d{0,8}$/.test(written.trim());

/** What has to be written before it can be asked for. */
export function missing({ which, from, to }: ReplayDraft): ReadonlySet<'from' | 'to'> {
  const wrong = new Set<'from' | 'to'>();
  if (which !== 'numbers' && which !== 'times') return wrong;
  const isWritten = which === 'numbers' ? isNumber : (written: string) => written !== '';
  if (!isWritten(from)) wrong.add('from');
  if (!isWritten(to)) wrong.add('to');
  const backwards = which === 'numbers' ? Number(to) < Number(from) : to <= from;
  if (wrong.size === 0 && backwards) wrong.add('to');
  return wrong;
}

/** `after`: to go on where the last call ended. */
export function toBody({ which, from, to }: ReplayDraft, after?: number): Body {
  const on = after === undefined ? {} : { after };
  switch (which) {
    case 'numbers':
      return { sequences: { from: Number(from), to: Number(to) }, ...on };
    case 'times':
      return { times: { from: instantOf(from), to: instantOf(to) }, ...on };
    case 'never':
      return { neverAttempted: true, ...on };
    default:
      return { status: which, ...on };
  }
}
