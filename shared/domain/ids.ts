import * as z from 'zod';

/**
 * Thirty-one signs, none that look alike (no 0 O, no 1 I L). The count is prime, so that the
 * weighted check sign finds every single wrong sign and every two that were swapped.
 */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';

const idOf = <P extends string>(prefix: P, length: number) =>
  z.templateLiteral([`${prefix}_`, z.string().regex(new RegExp(`^[2-9a-hjkmnp-z]{${length}}$`))]);

/** Random length that makes a guess hopeless; a referral is shorter because people speak it. */
const LONG = 20;
/** Seven random signs and a check sign: the receipt number as people say it. */
const SPOKEN = 8;

export const ReferralId = idOf('ref', SPOKEN).brand<'ReferralId'>();
export const FileId = idOf('fil', LONG).brand<'FileId'>();
export const CaseId = idOf('cas', LONG).brand<'CaseId'>();
export const TaskId = idOf('tsk', LONG).brand<'TaskId'>();
export const EventId = idOf('evt', LONG).brand<'EventId'>();
export const EndpointId = idOf('whe', LONG).brand<'EndpointId'>();
/** Of a key by which an agency's own system signs what it sends. */
export const InboundKeyId = idOf('ink', LONG).brand<'InboundKeyId'>();
export const InterviewId = idOf('int', LONG).brand<'InterviewId'>();
export const BookingId = idOf('bkg', LONG).brand<'BookingId'>();
/** Of a person, a room, a recorder or a vehicle; whoever owns it makes it up, so it says nothing. */
export const ResourceId = idOf('res', LONG).brand<'ResourceId'>();
export type ReferralId = z.infer<typeof ReferralId>;
export type FileId = z.infer<typeof FileId>;
export type CaseId = z.infer<typeof CaseId>;
export type TaskId = z.infer<typeof TaskId>;
export type EventId = z.infer<typeof EventId>;
export type EndpointId = z.infer<typeof EndpointId>;
export type InboundKeyId = z.infer<typeof InboundKeyId>;
export type InterviewId = z.infer<typeof InterviewId>;
export type BookingId = z.infer<typeof BookingId>;
export type ResourceId = z.infer<typeof ResourceId>;

/** An agency's id is policy data: lower case, words joined by hyphens. */
export const AgencyId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<'AgencyId'>();
export type AgencyId = z.infer<typeof AgencyId>;

/** Gives bytes: `crypto.randomBytes` in a function, a hash for ids that derive from other ids. */
export type Bytes = (count: number) => Uint8Array;

/** Two bytes a sign: the bias of 65 536 mod 31 is below one in two thousand. */
const signs = (bytes: Bytes, length: number): string => {
  const { buffer, byteOffset } = Uint8Array.from(bytes(length * 2));
  const pairs = new DataView(buffer, byteOffset);
  return Array.from({ length }, (_, i) => SIGNS[pairs.getUint16(i * 2) % SIGNS.length]).join('');
};

const checkSign = (body: string): string =>
  SIGNS[
    [...body].reduce((sum, sign, i) => sum + SIGNS.indexOf(sign) * (i + 2), 0) % SIGNS.length
  ] ?? '';

export const newReferralId = (bytes: Bytes): ReferralId => {
  const body = signs(bytes, SPOKEN - 1);
  return ReferralId.parse(`ref_${body}${checkSign(body)}`);
};
export const newFileId = (bytes: Bytes): FileId => FileId.parse(`fil_${signs(bytes, LONG)}`);
export const newCaseId = (bytes: Bytes): CaseId => CaseId.parse(`cas_${signs(bytes, LONG)}`);
export const newTaskId = (bytes: Bytes): TaskId => TaskId.parse(`tsk_${signs(bytes, LONG)}`);
export const newEventId = (bytes: Bytes): EventId => EventId.parse(`evt_${signs(bytes, LONG)}`);
export const newEndpointId = (bytes: Bytes): EndpointId =>
  EndpointId.parse(`whe_${signs(bytes, LONG)}`);
export const newInboundKeyId = (bytes: Bytes): InboundKeyId =>
  InboundKeyId.parse(`ink_${signs(bytes, LONG)}`);
export const newInterviewId = (bytes: Bytes): InterviewId =>
  InterviewId.parse(`int_${signs(bytes, LONG)}`);
export const newBookingId = (bytes: Bytes): BookingId =>
  BookingId.parse(`bkg_${signs(bytes, LONG)}`);
export const newResourceId = (bytes: Bytes): ResourceId =>
  ResourceId.parse(`res_${signs(bytes, LONG)}`);

/** The id as people write and say it: `ref_7k3m92qd` is `ER-7K3M-92QD`. One number, never two children. */
export const receiptNumber = (id: ReferralId): string => {
  const spoken = id.slice(4).toUpperCase();
  return `ER-${spoken.slice(0, 4)}-${spoken.slice(4)}`;
};

/** Reads a receipt number as somebody typed it; a slip of one sign or two swapped ones gives nothing. */
export const referralIdOf = (receipt: string): ReferralId | undefined => {
  const typed = receipt.toLowerCase().replaceAll(/[\s\p{Pd}]/gu, '');
  // The number itself can begin with the same two signs.
  const spoken = typed.length > SPOKEN ? typed.replace(/^er/, '') : typed;
  const id = ReferralId.safeParse(`ref_${spoken}`);
  return id.success && checkSign(spoken.slice(0, -1)) === spoken.at(-1) ? id.data : undefined;
};
