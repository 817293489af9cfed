import type * as z from 'zod';
import type { TaskTransition } from '../../shared/contract/tasks.ts';

type Body = z.input<typeof TaskTransition>;
type Status = Body['to'];

/** Which list of reasons a step needs, and what else. */
export const NEEDS: Partial<
  Record<
    Status,
    {
      readonly reasons?: string;
      readonly outcomes?: true;
      readonly person?: true;
      readonly deputy?: true;
    }
  >
> = {
  received: { person: true },
  accepted: { person: true, deputy: true },
  rejected: { reasons: 'rejectionReasons' },
  'on-hold': { reasons: 'holdReasons' },
  completed: { outcomes: true },
  failed: { reasons: 'failureReasons' },
  cancelled: { reasons: 'cancellationReasons' },
};

/** What a step of a task needs, as it is written; empty is not said. */
export interface Step {
  readonly person: string;
  readonly deputy: string;
  readonly reason: string;
  readonly outcome: string;
  readonly note: string;
}
export const EMPTY_STEP: Step = { person: '', deputy: '', reason: '', outcome: '', note: '' };

export function stepBody(to: Status, step: Step): Body {
  const [person, deputy, note] = [step.person, step.deputy, step.note].map((said) => said.trim());
  return {
    to,
    ...(person && { actingPerson: person }),
    ...(deputy && { deputy }),
    ...(step.reason && { reason: step.reason }),
    ...(step.outcome && { outcome: step.outcome }),
    ...(note && { note }),
  };
}
