import { Temporal } from 'temporal-polyfill';
import { type AgencyId, type CaseId, ResourceId } from '../../shared/domain/ids.ts';
import type { Invitation } from '../../shared/domain/invitation/invitation.ts';
import { owesMail, reconcile } from '../../shared/domain/invitation/reconcile.ts';
import { mailText, placeOf, summaryOf } from '../../shared/domain/invitation/words.ts';
import {
  INVITATIONS_CONSUMER,
  type InvitationMessage,
} from '../../shared/domain/journal/messages.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { calendarMessage } from '../../shared/platform/calendar-file.ts';
import type { SendMail } from '../../shared/platform/channels/channels.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Interviews } from '../../shared/store/interviews.ts';
import type { Invitations } from '../../shared/store/invitations.ts';

interface Deps
  extends Pick<VaultedStore, 'table' | 'journal' | 'sealing' | 'access' | 'policy' | 'now'> {
  readonly interviews: Pick<Interviews, 'bookingsOf' | 'resource'>;
  readonly invitations: Invitations;
  readonly newToken: () => string;
  /** Absent where this deployment sends no mail: calendars are subscribed to then. */
  readonly mail: SendMail | undefined;
  readonly mailFrom: string;
  readonly hubUrl: string;
}

/** So many entries in one transaction; the hub's own limit is a hundred. */
const AT_ONCE = 50;

/**
 * Brings the calendars of those who take part up to what the bookings say, and mails each change.
 * The entries come first: when a mail fails the message comes back, finds nothing to change and sends
 * what is still owed, with the same sequence.
 */
export const sendInvitations =
  (deps: Deps) =>
  async ({ event, interview }: InvitationMessage): Promise<void> => {
    const { journal, interviews, invitations, policy, now } = deps;
    const owed = { event, consumer: INVITATIONS_CONSUMER };
    if (!(await journal.owes(owed))) return;
    const bookings = await interviews.bookingsOf(interview);
    const resources = new Set(
      bookings.flatMap(({ claims }) =>
        claims.flatMap(({ sheet }) => ResourceId.safeParse(sheet).data ?? []),
      ),
    );
    const known = await invitations.ofInterview(interview, [...resources]);
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const changed = reconcile(bookings, known, edition.calendar.zone, at);
    await written(deps, changed);
    const standing = new Map([...known, ...changed].map((one) => [keyOf(one), one]));
    const owing = [...standing.values()].filter(owesMail);
    const [booking] = bookings;
    if (booking) await mailed(deps, booking.case, owing, edition);
    await journal.settle([owed]);
  };

const keyOf = ({ resource, purpose }: Invitation) => `${resource} ${purpose}`;

async function written(
  { table, invitations, newToken }: Deps,
  changed: readonly Invitation[],
): Promise<void> {
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const writes = changed.slice(from, from + AT_ONCE).map(invitations.write);
    await table.transact(writes, newToken());
  }
}

async function mailed(
  deps: Deps,
  id: CaseId,
  owed: readonly Invitation[],
  edition: Edition,
): Promise<void> {
  const { mail, access, interviews, sealing, invitations, mailFrom, hubUrl } = deps;
  if (!mail) return;
  const words = {
    hubUrl,
    summary: (one: Invitation) => summaryOf(one, edition),
    place: (one: Invitation) => placeOf(one, edition),
  };
  for (const invitation of owed) {
    const resource = await interviews.resource(invitation.resource);
    const { outcome } = await sealing.forHub(resource, 'invite');
    if (outcome?.mail) {
      const { subject, text } = mailText(invitation);
      await access.sent(sendingOf(invitation, id, resource.agency));
      await mail(outcome.mail, subject, text, calendarMessage(invitation, words, mailFrom));
    }
    await invitations.mailed(invitation);
  }
}

/** For the journal of access, before it goes out: as what somebody of which agency is invited. */
const sendingOf = (
  { resource, interview, purpose, version, role = 'resource', changedAt: at }: Invitation,
  id: CaseId,
  agency: AgencyId,
): Parameters<Deps['access']['sent']>[0] => ({
  ...{ why: 'invites-who-takes-part', sub: 'invitations', way: 'mail', to: role },
  ...{ subject: { kind: 'case', id }, agency, at },
  id: `${interview}-${purpose}-${resource}-${version}`,
});
