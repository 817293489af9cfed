interface Group {
  readonly group: string;
  readonly signs: readonly { readonly sign: string; readonly key: string }[];
}

/** `ER-7K3M-92QD` in the groups in which it is read out, each sign for itself. */
export const groupsOf = (receiptNumber: string): Group[] =>
  receiptNumber.split('-').map((group, place) => ({
    group: `${place} ${group}`,
    signs: [...group].map((sign, at) => ({ sign, key: `${at} ${sign}` })),
  }));
