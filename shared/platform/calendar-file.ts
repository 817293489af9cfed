import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { type Invitation, sequenceOf, uidOf } from '../domain/invitation/invitation.ts';

/** What a calendar file may say beside the times: codes, and the address of the hub. */
export interface CalendarWords {
  /** The role or, of a room or a device, nothing more than that it is taken. */
  readonly summary: (invitation: Invitation) => string;
  /** A code that says nothing to strangers: the address of a centre is kept secret. */
  readonly place: (invitation: Invitation) => string;
  readonly hubUrl: string;
}

const STATUS = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** RFC 5545 names who made the file. */
const PROGRAM = '-//Ertad//Ertad//EN';

/** An entry with its times, a place code, a role and a link: nothing else ever stands in a calendar. */
const entryOf = (invitation: Invitation, words: CalendarWords): ICalEventData => ({
  id: uidOf(invitation),
  sequence: sequenceOf(invitation),
  stamp: new Date(invitation.changedAt),
  start: new Date(invitation.start),
  end: new Date(invitation.end),
  status: STATUS[invitation.status],
  summary: words.summary(invitation),
  location: words.place(invitation),
  url: `${words.hubUrl}v1/interviews/${invitation.interview}`,
});

/** The calendar of one resource, for subscription. */
export const calendarFeed = (invitations: readonly Invitation[], words: CalendarWords): string =>
  ical({
    prodId: PROGRAM,
    method: ICalCalendarMethod.PUBLISH,
    events: invitations.map((one) => entryOf(one, words)),
  }).toString();

/**
 * One change, as a mail carries it (RFC 5546). The organizer is the hub and no attendee is named: a
 * file that is passed on must not say who takes part.
 */
export const calendarMessage = (
  invitation: Invitation,
  words: CalendarWords,
  organizer: string,
): { readonly method: 'REQUEST' | 'CANCEL'; readonly file: string } => {
  const cancelled = invitation.status === 'cancelled';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const entry = { ...entryOf(invitation, words), organizer: { name: 'Ertad', email: organizer } };
  const file = ical({ prodId: PROGRAM, method, events: [entry] }).toString();
  return { method, file };
};
