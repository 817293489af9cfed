import { routed } from '../steps.ts';
import { early } from '../submissions.ts';
import { atWork, opened } from '../visits.ts';
import { startWorld, type World } from '../world.ts';

/** Who sends: those with a part in the cases below, their people, and two without any. */
export const FUZZERS: readonly string[] = [
  'school-zestaponi',
  'resource-centre-zestaponi',
  'agency-imereti',
  'agency-imereti',
  'police-imereti',
  'prosecutor-imereti',
  'centre-kutaisi',
  'municipality-zestaponi',
  'oversight-national',
  'clinic-kutaisi',
  'agency-tbilisi',
  'person-giorgi-agency-imereti',
];

/** A hub at work: a case whose joint interview is opened, and an early referral. */
export async function fuzzedWorld(): Promise<World> {
  const world = await startWorld();
  const { caseId } = await atWork(world);
  await opened(world, caseId);
  await routed(world, early(), { from: 'resource-centre-zestaponi' });
  await world.hub.idle();
  return world;
}
