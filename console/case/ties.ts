/** How an adult stands to the alleged perpetrators; what is not known counts as yes. */
export const YES_NO = ['yes', 'no', 'unknown'] as const;
export type YesNoUnknown = (typeof YES_NO)[number];

export interface Ties {
  readonly accused: YesNoUnknown;
  readonly sharesHousehold: YesNoUnknown;
  readonly dependsOnAccused: YesNoUnknown;
}

export const TIES = ['accused', 'sharesHousehold', 'dependsOnAccused'] as const;

export const UNKNOWN_TIES: Ties = {
  accused: 'unknown',
  sharesHousehold: 'unknown',
  dependsOnAccused: 'unknown',
};
