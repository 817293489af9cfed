import { rules, shadows } from '../../domain/access/rule.ts';
import { logger } from '../observability.ts';
import { accessEngine } from './engine.ts';
import { keepGround } from './grounds.ts';
import { shadowed, withShadows } from './shadow.ts';

/** The hub's engine, over all rules of access. */
export const access = accessEngine(rules);
export const { mayList } = access;

/** Decides; beside it, where rules are on trial (policies/shadow), what they would change is logged. */
const decided: typeof access.may =
  shadows.length === 0
    ? access.may
    : shadowed(access, accessEngine(withShadows(rules, shadows)), (difference) =>
        logger.info('access in shadow', { difference }),
      );

/** The one question every use case asks; by which rule it was allowed stays with who asked. */
export const may: typeof access.may = (principal, action, subject) => {
  const granted = decided(principal, action, subject);
  keepGround(principal, { action, rule: granted.rule, purpose: granted.purpose });
  return granted;
};
