import { rules, shadows } from '../../domain/access/rule.ts';
import { logger } from '../observability.ts';
import { accessEngine } from './engine.ts';
import { shadowed, withShadows } from './shadow.ts';

/** The hub's engine, over all rules of access. */
export const access = accessEngine(rules);
export const { mayList } = access;

/** Decides; beside it, where rules are on trial (policies/shadow), what they would change is logged. */
export const may: typeof access.may =
  shadows.length === 0
    ? access.may
    : shadowed(access, accessEngine(withShadows(rules, shadows)), (difference) =>
        logger.info('access in shadow', { difference }),
      );
