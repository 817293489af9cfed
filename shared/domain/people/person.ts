import * as z from 'zod';
import { type Principal, Role } from '../access/principal.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import { part } from '../part.ts';
import { Refusal } from '../refusal.ts';
import { Instant } from '../time.ts';

/**
 * The agency's own record of one of its accounts, counted within the agency; the name and the mail
 * are sealed in it. What the account may do stands in its membership alone.
 */
export const Person = z.object({
  ...part('person'),
  /** The subject of its tokens; absent as long as the invitation is only proposed. */
  account: z.string().optional(),
  /** With which the identity provider knows it; says nothing of the person. */
  username: z.string(),
  state: z.enum(['proposed', 'invited', 'there', 'gone']),
  /** Of a proposal: the number's hash, until there is a membership to keep it. */
  numberHash: z.string().optional(),
});
export type Person = z.infer<typeof Person>;

/** A grant at an oversight body waits for a second person. */
export const Grant = z.object({
  ...part('grant'),
  kind: z.enum(['invitation', 'change']),
  /** Number of the record of the person it is about. */
  person: z.int().min(1),
  roles: z.array(Role).min(1),
  areas: z.array(z.string()),
  until: Instant,
  confirmedBy: z.string().optional(),
});
export type Grant = z.infer<typeof Grant>;

/** Agencies that watch over all others: nobody there gets rights by one person's word. */
export const needsSecond = ({ kind }: Pick<Principal, 'kind'>): boolean => kind === 'oversight';

interface Rights {
  readonly roles: readonly Role[];
  readonly areas: readonly string[];
}

/**
 * What an administrator may give: never what only a machine has, and no area beyond its own. No
 * areas at all means every area of the agency.
 */
export function checkRights({ roles, areas }: Rights, by: Principal): void {
  const beyond = (pointer: string) =>
    new Refusal('rights-not-given', [{ pointer, code: 'rights-not-given' }]);
  if (roles.includes('system')) throw beyond('/roles');
  if (by.areas.length === 0) return;
  const within = areas.length > 0 && areas.every((area) => by.areas.includes(area));
  if (!within) throw beyond('/areas');
}

export const isOpen = ({ confirmedBy, until }: Grant, at: string): boolean =>
  confirmedBy === undefined && until > at;

/** The grant with the word of the second person, who is neither the first nor the one it is about. */
export function confirmed(grant: Grant, person: Person, by: Principal, at: string): Grant {
  if (!isOpen(grant, at)) throw new Refusal('proposal-over');
  if (by.sub === grant.by.sub || by.sub === person.account) {
    throw new Refusal('second-person-needed');
  }
  return { ...grant, confirmedBy: by.sub, version: grant.version + 1 };
}

interface Happening {
  readonly type: EventType;
  readonly event: EventId;
  readonly at: string;
  readonly by: { readonly sub: string; readonly agency?: AgencyId | undefined };
  readonly codes?: Readonly<Record<string, string>>;
}

/** What happened to one of the agency's people: told to the agency by its number, never by account. */
export function happened(person: Person, { event, codes, by, ...rest }: Happening): Decision {
  const { of, number, version } = person;
  const told: JournalEvent = {
    ...rest,
    id: event,
    subject: of,
    // The agency has no version of its own: each record is counted in a place of its own.
    clock: `person-${number}`,
    version,
    by: { sub: by.sub, agency: by.agency },
    to: [of.id as AgencyId],
    codes: { number: String(number), ...codes },
  };
  return { kept: [person], events: [told] };
}
