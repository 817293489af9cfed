import { describe, expect, it } from 'vitest';
import { awayFrom } from '../../console/words/moments.ts';
import { endSession } from '../../shared/contract/people.ts';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { transitionTask } from '../../shared/contract/tasks.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import { aReferral } from './a-referral.ts';
import { signIn } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { words } from './words.ts';

const TEACHER = 'person-nino-school-zestaponi';
const DESK = 'person-tamar-agency-imereti';
const t = words('ka');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

onStage();

describe('a sign-in', () => {
  it('outlives a reload without a word, on the same page', async () => {
    const { page, close } = await signedIn(TEACHER);
    await page.goto(`${world.hub.url}/app/referrals/new`);
    await page.reload();
    await page.getByText(t.danger.question).waitFor();
    expect(new URL(page.url()).pathname).toBe('/app/referrals/new');
    expect(await page.evaluate<string>('JSON.stringify({ ...sessionStorage })')).toBe(
      '{"ertad:was-signed-in":"yes"}',
    );
    await close();
  });

  it('that ended in the middle of a text is taken up again in a window, and the text is sent', async () => {
    const { page, close } = await signedIn(TEACHER);
    await page.getByRole('link', { name: t.referral.new }).first().click();
    await page.getByText(t.danger.no, { exact: true }).click();
    await page.getByLabel(t.needed.worry).fill('ბავშვი დღეს ისევ ტიროდა.');
    await page.getByLabel(t.needed.municipality).selectOption('zestaponi');
    await page.getByLabel(t.needed.phone).fill('599123456');
    // Everywhere: also the token with which a new one could be had is worth nothing now.
    await world.as(TEACHER)(endSession, { body: { everywhere: true } });
    await world.advance('PT1M');
    await page.getByRole('button', { name: t.review.go }).click();
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: t.signIn.again }).click();
    await signIn(await opened, TEACHER);
    await page.getByText(t.review.leads, { exact: true }).waitFor();
    await page.getByRole('button', { name: t.review.send, exact: true }).click();
    await page.getByRole('heading', { name: t.receipt.title }).waitFor();
    await close();
  });

  it('is left in an instant, and going back shows nothing', async () => {
    const { page, close } = await signedIn(TEACHER);
    await page.context().route('https://ka.wikipedia.org/', (route) => route.fulfill({ body: '' }));
    await page.goto(`${world.hub.url}/app/referrals/new`);
    await page.getByText(t.danger.yes, { exact: true }).click();
    await page.getByLabel(t.needed.worry).fill('ამას არავინ უნდა ხედავდეს');
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await page.waitForURL('https://ka.wikipedia.org/');
    await page.goBack().catch(() => undefined);
    await page.getByRole('button', { name: t.signIn.enter }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain('ამას არავინ');
    await close();
  });
});

describe('two people at one task', () => {
  it('are told of each other: the later one sees what changed and decides anew', async () => {
    const { body } = await world.as('school-zestaponi')(submitReferral, { body: aReferral });
    await world.hub.idle();
    const own = (await world.table.all('task')).find(
      ({ agency, referral }) => agency === 'agency-imereti' && referral === body.id,
    );
    const taskId = String(own?.id) as TaskId;
    const { page, close } = await signedIn(DESK);
    await page.goto(`${world.hub.url}/app/tasks/${taskId}`);
    await page.getByRole('button', { name: t.steps.accepted }).click();
    await page.getByLabel(t.steps.person).fill('თამარი');
    await world.as('person-giorgi-agency-imereti')(transitionTask, {
      path: { taskId },
      ifMatch: Number(own?.version),
      body: { to: 'received', actingPerson: 'გიორგი' },
    });
    await page.getByRole('button', { name: t.steps.do }).click();
    await page.getByText(t.changed.title).waitFor();
    await page.getByRole('button', { name: t.changed.show }).click();
    await page.getByText(t.changed.title).waitFor({ state: 'hidden' });
    // What was written is still there: it is confirmed on what is known now.
    await page.getByRole('button', { name: t.steps.do }).click();
    await page.getByRole('button', { name: t.steps['in-progress'] }).waitFor();
    await close();
  });
});

describe('a laptop whose clock is three hours fast', () => {
  it('says how long there is still time by the hub’s clock', async () => {
    await world.as('school-zestaponi')(submitReferral, { body: aReferral });
    await world.hub.idle();
    const { page, close } = await signedIn(DESK);
    await page.clock.setSystemTime(Date.parse(world.now()) + 3 * HOUR_MS);
    await page.goto(`${world.hub.url}/app/tasks`);
    // The page asks for the time again each quarter of a minute, and has an answer by then.
    const urgent = page.locator('a.line').last();
    await urgent.waitFor();
    await page.clock.runFor(20_000);
    const due = await urgent.locator('time').getAttribute('datetime');
    const near = [-1, 0, 1].map((minutes) =>
      awayFrom(String(due), 'ka', new Date(Date.parse(world.now()) + minutes * MINUTE_MS)),
    );
    const said = await urgent.locator('time').textContent();
    expect(near.some((away) => said?.includes(away))).toBe(true);
    await close();
  });
});
