import type { Purpose } from '../domain/booking/booking.ts';
import type { InterviewId, ResourceId } from '../domain/ids.ts';
import { Invitation } from '../domain/invitation/invitation.ts';
import type { Table } from './table.ts';
import { type Key, putIfAbsent, putOver, type Write } from './write.ts';

const PREFIX = 'INVITATION#';

const invitationKey = (resource: ResourceId, interview: InterviewId, purpose: Purpose): Key => ({
  pk: `RESOURCE#${resource}`,
  sk: `${PREFIX}${interview}#${purpose}`,
});

/** So long after its end an entry stays in calendars. */
const KEPT_DAYS = 400;
const DAY_SECONDS = 86_400;

/** What the calendars of resources say. */
export const invitations = (table: Pick<Table, 'startingWith' | 'getAll' | 'update'>) => ({
  /** Of one resource, for its calendar. */
  async ofResource(resource: ResourceId): Promise<Invitation[]> {
    const items = await table.startingWith(`RESOURCE#${resource}`, PREFIX);
    return items.map((item) => Invitation.parse(item));
  },

  /** Of one interview, in the calendars of these resources. */
  async ofInterview(
    interview: InterviewId,
    resources: readonly ResourceId[],
  ): Promise<Invitation[]> {
    const keys = resources.flatMap((resource) =>
      (['visit', 'planning-meeting'] as const).map((purpose) =>
        invitationKey(resource, interview, purpose),
      ),
    );
    return (await table.getAll(keys)).map((item) => Invitation.parse(item));
  },

  /** Replaces the version before it; two changes of one entry exclude each other. */
  write(invitation: Invitation): Write {
    const { resource, interview, purpose, version, end } = invitation;
    const expiresAtEpoch = Math.ceil(Date.parse(end) / 1000) + KEPT_DAYS * DAY_SECONDS;
    const item = { ...invitationKey(resource, interview, purpose), ...invitation, expiresAtEpoch };
    return version === 1
      ? putIfAbsent('invitation', item)
      : putOver('invitation', item, version - 1);
  },

  /** This version went out; a newer one stays owed. */
  mailed: ({ resource, interview, purpose, version }: Invitation): Promise<boolean> =>
    table.update({
      Key: { ...invitationKey(resource, interview, purpose) },
      ConditionExpression: 'attribute_exists(pk) AND mailed < :sent',
      UpdateExpression: 'SET mailed = :sent',
      ExpressionAttributeValues: { ':sent': version },
    }),
});
export type Invitations = ReturnType<typeof invitations>;
