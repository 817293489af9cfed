import type * as z from 'zod';
import type { ViolenceSubmission } from '../../shared/domain/referral/submission.ts';
import { nextAt } from '../words/moments.ts';

type Body = z.input<typeof ViolenceSubmission>;
type Mode = Body['reporter']['mode'];

/** What is written while somebody is on the telephone. It lives in memory and nowhere else. */
export interface Call {
  readonly danger: NonNullable<Body['immediateDanger']> | undefined;
  readonly worry: string;
  readonly where: string;
  readonly until: string;
  readonly municipality: string;
  readonly mode: Mode;
  readonly caller: string;
  readonly phone: string;
  /** How a child that calls for itself may safely be answered. */
  readonly safeWay: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly age: string;
  readonly school: string;
}

export const EMPTY_CALL: Call = {
  danger: undefined,
  worry: '',
  where: '',
  until: '',
  municipality: '',
  mode: 'named',
  caller: '',
  phone: '',
  safeWay: '',
  givenName: '',
  familyName: '',
  age: '',
  school: '',
};

export const isTouched = (call: Call): boolean =>
  JSON.stringify(call) !== JSON.stringify(EMPTY_CALL);

/** What to ask for before the caller hangs up, by the pointer of its field. */
export function toAskFor(call: Call): ReadonlySet<string> {
  const named = call.mode === 'named';
  const placed = [call.municipality, call.where, call.school].some((said) => said.trim());
  return new Set([
    ...(call.danger ? [] : ['/immediateDanger']),
    ...(call.worry.trim() ? [] : ['/narrative']),
    ...(placed ? [] : ['/child/whereabouts/childNow/where']),
    ...(named && !call.caller.trim() ? ['/reporter/name'] : []),
    ...(named && !call.phone.trim() ? ['/reporter/phone'] : []),
  ]);
}

/** Only what was said: what is empty was not. */
const said = <K extends string>(name: K, value: string) =>
  (value.trim() ? { [name]: value.trim() } : {}) as { readonly [N in K]?: string };

export function callBody(call: Call, now: Date): Body {
  const where = call.where.trim();
  const childNow = { where, ...(call.until && { until: nextAt(call.until, now) }) };
  return {
    kind: 'violence',
    channel: 'phone',
    narrative: call.worry.trim(),
    ...(call.danger && { immediateDanger: call.danger }),
    child: {
      ...said('givenName', call.givenName),
      ...said('familyName', call.familyName),
      ...(call.age && { ageYears: Number(call.age) }),
      ...said('municipality', call.municipality),
      whereabouts: { ...said('school', call.school), ...(where && { childNow }) },
    },
    reporter: reporter(call),
  };
}

/** Whoever stays anonymous gives nothing, whatever was written before they said so. */
function reporter({ mode, caller, phone, safeWay }: Call): Body['reporter'] {
  if (mode === 'anonymous') return { mode };
  const known = { mode, ...said('name', caller), ...said('phone', phone) };
  return mode === 'child-self' ? { ...known, ...said('safeWay', safeWay) } : known;
}
