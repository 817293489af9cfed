import type { Agency } from '../directory/agency.ts';
import type { Edition } from '../policy/edition.ts';
import type { RoutedTask } from './rule.ts';

/** The desk that gets what nobody else has, and what it is asked to do then. */
export function nationalDesk(edition: Edition): {
  readonly desk: Agency;
  readonly asked: RoutedTask;
} {
  const [asked] = edition.unrouted.tasks;
  const desk = edition.agencies.find(({ kind }) => kind === asked?.to.agencyKind);
  if (!asked || !desk) throw new Error('the pack names no national duty desk');
  return { desk, asked };
}
