interface Line {
  readonly bookings: readonly { readonly own?: string | undefined }[];
  readonly deadline: { readonly dueAt: string };
}

const rank = ({ bookings }: Line): number => (bookings.some(({ own }) => own === 'asked') ? 0 : 1);

/** What waits for the own agency's answer first, then by deadline. */
export const waitsForUs = <T extends Line>(lines: readonly T[]): T[] =>
  lines.toSorted(
    (one, other) =>
      rank(one) - rank(other) || one.deadline.dueAt.localeCompare(other.deadline.dueAt),
  );
