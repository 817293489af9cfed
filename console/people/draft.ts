import type * as z from 'zod';
import type { Request } from '../../shared/contract/client.ts';
import type { declareAbsence } from '../../shared/contract/inside.ts';
import type { invitePerson, PersonView, ProposalView } from '../../shared/contract/people.ts';
import type { Role } from '../../shared/domain/access/principal.ts';
import { instantOf } from '../words/moments.ts';

export type Person = z.output<typeof PersonView>;
export type Proposal = z.output<typeof ProposalView>;
export type HumanRole = Exclude<Role, 'system'>;

/** What an administrator may give: what only a machine has is the operator's. */
export const humanRoles: readonly HumanRole[] = [
  'worker',
  'duty',
  'safety-person',
  'supervisor',
  'administrator',
  'data-protection-officer',
];

export interface Rights {
  readonly roles: readonly HumanRole[];
  /** None: everywhere the agency is. */
  readonly areas: readonly string[];
}

export interface Invitation extends Rights {
  readonly name: string;
  readonly mail: string;
  readonly personalNumber: string;
}

export const emptyInvitation: Invitation = {
  name: '',
  mail: '',
  personalNumber: '',
  roles: ['worker'],
  areas: [],
};

export const rightsOf = ({ roles, areas }: Person): Rights => ({
  roles: roles.filter((role) => role !== 'system'),
  areas,
});

/** What has to be written before it can be sent. */
export function missing(draft: Invitation): ReadonlySet<keyof Invitation> {
  const wrong = new Set<keyof Invitation>();
  if (draft.name.trim() === '') wrong.add('name');
  if (!/^\S+@\S+\.\S+$/.test(draft.mail.trim())) wrong.add('mail');
  if (!/^(?:\d{11})?$/.test(draft.personalNumber.trim())) wrong.add('personalNumber');
  if (draft.roles.length === 0) wrong.add('roles');
  return wrong;
}

export function toBody(draft: Invitation): Request<typeof invitePerson>['body'] {
  const personalNumber = draft.personalNumber.trim();
  return {
    name: draft.name.trim(),
    mail: draft.mail.trim(),
    roles: [...draft.roles],
    areas: [...draft.areas],
    ...(personalNumber && { personalNumber }),
  };
}

export interface Away {
  readonly kind: 'leave' | 'suspension';
  /** As their field writes them; empty: from now, and until it is said otherwise. */
  readonly from: string;
  readonly to: string;
  readonly deputy: string;
}

export const emptyAway: Away = { kind: 'leave', from: '', to: '', deputy: '' };

export const isBackwards = ({ from, to }: Away): boolean => from !== '' && to !== '' && to <= from;

export const awayBody = ({
  kind,
  from,
  to,
  deputy,
}: Away): Request<typeof declareAbsence>['body'] => ({
  kind,
  ...(from && { from: instantOf(from) }),
  ...(to && { to: instantOf(to) }),
  ...(deputy && { deputy }),
});
