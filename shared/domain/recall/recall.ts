import * as z from 'zod';
import { AgencyId } from '../ids.ts';
import { part } from '../part.ts';
import { Group } from '../referral/group.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

export const RecallKind = z.enum(['consent-withdrawn', 'correction', 'wrong-agency']);
export type RecallKind = z.infer<typeof RecallKind>;

/** How an agency was told: asked to work, by its own reading, or by what its feed carried. */
export const ToldBy = z.enum(['asked', 'read', 'delivered']);
export type ToldBy = z.infer<typeof ToldBy>;

/** What a recipient says: it deleted what it was told, or keeps it and on what legal basis. */
export const RecallStatus = z.enum(['open', 'deleted', 'kept']);
export type RecallStatus = z.infer<typeof RecallStatus>;

const told = {
  agency: AgencyId,
  toldSince: Instant,
  toldBy: z.array(ToldBy).min(1),
  /** The groups it was shown, by the access journal. */
  shown: z.array(Group),
  /** Its own: two agencies answer without getting into each other's way. */
  version: z.int().min(1),
};
const answered = { confirmedAt: Instant, confirmedBy: z.string() };

/** Open until the agency itself answers: nothing else ends it. */
export const Recipient = z.discriminatedUnion('status', [
  z.object({ ...told, status: z.literal('open') }),
  z.object({ ...told, ...answered, status: z.literal('deleted') }),
  z.object({ ...told, ...answered, status: z.literal('kept'), basis: Code }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** What was shared of a referral is taken back from whom it was shared with. */
export const Recall = z.object({
  ...part('recall'),
  kind: RecallKind,
  reason: Code,
  /** What of the referral it concerns. */
  fieldGroups: z.array(Group).min(1),
  from: AgencyId,
  urgency: Urgency,
  recipients: z.array(Recipient).min(1),
});
export type Recall = z.infer<typeof Recall>;

/** The list of the oversight body in which open recalls stand, nearest deadline first. */
export const WATCHED_RECALLS = 'recalls';

export const isOpen = ({ recipients }: Pick<Recall, 'recipients'>): boolean =>
  recipients.some(({ status }) => status === 'open');

export const openCount = ({ recipients }: Pick<Recall, 'recipients'>): number =>
  recipients.filter(({ status }) => status === 'open').length;

export const ownLine = (
  { recipients }: Pick<Recall, 'recipients'>,
  agency: AgencyId,
): Recipient | undefined => recipients.find((one) => one.agency === agency);
