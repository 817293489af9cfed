import type { Ground } from '../../domain/access/permit.ts';
import type { Principal } from '../../domain/access/principal.ts';

/** A principal is made anew for each call, and gone with it. */
const grounds = new WeakMap<Principal, Ground>();

/** By which rule, and for which purpose, the account was let in: the journal says it of whatever follows. */
export const groundOf = (by: Principal): Ground | undefined => grounds.get(by);

export const keepGround = (by: Principal, ground: Ground): void => {
  grounds.set(by, ground);
};
