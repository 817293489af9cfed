import { rules } from '../../domain/access/rule.ts';
import { accessEngine } from './engine.ts';

/** The hub's engine, over all rules of access. */
export const access = accessEngine(rules);
export const { may, mayList } = access;
