import * as z from 'zod';

/** Unknown counts as yes wherever a notice is concerned. */
export const YesNoUnknown = z.enum(['yes', 'no', 'unknown']);
type YesNoUnknown = z.infer<typeof YesNoUnknown>;

/** An alleged perpetrator, as far as it decides who may be reached. */
export interface AllegedPerson {
  readonly livesWithChild: YesNoUnknown;
  /** When this was said, by the report or by whoever named or corrected it later. */
  readonly namedAt: string;
}

/** How an adult stands to the alleged perpetrators. */
export const Ties = z.object({
  accused: YesNoUnknown,
  /** Lives under one roof with an alleged perpetrator. */
  sharesHousehold: YesNoUnknown,
  /** For money, housing, papers or otherwise. */
  dependsOnAccused: YesNoUnknown,
});
export type Ties = z.infer<typeof Ties>;

/** A decision on who speaks for the child. */
export interface Speaking {
  readonly capacity: string;
  readonly ties: Ties;
  readonly at: string;
  readonly from: string;
  readonly to?: string | undefined;
}

/** An adult whom the lead confirmed as one who may be reached. */
export interface Reached {
  readonly number: number;
  readonly ties: Ties;
  /** Lives where the child lives. */
  readonly inHousehold: YesNoUnknown;
  readonly at: string;
  readonly withdrawn: boolean;
}

/** Everything the shield looks at: codes and instants, no name. */
export interface Household {
  readonly perpetrators: readonly AllegedPerson[];
  readonly speakers: readonly Speaking[];
  readonly contacts: readonly Reached[];
}

/** What may be sent to a family, if anything may; codes of the pack's list of notices. */
export const NoticeKind = z.enum([
  'summons',
  'consent-request',
  'reminder',
  'calendar-entry',
  'access-pack',
  'breach-letter',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Nobody speaks for the child yet: the one decision that names nobody. */
export const NONE_YET = 'none-yet';

const after = (one: string, other: string): boolean => one > other;

/** The decision in force: the latest of those that have begun and not ended. */
export const inForce = (speakers: readonly Speaking[], at: string): Speaking | undefined =>
  speakers
    .filter(({ from, to }) => !after(from, at) && (to === undefined || after(to, at)))
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1);

/** Whether a statement about an adult was made before the last alleged perpetrator was named. */
export const isOutdated = (said: string, perpetrators: readonly AllegedPerson[]): boolean =>
  perpetrators.some(({ namedAt }) => after(namedAt, said));
