import type { Action } from '../access/actions.ts';
import type { Principal } from '../access/principal.ts';
import {
  type AccessSubject,
  caseSubject,
  referralSubject,
  taskSubject,
} from '../access/subject.ts';
import type { AgencyId } from '../ids.ts';
import type { Foreseen } from './foresee.ts';

/** Somebody at work in an agency whom nothing sets apart. */
export const workerOf = (agency: AgencyId, kind: string): Principal => ({
  ...{ sub: 'somebody', agency, kind, roles: ['worker'], areas: [], membership: 1 },
});

/** The same once a person of this agency has accepted what it was asked. */
export function accepted(foreseen: Foreseen, agency: AgencyId): Foreseen {
  const { referral, tasks } = foreseen;
  const leads = referral.lead === agency;
  return {
    ...foreseen,
    referral:
      leads && referral.status === 'routed' ? { ...referral, status: 'in-progress' } : referral,
    tasks: tasks.map((task) => (task.agency === agency ? { ...task, status: 'accepted' } : task)),
  };
}

interface Reading {
  readonly action: Action;
  readonly subject: AccessSubject;
}

/** By what ways an agency could read: its tasks, the referral and the child's case. */
export function readings(
  { referral, tasks, case: opened }: Foreseen,
  agency: AgencyId,
): readonly Reading[] {
  const own = tasks.filter((task) => task.agency === agency);
  return [
    ...own.map((task) => ({
      action: 'task.read' as const,
      subject: taskSubject(task, referral, tasks),
    })),
    { action: 'referral.read', subject: referralSubject(referral, tasks) },
    ...(opened
      ? [{ action: 'case.read' as const, subject: caseSubject(opened, referral, tasks) }]
      : []),
  ];
}
