import { hasRole, type Principal } from '../domain/access/principal.ts';
import type { SecondPerson } from '../domain/protection/second-person.ts';

/** The caller as somebody who wants to do the second step of two. */
export const secondPersonOf = (principal: Principal): SecondPerson => ({
  sub: principal.sub,
  agency: principal.agency,
  through: hasRole(principal, 'system') ? 'system' : 'person',
  supervisor: hasRole(principal, 'supervisor'),
  oversight: principal.kind === 'oversight',
});
