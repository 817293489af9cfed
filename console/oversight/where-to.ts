interface Line {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly number: number;
}

/** The page on which somebody deals with what stands in a list; nothing where the console has none. */
export function placeOf(list: string, { subject: { id }, number }: Line): string | undefined {
  switch (list) {
    case 'break-glass':
      return `/app/oversight/looks-in-need/${id}/${number}`;
    case 'incidents':
      return `/app/oversight/incidents/${number}`;
    case 'subject-access':
      return `/app/oversight/requests/${id}/${number}`;
    case 'holds':
    case 'retention':
      return `/app/oversight/retention/${id}`;
    case 'waivers':
      return `/app/oversight/waivers/${id}`;
    case 'duty-gaps':
      return '/app/oversight/duty-gaps';
    default:
      return undefined;
  }
}

/** Lists from which nothing but a look takes what stands there. */
export const ENDED_BY_A_LOOK: readonly string[] = ['identities', 'sharing-overrides'];
