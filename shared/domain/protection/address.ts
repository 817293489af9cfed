import * as z from 'zod';
import { AgencyId, CaseId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import { nextNumber, part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { nationalDesk } from '../routing/national-desk.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { type Marking, marked, toldOf } from './marked.ts';
import { isSecondPerson, type SecondPerson } from './second-person.ts';

/** That an address is protected, or that somebody asked to protect it no longer. Codes alone. */
export const AddressMark = z.object({
  ...part('address-mark'),
  of: z.object({ kind: z.literal('case'), id: CaseId }),
  sets: z.enum(['protect', 'lift']),
  reason: Code,
  /** An agency's system does not tell who pressed the button. */
  through: z.enum(['person', 'system']),
  /** Of a lifting: the second person. */
  confirmed: z
    .object({ at: Instant, by: z.object({ sub: z.string(), agency: AgencyId }) })
    .optional(),
});
export type AddressMark = z.infer<typeof AddressMark>;

interface Asking extends Marking {
  readonly earlier: readonly AddressMark[];
  readonly reason: string;
  readonly through: AddressMark['through'];
}

/** Whether it is protected now, by this case or by one of its reports. */
export const isProtected = ({ case: opened, referrals }: Pick<Marking, 'case' | 'referrals'>) =>
  [opened, ...referrals].some(({ addressProtected }) => addressProtected);

/** One person protects, at once. */
export function protectAddress(call: Asking, edition: Edition): Decision {
  const asked = markOf(call, 'protect', edition);
  const { closedGroups, lead } = call.case;
  const codes = { number: String(asked.number) };
  return {
    kept: [asked, ...marked(call, { closedGroups, addressProtected: true })],
    events: [toldOf(call, { type: 'address.protected', codes, to: [lead] })],
  };
}

/** The lead asks to protect it no longer. It counts for nothing until a second person has confirmed. */
export function askLift(call: Asking, edition: Edition): Decision {
  if (!isProtected(call)) throw new Refusal('address-not-protected');
  const asked = markOf(call, 'lift', edition);
  const national = nationalDesk(edition).desk.id;
  const codes = { number: String(asked.number) };
  return {
    kept: [asked, { ...call.case, version: call.case.version + 1 }],
    events: [toldOf(call, { type: 'address.lift-asked', codes, to: [call.case.lead, national] })],
  };
}

function markOf(call: Asking, sets: AddressMark['sets'], edition: Edition): AddressMark {
  const { case: opened, earlier, reason, through, by, at } = call;
  const list = sets === 'protect' ? 'addressProtectionReasons' : 'addressLiftReasons';
  if (!edition.has(list, reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  return {
    what: 'address-mark',
    of: { kind: 'case', id: opened.id },
    number: nextNumber(earlier),
    version: 1,
    file: opened.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    sets,
    reason,
    through,
  };
}

interface Confirming extends Omit<Marking, 'by'> {
  readonly asked: AddressMark;
  /** The last mark of the case: whoever protected it after the asking meant it. */
  readonly last: AddressMark | undefined;
  readonly by: SecondPerson;
}

/** A second person confirms: from now on the address is shown to whoever needs it for the work. */
export function confirmLift(call: Confirming): Decision {
  const { case: opened, asked, last, by, at } = call;
  if (asked.sets !== 'lift') throw new Refusal('not-found');
  if (asked.confirmed) return { kept: [], events: [] };
  if (last && last.number > asked.number && last.sets === 'protect') {
    throw new Refusal('protected-since');
  }
  const first = { sub: asked.by.sub, through: asked.through };
  if (!isSecondPerson(first, by, opened.lead)) throw new Refusal('second-person-needed');
  const confirmed: AddressMark = {
    ...asked,
    version: asked.version + 1,
    confirmed: { at, by: { sub: by.sub, agency: by.agency } },
  };
  const { closedGroups } = opened;
  const codes = { number: String(asked.number) };
  return {
    kept: [confirmed, ...marked(call, { closedGroups, addressProtected: undefined })],
    events: [toldOf(call, { type: 'address.unprotected', codes, to: [opened.lead] })],
  };
}
