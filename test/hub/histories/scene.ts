import { Temporal } from 'temporal-polyfill';
import type { CodeListName } from '../../../shared/domain/policy/code-lists.ts';
import { policy } from '../../../shared/policy/policy.ts';
import { oneOf } from '../chance.ts';
import type { Row } from '../raw-table.ts';
import type { World } from '../world.ts';

/** One random history on a hub: what lies in its table now, and the dice. */
export interface Scene {
  readonly world: World;
  readonly random: () => number;
  rows: readonly Row[];
}

/** Who may turn up in a history: those with a part in it, and two who have none. */
export const ACTORS = [
  'school-zestaponi',
  'resource-centre-zestaponi',
  'agency-imereti',
  'agency-imereti',
  'police-imereti',
  'prosecutor-imereti',
  'clinic-kutaisi',
  'centre-kutaisi',
  'municipality-zestaponi',
  'oversight-national',
  'hotline-111',
  'agency-tbilisi',
  'police-tbilisi',
] as const;

export const look = async (scene: Scene): Promise<void> => {
  scene.rows = await scene.world.table.rows();
};

export const of = (scene: Scene, what: string): Row[] =>
  scene.rows.filter((row) => row.what === what);

export const pick = <T>(things: readonly T[], random: () => number): T | undefined =>
  things[Math.floor(random() * things.length)];

/** Any code of a list of the pack. */
export const code = (scene: Scene, list: CodeListName): string =>
  pick(editionOf(scene).codes(list), scene.random) ?? 'none';

export const editionOf = ({ world }: Scene) =>
  policy.at(Temporal.Instant.fromEpochMilliseconds(world.hub.clock.now()));

/** An instant so many hours from now on the hub's clock; negative lies in the past. */
export const hours = ({ world }: Scene, count: number): string =>
  new Date(world.hub.clock.now() + count * 3_600_000).toISOString();

export const coin = ({ random }: Scene, chance = 0.5): boolean => random() < chance;

export const any = <T>(scene: Scene, ...things: readonly [T, ...T[]]): T =>
  oneOf(things, scene.random);
