import { chance } from '../chance.ts';
import { disturbedQueues, suddenDeath } from '../trouble.ts';
import { settle, type World } from '../world.ts';
import { type Aimed, aimless, commands, type Played, play } from './commands.ts';
import { diligently } from './diligent.ts';
import { unfinished } from './end.ts';
import { any, coin, look, of, pick, type Scene } from './scene.ts';
import { Watch } from './watch.ts';

/** Work of ordinary days comes more often than what ends or hinders it. */
const OFTEN = ['submitReferral', 'transitionTask', 'transitionTask', 'decideSafety', 'addNews'];
const often = commands.filter(({ operation }) => OFTEN.includes(operation));

interface Course {
  readonly seed: number;
  readonly steps: number;
  /** Functions die and messages are lost on the way. */
  readonly troubled: boolean;
  /** Children at most: each has clocks that go on for as long as nobody helps. */
  readonly children: number;
  /** The share of what happens that is people at their work; the rest is anybody, at anything. */
  readonly diligence: number;
  /** Told of every command that was played. */
  readonly heard?: (played: Played) => void;
}

/**
 * One history: people, machines and time do as they like, and after each step it is looked at.
 * Answers what was wrong; stops at the first thing that is.
 */
export async function history(world: World, course: Course): Promise<string[]> {
  const scene: Scene = { world, random: chance(course.seed), rows: [] };
  const watch = new Watch();
  await look(scene);
  const known = of(scene, 'referral').length;
  for (let step = 0; step < course.steps; step += 1) {
    const full = of(scene, 'referral').length - known >= course.children;
    const wrong = await oneStep(scene, course, full);
    await look(scene);
    wrong.push(...watch.breaches(scene));
    if (wrong.length > 0) return wrong.map((one) => `seed ${course.seed}, step ${step}: ${one}`);
  }
  await settle(world);
  await world.advance('P1D');
  await look(scene);
  return [...watch.breaches(scene), ...unfinished(scene)];
}

async function oneStep(
  scene: Scene,
  { troubled, diligence, heard }: Course,
  full: boolean,
): Promise<string[]> {
  const { world, random } = scene;
  const trouble = [
    ...(troubled && coin(scene, 0.2) ? [disturbedQueues(world, random)] : []),
    ...(troubled && coin(scene, 0.15) ? [suddenDeath(world, random)] : []),
  ];
  const aimed = next(scene, full, diligence);
  const played = aimed && (await play(scene, aimed));
  for (const end of trouble) end();
  if (played) heard?.(played);
  if (coin(scene, 0.25)) await world.advance(any(scene, 'PT5M', 'PT40M', 'PT2H', 'PT9H'));
  else await world.hub.idle().catch(() => undefined);
  if (!played || trouble.length > 0) return [];
  const { status, otherwise } = played;
  const said = `${status} ${played.operation} ${played.path} by ${played.actor}`;
  if (otherwise) return [`${said}, and then ${otherwise}`];
  return status >= 500 ? [said] : [];
}

function next(scene: Scene, full: boolean, diligence: number): Aimed | undefined {
  const begun = of(scene, 'referral').length > 0;
  if (begun && coin(scene, diligence)) return diligently(scene);
  const endpoint = pick(coin(scene) ? often : commands, scene.random);
  if (!endpoint || (full && endpoint.operation === 'submitReferral')) return undefined;
  return aimless(scene, endpoint);
}
