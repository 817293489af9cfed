interface Known {
  readonly kind: string;
  readonly roles: readonly string[];
}

/** As the rule `breaks-the-glass` has it: bodies that protect children, and who works there. */
const KINDS = ['guardianship-body', 'police', 'prosecutor', 'medical', 'hotline', 'oversight'];
const ROLES = ['worker', 'duty', 'supervisor', 'safety-person', 'data-protection-officer'];

/**
 * Whether an emergency look is offered. Of a record that is not open the hub says nothing, so the
 * page cannot ask; whether one is let in the hub decides all the same.
 */
export const mayBreakGlass = ({ kind, roles }: Known): boolean =>
  KINDS.includes(kind) && roles.some((role) => ROLES.includes(role));
