import { rules } from '../../domain/access/rule.ts';
import { type AccessEngine, accessEngine } from './engine.ts';
import { keepGround } from './grounds.ts';

/** The hub's engine, over all rules of access. */
export const access = accessEngine(rules);
export const { mayList } = access;

/** The one question every use case asks; by which rule it was allowed stays with who asked. */
export const may: AccessEngine['may'] = (principal, action, subject) => {
  const granted = access.may(principal, action, subject);
  keepGround(principal, { action, rule: granted.rule, purpose: granted.purpose });
  return granted;
};
