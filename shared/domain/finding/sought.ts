import type { Booking, Purpose } from '../booking/booking.ts';
import type { TakenDay } from '../booking/taken-day.ts';
import type { Ties } from '../family/household.ts';
import type { AgencyId, CaseId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { Resource } from '../resource/resource.ts';
import type { Allowed } from '../scheduling/question.ts';

/** A time at which the child cannot come, by the code of why. */
export interface Forbidden {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** Somebody of the child's own who comes along: who speaks for it, or whom it chose. */
export interface Attending {
  readonly role: string;
  readonly ties: Ties;
}

/** What a search must know of the child: times and accounts, no name. */
export interface ChildsTimes {
  /** Completed years; absent where nobody knows. */
  readonly years?: number | undefined;
  readonly forbidden: readonly Forbidden[];
  /** Times the child would like best. */
  readonly preferred: readonly { readonly from: string; readonly to: string }[];
  /** Accounts of people the child knows. */
  readonly known: readonly string[];
}

/** Another child of the family on the same day, with the time it has, if it has one. */
export interface Sibling {
  readonly order: number;
  readonly case: CaseId;
  readonly booking?: Booking | undefined;
}

/** Who has no part in it: agencies that employ an alleged perpetrator, accounts in conflict. */
export interface Shut {
  readonly agencies: readonly AgencyId[];
  readonly accounts: readonly string[];
}

/** A time at which an agency said it cannot come. */
export interface DeclinedTime {
  readonly agency: AgencyId;
  readonly from: string;
  readonly to: string;
}

/** Everything a search looks at, as it was read. */
export interface Sought {
  readonly interview: Interview;
  readonly caseVersion: number;
  readonly lead: AgencyId;
  readonly purpose: Purpose;
  /** Between these it may begin. */
  readonly from: string;
  readonly to: string;
  readonly now: string;
  readonly limit: number;
  readonly allowed: Allowed;
  /** Time on call counts as well. */
  readonly onCall: boolean;
  readonly resources: readonly Resource[];
  /** By sheet, then by day: what is taken. */
  readonly calendars: ReadonlyMap<string, ReadonlyMap<string, TakenDay>>;
  readonly child: ChildsTimes;
  readonly attending: readonly Attending[];
  readonly shut: Shut;
  /** Cases that go on for the children who must never be there at the same time. */
  readonly apart: readonly CaseId[];
  readonly siblings: readonly Sibling[];
  /** What the visit has now: when another time is sought, its own does not stand in the way. */
  readonly own?: Booking | undefined;
  readonly declined: readonly DeclinedTime[];
  /** The visit for which a meeting is sought, or the meeting before the visit. */
  readonly other?: Booking | undefined;
}
