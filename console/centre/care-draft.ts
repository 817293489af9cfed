import type { recordCare } from '../../shared/contract/aftercare.ts';
import type { Request } from '../../shared/contract/client.ts';

type Body = Request<typeof recordCare>['body'];
type State = Body['state'];

/** What is recorded after an interview; each is done or not, or a help that is offered and taken up. */
const CARE = {
  'self-harm-screen': 'plain',
  'named-contact': 'plain',
  'contact-first-day': 'plain',
  'contact-day-3': 'plain',
  'contact-day-7': 'plain',
  medical: 'help',
  therapy: 'help',
  'therapy-family': 'help',
} as const;
export type CareCode = keyof typeof CARE;
export const CARE_CODES = Object.keys(CARE) as CareCode[];

const STATES = {
  plain: ['done', 'not-done'],
  help: ['offered', 'accepted', 'started', 'declined'],
} as const satisfies Record<string, readonly State[]>;

export interface Draft {
  readonly code: CareCode | '';
  readonly state: State | '';
  readonly reason: string;
  readonly result: string;
  readonly person: string;
  readonly phone: string;
  readonly note: string;
  readonly followUp: string;
}
export const EMPTY: Draft = {
  ...({ code: '', state: '', reason: '', result: '' } as const),
  ...{ person: '', phone: '', note: '', followUp: '' },
};

/** What can be said of it. */
export const statesOf = (code: Draft['code']): readonly State[] => (code ? STATES[CARE[code]] : []);

/** What else has to be said with it. */
export const asks = ({ code, state }: Pick<Draft, 'code' | 'state'>) => ({
  reason: state === 'not-done' || state === 'declined',
  result: code === 'self-harm-screen' && state === 'done',
  person: code === 'named-contact' && state === 'done',
  followUp: code !== '' && CARE[code] === 'help',
});

/** What is sent, or nothing as long as something is missing. */
export function careOf(draft: Draft): Body | undefined {
  const { code, state, reason, result, person, phone, note, followUp } = draft;
  const asked = asks(draft);
  if (!code || !state) return undefined;
  if ((asked.reason && !reason) || (asked.result && !result)) return undefined;
  if (asked.person && !(person.trim() && phone.trim())) return undefined;
  return {
    code,
    state,
    ...(asked.reason && { reason }),
    ...(asked.result && { result }),
    ...(asked.person && { person: { name: person.trim(), phone: phone.trim() } }),
    ...(note.trim() && { note: note.trim() }),
    ...(asked.followUp && followUp && { followUp }),
  };
}
