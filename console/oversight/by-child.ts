/** What of a line is needed to put the lines of one child together. */
interface Line {
  readonly referral: string;
  readonly receipt: string;
  readonly holder: string;
  readonly dueAt: string;
  readonly overdue: boolean;
}

export interface Child<L extends Line> {
  readonly referral: string;
  readonly receipt: string;
  readonly overdue: boolean;
  readonly lines: readonly L[];
}

/** Everything a child waits for, child by child: who waits longest beyond a deadline comes first. */
export function byChild<L extends Line>(lines: readonly L[]): Child<L>[] {
  const children = [...Map.groupBy(lines, ({ referral }) => referral).values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
    const [first] = sorted;
    if (!first) return [];
    const { referral, receipt, overdue } = first;
    return [{ referral, receipt, overdue, lines: sorted }];
  });
  return children.toSorted((a, b) => firstDue(a).localeCompare(firstDue(b)));
}

const firstDue = ({ lines }: Child<Line>): string => lines[0]?.dueAt ?? '';
