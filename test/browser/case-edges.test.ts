import { describe, expect, it } from 'vitest';
import { addTask } from '../../shared/contract/cases.ts';
import { correctPerpetrator, namePerpetrator } from '../../shared/contract/family.ts';
import { AgencyId, type CaseId } from '../../shared/domain/ids.ts';
import { accept, readReferral, routed } from '../hub/steps.ts';
import { calmViolence } from '../hub/submissions.ts';
import { fields } from './fields.ts';
import { inOrder, keptBy, type Persona, settled } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { label, words } from './words.ts';

const LEAD = 'agency-imereti';
const PROSECUTOR = 'prosecutor-imereti';
const WHY = 'პატრული ბინის კართან დგას და უნდა ვიცოდეთ, უსაფრთხოდ იქნება თუ არა ბავშვი ამაღამ.';
const t = words('ka');

onStage();

/** A case that a person of the lead unit has taken on. */
async function aCase(): Promise<CaseId> {
  const { id, task } = await routed(world, calmViolence());
  await accept(world, LEAD, task('assess-safety'));
  const { case: opened } = await readReferral(world, LEAD, id);
  if (!opened) throw new Error('no case');
  return opened;
}
const at = (caseId: CaseId, part = '') => `${world.hub.url}/app/cases/${caseId}${part}`;

/** The browser says so when the hub answers that something is not there, or changed meanwhile. */
const answered = ({ complaints }: Persona, status: number) => {
  const others = complaints.filter((one) => !one.includes(`status of ${status}`));
  expect(others).toEqual([]);
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
};

describe('two people who change the same thing', () => {
  it('learn of each other: the second one is shown what is different now, and decides again', async () => {
    const caseId = await aCase();
    const path = { caseId };
    const perpetrator = { relation: 'grandparent', name: 'გოჩა მაისურაძე' };
    await world.as(LEAD)(namePerpetrator, { path, body: { perpetrator } });
    const desk = await signedIn('person-tamar-agency-imereti');
    const { page } = desk;
    const { write } = fields(page);
    // News of the agency would show the other one's change before anything is sent.
    await page.route(/\/v1\/feed/, () => undefined);
    await page.goto(at(caseId, '/family'));
    await page.getByRole('button', { name: t.case.family.correct }).click();
    await write(t.case.family.employer, 'სკოლა');
    const other = { perpetrator: { ...perpetrator, relation: 'neighbour' } };
    await world.as(LEAD)(correctPerpetrator, {
      path: { caseId, number: 1 },
      body: other,
      ifMatch: 1,
    });
    await page.getByRole('button', { name: t.case.save }).click();
    const changed = page.getByRole('alert').filter({ hasText: t.changed.title });
    await changed.getByText(label('ka', 'relations', 'neighbour')).waitFor();
    await changed.getByText(label('ka', 'relations', 'grandparent')).waitFor();
    answered(desk, 412);
    await inOrder(desk);
    // What was written is still there, and can be sent once more.
    await page.getByRole('button', { name: t.changed.show }).click();
    await changed.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: t.case.save }).click();
    await page.getByText('სკოლა', { exact: true }).waitFor();
    await desk.close();
  });
});

describe('a conflict of interest of one’s own', () => {
  it('closes the case to whoever declares it, on the screen as well', async () => {
    const caseId = await aCase();
    const worker = await signedIn('person-giorgi-agency-imereti');
    const { page } = worker;
    await page.goto(at(caseId, '/record'));
    await page.getByRole('button', { name: t.case.conflict.own }).click();
    await fields(page).pick(t.steps.reason, 'related-to-perpetrator');
    await inOrder(worker);
    await page.getByRole('button', { name: t.case.conflict.ownDo }).click();
    await page.getByRole('heading', { name: t.case.emergency.closed }).waitFor();
    answered(worker, 404);
    await worker.close();

    const supervisor = await signedIn('person-ketevan-agency-imereti');
    await supervisor.page.goto(at(caseId, '/record'));
    await supervisor.page.getByText('person-giorgi-agency-imereti').waitFor();
    await supervisor.page.getByRole('button', { name: t.case.conflict.undo }).click();
    await supervisor.page.getByText(t.case.conflict.undone, { exact: true }).waitFor();
    await inOrder(supervisor);
    await supervisor.close();
  });
});

describe('an emergency look', () => {
  it('opens the case for reading, says for how long, and can be ended', async () => {
    const caseId = await aCase();
    const police = await signedIn('person-zura-police-tbilisi');
    const { page } = police;
    await page.goto(at(caseId));
    await page.getByRole('heading', { name: t.case.emergency.closed }).waitFor();
    answered(police, 404);
    await inOrder(police);
    await page.getByRole('button', { name: t.case.emergency.ask }).click();
    await fields(page).write(t.case.emergency.why, 'მჭირდება ახლავე');
    await page.getByRole('button', { name: t.case.emergency.open }).click();
    await page.getByRole('alert').waitFor();
    answered(police, 400);
    await fields(page).write(t.case.emergency.why, WHY);
    await page.getByRole('button', { name: t.case.emergency.open }).click();
    const ends = page.getByRole('button', { name: t.case.ticket.end });
    await ends.waitFor();
    await page.getByRole('heading', { name: t.case.who }).waitFor();
    await settled(page, t.waiting);
    await inOrder(police);
    // Reading only: nothing is offered that changes anything.
    expect(await page.getByRole('button', { name: t.case.add.do }).count()).toBe(0);
    expect(await keptBy(police)).not.toContain('პატრული');
    await ends.click();
    await page.getByRole('heading', { name: t.case.emergency.closed }).waitFor();
    answered(police, 404);
    await police.close();
    // A supervisor of the lead may be the second person, and says so where the look is shown.
    const supervisor = await signedIn('person-ketevan-agency-imereti');
    const second = supervisor.page;
    await second.goto(`${at(caseId)}?ticket=1`);
    await second.getByRole('button', { name: t.case.ticket.look }).click();
    await second.getByRole('button', { name: t.lookReview.keep }).click();
    await second.getByText(t.fillIn).nth(1).waitFor();
    await second.getByText(label('ka', 'breakGlassFindings', 'justified'), { exact: true }).click();
    await fields(second).write(t.lookReview.because, 'იმ ღამით პატრულს სხვა გზა არ ჰქონდა.');
    await second.getByRole('button', { name: t.lookReview.keep }).click();
    await second.getByRole('button', { name: t.lookReview.keep }).waitFor({ state: 'detached' });
    await second.getByText('იმ ღამით პატრულს სხვა გზა არ ჰქონდა.').waitFor();
    await inOrder(supervisor);
    await supervisor.close();
  });
});

describe('a prosecutor', () => {
  it('seals the account, lifts the seal, and says that proceedings have ended', async () => {
    const caseId = await aCase();
    const body = { kind: 'other', agency: AgencyId.parse(PROSECUTOR) };
    const { body: asked } = await world.as(LEAD)(addTask, { path: { caseId }, body });
    await accept(world, PROSECUTOR, asked.id);
    const prosecutor = await signedIn('person-salome-prosecutor-imereti');
    const { page } = prosecutor;
    const { write, pick } = fields(page);
    await page.goto(at(caseId, '/record'));
    await page.getByRole('button', { name: t.case.seal.set, exact: true }).click();
    await page.getByText(t.groups.narrative, { exact: true }).click();
    await page.getByText(label('ka', 'agencyKinds', 'police'), { exact: true }).click();
    await write(t.case.why, 'სავარაუდო მოძალადე ჩვენებას გაიგებს.');
    await inOrder(prosecutor);
    await page.getByRole('button', { name: t.case.seal.set, exact: true }).click();
    await page.getByText(t.case.seal.sealed, { exact: true }).waitFor();
    await page.getByRole('button', { name: t.case.seal.lift }).click();
    await write(t.case.why, 'გამოძიება დასრულდა.');
    await page.getByRole('button', { name: t.case.seal.lift }).click();
    await page.getByText(t.case.seal.lifted, { exact: true }).waitFor();

    await page.getByRole('button', { name: t.case.proceedings.record }).click();
    await pick(t.case.proceedings.outcome, 'judgment-final');
    await write(t.case.proceedings.endedAt, '2026-01-05T12:00');
    await page.getByRole('button', { name: t.case.save }).click();
    await page.getByText(label('ka', 'proceedingsOutcomes', 'judgment-final')).waitFor();
    await inOrder(prosecutor);
    await prosecutor.close();
  });
});
