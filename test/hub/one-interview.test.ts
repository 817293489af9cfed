import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdSlot } from '../../shared/contract/bookings.ts';
import { getCase } from '../../shared/contract/cases.ts';
import {
  approveInterview,
  askEpisode,
  askFurther,
  closeVisit,
  confirmEpisode,
  episodes,
  goOn,
} from '../../shared/contract/further.ts';
import { getInterview, openInterview } from '../../shared/contract/interviews.ts';
import { joinCase, undoJoining } from '../../shared/contract/same-child.ts';
import { findSlots } from '../../shared/contract/slots.ts';
import type { CaseId, InterviewId } from '../../shared/domain/ids.ts';
import { held, interviewed, prosecuted } from './interviewed.ts';
import { feedOf } from './steps.ts';
import {
  CENTRE,
  grown,
  LEAD,
  atWork as onlyAsked,
  opened,
  POLICE,
  PROSECUTOR,
  ready,
  visitOf,
} from './visits.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const KETEVAN = 'person-ketevan-agency-imereti';
const SALOME = 'person-salome-prosecutor-imereti';

const open = (caseId: CaseId, by = PROSECUTOR, lang: 'ka' | 'en' = 'en') =>
  world.as(by, lang)(openInterview, { path: { caseId }, body: {} });
const times = (interviewId: InterviewId) =>
  world.as(LEAD)(findSlots, { path: { interviewId }, query: {} });
const guardsOf = async (id: string) =>
  (await world.table.all('one-interview')).filter(({ interview }) => interview === id);

/** A case on which the prosecutor is at work beside those who were asked by routing. */
async function atWork(...given: [World, ...Parameters<typeof onlyAsked>[1][]]) {
  const found = await onlyAsked(given[0], given[1]);
  await prosecuted(world, found.caseId);
  return found;
}
const further = (over: object = {}) => ({
  need: 'new-evidence',
  necessity: 'ნაპოვნია ფოტოები; სად გადაიღეს, მხოლოდ ბავშვმა იცის.',
  topics: [{ topic: 'online' }],
  ...over,
});
const ask = (caseId: CaseId, body = further(), by = POLICE) =>
  world.as(by)(askFurther, { path: { caseId }, body });

describe('a second attempt', () => {
  it('is refused with the rule, in both languages, naming only who leads the visit', async () => {
    const { caseId } = await atWork(world);
    await opened(world, caseId);
    const refused = await refusal(open(caseId));
    expect(refused).toMatchObject({ status: 409, code: 'interview-active' });
    expect(refused.problem.detail).toContain('one child, one episode, one interview');
    expect(refused.problem.errors).toEqual([{ pointer: '/lead', code: POLICE }]);
    const inGeorgian = await refusal(open(caseId, PROSECUTOR, 'ka'));
    expect(inGeorgian.problem.detail).toContain('ერთი ბავშვი, ერთი ეპიზოდი, ერთი გამოკითხვა');
  });

  it('at the same moment from three agencies leaves exactly one', async () => {
    const { caseId } = await atWork(world);
    const asking = Array.from({ length: 12 }, (_, i) =>
      open(caseId, [POLICE, PROSECUTOR, LEAD][i % 3]).catch((error: Error) => error),
    );
    const made = (await Promise.all(asking)).filter((one) => !(one instanceof Error));
    expect(made).toHaveLength(1);
    const all = await world.table.all('one-interview');
    expect(all.filter(({ child }) => child === caseId)).toHaveLength(1);
  });

  it('is open again once whoever opened the visit, or the lead, has closed it', async () => {
    const { caseId } = await atWork(world);
    const interviewId = await opened(world, caseId);
    const close = (by: string) => {
      const call = { path: { interviewId }, body: { reason: 'interview-not-needed' } };
      return world.as(by)(closeVisit, { ...call, ifMatch: 1 });
    };
    expect(await refusal(close(PROSECUTOR))).toMatchObject({ code: 'visit-of-other-agency' });
    expect((await close(POLICE)).body).toMatchObject({ status: 'cancelled', version: 2 });
    expect(await guardsOf(interviewId)).toEqual([]);
    expect((await open(caseId)).status).toBe(201);
  });

  it('for another record with the same number says: answer, or join', async () => {
    const child = { personalNumber: '01234567891', municipality: 'zestaponi', ageYears: 15 };
    const first = await atWork(world, grown({ child }));
    const again = await atWork(world, grown({ child }));
    expect(await refusal(open(again.caseId))).toMatchObject({ code: 'same-child-unanswered' });
    expect(await refusal(open(first.caseId))).toMatchObject({ code: 'same-child-unanswered' });
    const body = { case: first.caseId, same: 'no' as const, reason: 'ნომერი შეცდომითაა.' };
    await world.as(LEAD)(joinCase, { path: { caseId: again.caseId }, body });
    await opened(world, first.caseId);
    const refused = await refusal(open(again.caseId));
    expect(refused).toMatchObject({ status: 409, code: 'interview-of-same-person' });
    expect(refused.problem.detail).toContain('join');
  });
});

describe('what came of the interview', () => {
  it('completed, it is used up: a further one has a necessity, new topics and a second agency', async () => {
    const { caseId, interviewId } = await interviewed(world, 'completed');
    const told = (await world.as(LEAD)(getCase, { path: { caseId } })).body.timesToldCount;
    for (const [who, sees] of [
      [LEAD, told],
      [CENTRE, told],
      [POLICE, told],
      [PROSECUTOR, undefined],
    ] as const) {
      const seen = (await world.as(who)(getInterview, { path: { interviewId } })).body;
      expect([who, seen.timesToldCount]).toEqual([who, sees]);
    }
    expect(await refusal(open(caseId))).toMatchObject({ code: 'interview-used' });
    const needless = further({ necessity: undefined });
    expect(await refusal(ask(caseId, needless))).toMatchObject({ code: 'necessity-missing' });
    const asked = (await ask(caseId)).body;
    expect(asked).toMatchObject({
      ...{ place: 2, episode: 1, needs: 'further-not-approved', timesToldCount: told },
      further: { after: interviewId, need: { code: 'new-evidence' }, topics: 1 },
    });
    expect(asked.timesToldCount).toBeGreaterThan(0);
    expect(await refusal(ask(caseId))).toMatchObject({ code: 'interview-active' });
    expect(await refusal(times(asked.id))).toMatchObject({ code: 'further-not-approved' });

    const path = { interviewId: asked.id };
    const approve = (by: string) => world.as(by)(approveInterview, { path, ifMatch: 1 });
    expect(await refusal(approve(POLICE))).toMatchObject({ code: 'other-legal-person-needed' });
    const { body } = await approve(PROSECUTOR);
    expect(body).toMatchObject({ further: { approved: { agency: PROSECUTOR } }, version: 2 });
    expect(body.needs).toBeUndefined();
    expect((await times(asked.id)).status).toBe(200);
    await settle(world);
    const types = (await feedOf(world, LEAD)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['interview.further-asked', 'interview.further-approved']),
    );
  });

  it('declined, it frees the date and neither safety nor police tasks', async () => {
    const before = await ready(world);
    await prosecuted(world, before.caseId);
    const tasksOf = async () => {
      const { tasks } = (await world.as(LEAD)(getCase, { path: { caseId: before.caseId } })).body;
      return tasks.map(({ id, status }) => [id, status.code]).toSorted();
    };
    const tasks = await tasksOf();
    const { interviewId } = before;
    await held(world, interviewId, 'declined');
    expect((await visitOf(world, interviewId)).status).toBe('planning');
    const ended = (await tasksOf()).filter(([id, now]) =>
      tasks.some(([other, was]) => other === id && was !== now),
    );
    expect(ended).toEqual([]);
    expect(await refusal(open(before.caseId))).toMatchObject({ code: 'interview-active' });
    expect((await times(interviewId)).status).toBe(200);
  });

  it('to be continued, it goes on when the child itself says yes', async () => {
    const { interviewId } = await interviewed(world, 'continue');
    expect(await refusal(times(interviewId))).toMatchObject({ code: 'child-not-asked-yet' });
    const plan = async () => (await world.as(POLICE)(getInterview, { path: { interviewId } })).body;
    expect((await plan()).unbookable).toBe('child-not-asked-yet');
    const { version } = await visitOf(world, interviewId);
    const call = { path: { interviewId }, body: { childAgrees: 'yes' as const } };
    const { body } = await world.as(CENTRE)(goOn, { ...call, ifMatch: version });
    expect(body.goesOn?.childAgreedAt).toBeDefined();
    expect(body.needs).toBeUndefined();
    expect((await times(interviewId)).status).toBe(200);
    const { unbookable, goesOn } = await plan();
    expect(unbookable).toBeUndefined();
    expect(goesOn).toEqual({
      until: body.goesOn?.until,
      childAgreedAt: body.goesOn?.childAgreedAt,
    });
  });
});

describe('two records that turn out to be of one child', () => {
  it('joined, the later visit is frozen, its time is free and both are told; undone, it goes on', async () => {
    const [first, second] = [await atWork(world), await atWork(world)];
    const [early, late] = [await opened(world, first.caseId), await opened(world, second.caseId)];
    const [slot] = (await times(late)).body.items;
    if (!slot) throw new Error('no time was found');
    const path = { interviewId: late };
    await world.as(LEAD)(holdSlot, { path, body: { slot: slot.slot } });
    expect((await visitOf(world, late)).status).toBe('held');

    const body = { case: first.caseId, same: 'yes' as const, reason: 'ერთი ბავშვია.' };
    const joined = (await world.as(LEAD)(joinCase, { path: { caseId: second.caseId }, body })).body;
    expect(await visitOf(world, late)).toMatchObject({ status: 'frozen', because: early });
    expect((await visitOf(world, early)).status).toBe('planning');
    const bookings = (await world.table.all('booking')).filter(
      ({ interview }) => interview === late,
    );
    expect(bookings.map(({ state }) => state)).toEqual(['cancelled']);
    const sheets = JSON.stringify(await world.table.all('sheet'));
    for (const { id } of bookings) expect(sheets).not.toContain(String(id));
    expect(await refusal(open(second.caseId))).toMatchObject({ code: 'interview-active' });
    await settle(world);
    for (const agency of [POLICE, LEAD === joined.agency ? CENTRE : LEAD]) {
      const told = (await feedOf(world, agency)).filter(({ type }) => type === 'interview.frozen');
      expect(told.map(({ subject }) => subject.id)).toContain(late);
    }

    const undoing = { caseId: joined.of, number: joined.number };
    await world.as(LEAD)(undoJoining, { path: undoing, body: { reason: 'შეცდომა იყო.' } });
    expect((await visitOf(world, late)).status).toBe('planning');
    expect(await guardsOf(late)).toHaveLength(1);
    expect(await guardsOf(early)).toHaveLength(1);
  });

  it('an interview that was held counts for both', async () => {
    const held = await interviewed(world, 'completed');
    const other = await atWork(world);
    const planned = await opened(world, other.caseId);
    const body = { case: held.caseId, same: 'yes' as const, reason: 'ერთი ბავშვია.' };
    await world.as(LEAD)(joinCase, { path: { caseId: other.caseId }, body });
    expect((await visitOf(world, planned)).status).toBe('frozen');
    expect(await refusal(open(other.caseId))).toMatchObject({ code: 'interview-used' });
  });
});

describe('a new episode', () => {
  it('is opened by lead and prosecutor together, after the interview was held', async () => {
    const early = await atWork(world);
    const body = { reason: 'new-incident', note: 'ახალი დაზიანებები.' };
    const asks = (caseId: CaseId, by: string) =>
      world.as(by)(askEpisode, { path: { caseId }, body });
    expect(await refusal(asks(early.caseId, KETEVAN))).toMatchObject({
      code: 'interview-not-held-yet',
    });

    const { caseId } = await interviewed(world, 'completed');
    expect(await refusal(asks(caseId, POLICE))).toMatchObject({ code: 'not-found' });
    const asked = (await asks(caseId, KETEVAN)).body;
    expect(asked).toMatchObject({ number: 1, opens: 2, side: 'lead', version: 1 });
    const call = { path: { caseId, number: 1 }, ifMatch: 1 };
    for (const alone of [KETEVAN, 'person-giorgi-agency-imereti', PROSECUTOR]) {
      const refused = await refusal(world.as(alone)(confirmEpisode, call));
      expect(refused).toMatchObject({ code: 'lead-and-prosecutor-needed' });
    }
    expect(await refusal(open(caseId))).toMatchObject({ code: 'interview-used' });
    await world.as(SALOME)(confirmEpisode, call);
    const shown = (await world.as(LEAD)(episodes, { path: { caseId } })).body;
    expect(shown).toMatchObject({ episode: 2, items: [{ confirmed: { agency: PROSECUTOR } }] });
    const { id } = (await open(caseId)).body;
    expect(await visitOf(world, id)).toMatchObject({ episode: 2, place: 1 });
    const seen = (await world.as(PROSECUTOR)(getInterview, { path: { interviewId: id } })).body;
    expect(seen.status.code).toBe('planning');
  });
});
