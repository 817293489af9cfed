import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNews } from '../../shared/contract/additions.ts';
import { addTask } from '../../shared/contract/cases.ts';
import { endpoints } from '../../shared/contract/index.ts';
import { childOfVisit, permitTopics, visibility } from '../../shared/contract/preparation.ts';
import { answerQuestion, askReferrer } from '../../shared/contract/questions.ts';
import { endVisit, holdPlanning } from '../../shared/contract/visits.ts';
import { AgencyId } from '../../shared/domain/ids.ts';
import { canaries, heard, sung } from './canaries.ts';
import { accept, decided } from './steps.ts';
import {
  atWork,
  booked,
  CENTRE,
  formChosen,
  LEAD,
  meeting,
  opened,
  POLICE,
  prepared,
  started,
} from './visits.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
let scene: Awaited<ReturnType<typeof play>>;
beforeAll(async () => {
  world = await startWorld();
  scene = await play();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const { birthDate: _, ...named } = sung.child;
/** The report with a word in every field, of a child who needs nobody's consent. */
const report = { ...sung, forms: ['sexual'], child: { ...named, ageYears: 15 } } as never;
/** What others write of the account while they work: in additions, answers and decisions. */
const WORDS = ['კენარი-ახალი', 'კენარი-პასუხი', 'კენარი-დაცვა', 'კენარი-შეხვედრა'] as const;
const [NEWS, ANSWER, SAFETY, DECIDED] = WORDS;

async function play() {
  const referral = await atWork(world, report);
  const { id, caseId } = referral;
  const work = { kind: 'offer-psychological-support', agency: AgencyId.parse(CENTRE) };
  const added = await world.as(LEAD)(addTask, { path: { caseId }, body: work });
  await accept(world, CENTRE, added.body.id);
  await world.as(SCHOOL)(addNews, { path: { referralId: id }, body: { narrative: NEWS } });
  const asked = await world.as(LEAD)(askReferrer, {
    path: { referralId: id },
    body: { question: 'როდის?' },
  });
  await world.as(SCHOOL)(answerQuestion, {
    path: { referralId: id, number: asked.body.number },
    body: { answer: ANSWER },
  });
  await decided(world, LEAD, id, { reason: SAFETY });
  const interviewId = await opened(world, caseId);
  const decisions = [{ item: 'who', note: DECIDED }];
  const body = { ...meeting(world), decisions };
  await world.as(LEAD)(holdPlanning, { path: { interviewId }, body });
  await formChosen(world, interviewId);
  await booked(world, interviewId);
  await prepared(world, interviewId);
  await world.hub.idle();
  return { ...referral, interviewId, task: added.body.id };
}

const FUNCTIONS: readonly string[] = [
  'cases',
  'referrals',
  'tasks',
  'interviews',
  'bookings',
  'visits',
];

/** Whatever the centre can read of the child, through every endpoint that shows something. */
async function readByCentre(): Promise<Map<string, string>> {
  const { id, caseId, interviewId, routing, task } = scene;
  const ids: Record<string, readonly string[]> = {
    referralId: [id],
    caseId: [caseId],
    interviewId: [interviewId],
    taskId: [...routing.tasks.map((one) => one.task), task],
    number: ['1'],
  };
  const reading = endpoints.filter(
    ({ method, function: of }) => method === 'GET' && FUNCTIONS.includes(of),
  );
  const paths = reading.flatMap(({ path }) => {
    const [, name = ''] = path.match(/\{(\w+)\}/) ?? [];
    return (ids[name] ?? ['']).map((one) =>
      path.replace(`{${name}}`, one).replaceAll('{number}', '1'),
    );
  });
  const answers = new Map<string, string>();
  for (const path of paths) {
    const { status, text } = await world.raw(CENTRE, 'GET', path);
    expect(status, path).toBeLessThan(500);
    answers.set(path, text);
  }
  return answers;
}

/** The child by name is not held back, nor in which health it is; nor whom to keep away. */
const ALWAYS: readonly string[] = [
  sung.child.givenName,
  sung.child.familyName,
  sung.child.personalNumber,
  sung.child.identity.description,
];
const account = (text: string): string[] => [
  ...heard(text).filter((one) => !ALWAYS.includes(one)),
  ...WORDS.filter((word) => text.includes(word)),
];
const accused = sung.allegedPerpetrators[0].name;

describe('the side that interviews', () => {
  it('reads before the interview who the child is and whom to keep away, and nothing of the account', async () => {
    const answers = await readByCentre();
    expect(answers.size).toBeGreaterThan(30);
    const readable = [...answers.values()].filter((text) => !text.includes('/problems/not-found'));
    expect(readable.length).toBeGreaterThan(10);
    for (const [path, text] of answers) {
      const names = path.endsWith('/child') ? [accused] : [];
      expect(
        account(text).filter((one) => !names.includes(one)),
        path,
      ).toEqual([]);
    }
    const call = { path: { interviewId: scene.interviewId } };
    const child = (await world.as(CENTRE)(childOfVisit, call)).body;
    expect(child.conflictNames).toEqual([accused]);
    expect(JSON.stringify(child.details)).toContain(sung.child.givenName);
    expect(child.details.medical).toBeDefined();
    const ask = world.as(CENTRE)(askReferrer, {
      path: { referralId: scene.id },
      body: { question: 'რა თქვა?' },
    });
    expect(await refusal(ask)).toMatchObject({ code: 'not-found' });
  });

  it('reads what the lead permits, and not what it does not', async () => {
    const call = { path: { interviewId: scene.interviewId } };
    const permit = (who: string, permits: string[]) =>
      world.as(who)(permitTopics, { ...call, body: { permits } });
    expect(await refusal(permit(POLICE, ['family']))).toMatchObject({ code: 'not-your-role' });
    await permit(LEAD, ['family']);
    const { details } = (await world.as(CENTRE)(childOfVisit, call)).body;
    expect(JSON.stringify(details)).toContain(sung.relatedChildren[0].givenName);
    expect(JSON.stringify(details)).not.toContain(sung.narrative);
    await permit(LEAD, []);
    const closed = (await world.as(CENTRE)(childOfVisit, call)).body;
    expect(JSON.stringify(closed.details)).not.toContain(sung.relatedChildren[0].givenName);
  });

  it('reads the account once the interview is completed; the report shows what was visible when', async () => {
    await started(world, scene.interviewId);
    const call = { path: { interviewId: scene.interviewId } };
    await world.as(CENTRE)(endVisit, {
      ...call,
      body: { result: 'completed', covered: [], notAsked: [] },
    });
    const text = [...(await readByCentre()).values()].join('\n');
    const told = [sung.narrative, sung.childsOwnWords, NEWS, SAFETY, DECIDED];
    expect(told.filter((one) => !text.includes(one))).toEqual([]);
    expect(canaries.length).toBeGreaterThan(20);

    const { body } = await world.as(LEAD)(visibility, call);
    expect(body.changes.map(({ because }) => because)).toEqual([
      ...['opened', 'permitted', 'permitted', 'lifted'],
    ]);
    const lifted = body.changes.at(-1)?.at ?? '';
    const early = body.reads.filter(({ at }) => at < lifted);
    const late = body.reads.filter(({ at }) => at >= lifted);
    expect(early.length).toBeGreaterThan(5);
    expect(early.filter(({ groups }) => groups.includes('narrative'))).toEqual([]);
    expect(late.some(({ groups }) => groups.includes('narrative'))).toBe(true);
    expect(new Set(body.reads.map(({ agency }) => agency))).toEqual(new Set([CENTRE]));
  });
});
