import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declareAbsence } from '../../shared/contract/inside.ts';
import { AgencyId, type TaskId } from '../../shared/domain/ids.ts';
import { feedOf, PERSON, readTask, routed, step } from './steps.ts';
import { calmViolence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const LEAD = 'agency-imereti';
const GIORGI = 'person-giorgi-agency-imereti';
const TAMAR = 'person-tamar-agency-imereti';
const KETEVAN = 'person-ketevan-agency-imereti';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

async function taken(by = GIORGI, deputy?: string): Promise<TaskId> {
  const { task } = await routed(world, calmViolence());
  const lead = task('assess-safety');
  const named = deputy ? { deputy: { name: 'თამარი', account: deputy } } : {};
  await step(world, by, lead, { to: 'accepted', actingPerson: PERSON, ...named });
  return lead;
}
type Said = { kind: 'leave' | 'suspension' | 'removal'; from?: string; deputy?: string };
const away = (body: Said, account = GIORGI, as = KETEVAN) =>
  world.as(as)(declareAbsence, { path: { agencyId: AgencyId.parse(LEAD), account }, body });
const workerOf = async (id: TaskId) =>
  (await world.table.all('task')).find((task) => task.id === id)?.worker;
const linksOf = async (account: string) =>
  (await world.table.rows()).filter(
    ({ pk, what }) => pk === `MEMBER#${account}` && what === 'work',
  );

describe('a worker on leave', () => {
  it('leaves the work to the deputy named, in the same transaction; the agency is told', async () => {
    const task = await taken();
    expect(await linksOf(GIORGI)).toHaveLength(1);
    const { body } = await away({ kind: 'leave', deputy: TAMAR });
    expect(body).toMatchObject({ moved: [task], more: false, deputy: TAMAR });
    expect(await workerOf(task)).toBe(TAMAR);
    expect(await linksOf(GIORGI)).toHaveLength(0);
    expect(await linksOf(TAMAR)).toHaveLength(1);
    await world.hub.idle();
    expect((await feedOf(world, LEAD)).map(({ type }) => type)).toContain('work.reassigned');
    expect((await readTask(world, LEAD, task)).status).toBe('accepted');
  });

  it('leaves it to the deputy of the task, or to the queue, where a person must receive it anew', async () => {
    const [withDeputy, without] = [await taken(GIORGI, TAMAR), await taken()];
    await away({ kind: 'leave', from: world.now() });
    expect(await workerOf(withDeputy)).toBe(TAMAR);
    expect((await readTask(world, LEAD, without)).status).toBe('requested');
    expect(await workerOf(without)).toBeUndefined();
  });

  it('goes when the day has come', async () => {
    const task = await taken();
    const from = new Date(Date.parse(world.now()) + 3_600_000).toISOString();
    expect((await away({ kind: 'leave', from })).body).toMatchObject({ moved: [], more: true });
    expect(await workerOf(task)).toBe(GIORGI);
    await world.advance('PT62M');
    expect((await readTask(world, LEAD, task)).status).toBe('requested');
  });

  it('is said by a supervisor of the agency, of one of its members', async () => {
    expect((await refusal(away({ kind: 'leave' }, GIORGI, TAMAR))).code).toBe('not-found');
    expect((await refusal(away({ kind: 'leave' }, GIORGI, 'police-imereti'))).code).toBe(
      'not-found',
    );
    const stranger = away({ kind: 'leave' }, 'person-davit-police-imereti');
    expect((await refusal(stranger)).code).toBe('account-unknown');
  });

  it('cannot be named for a task by an account of another agency', async () => {
    const { task } = await routed(world, calmViolence());
    const call = step(world, LEAD, task('assess-safety'), {
      to: 'accepted',
      actingPerson: { name: 'დავითი', account: 'person-davit-police-imereti' },
    });
    expect((await refusal(call)).code).toBe('account-unknown');
  });
});

describe('a worker who is gone', () => {
  it('is out at once, and all the work goes over, however much there is', async () => {
    const tasks: TaskId[] = [];
    for (let i = 0; i < 10; i += 1) tasks.push(await taken());
    const { body } = await away({ kind: 'removal', deputy: TAMAR });
    expect(body.moved.length).toBeLessThan(10);
    expect(body.more).toBe(true);
    const one = tasks[0];
    if (!one) throw new Error('no task');
    expect((await refusal(readTask(world, GIORGI, one))).status).toBe(401);
    await world.advance('PT2M');
    for (const task of tasks) expect(await workerOf(task)).toBe(TAMAR);
    expect(await linksOf(GIORGI)).toHaveLength(0);
    expect((await away({ kind: 'removal', deputy: TAMAR })).body.more).toBe(false);
  });
});
