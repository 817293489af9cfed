import { describe, expect, it } from 'vitest';
import { receiptOf } from '../../console/words/receipt.ts';
import { listMoves } from '../../shared/contract/moves.ts';
import { interviewed } from '../hub/interviewed.ts';
import { accept, readReferral, readTask, routed } from '../hub/steps.ts';
import { calmViolence, early } from '../hub/submissions.ts';
import { fields } from './fields.ts';
import { inOrder } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { label, words } from './words.ts';

/** What is rarer than the way most children take, each by whoever does it, in the browser. */
const LEAD = 'agency-imereti';
const [TAMAR, KETEVAN] = ['person-tamar-agency-imereti', 'person-ketevan-agency-imereti'];
const SALOME = 'person-salome-prosecutor-imereti';
const IRAKLI = 'person-irakli-municipality-zestaponi';
const LELA = 'person-lela-resource-centre-zestaponi';
const WHY = 'ორივე ჩანაწერში ერთი და იგივე ბავშვი წერია: სახელი, სკოლა და დაბადების დღე ემთხვევა.';
const t = words('ka');

onStage();

const at = (place: string) => `${world.hub.url}/app/${place}`;

/** As a field for a day and a time has it: Georgia is four hours ahead. */
const inGeorgia = (instant: string) =>
  new Date(Date.parse(instant) + 4 * 3_600_000).toISOString().slice(0, 16);

/** A case that the lead unit has taken on. */
async function led(child = {}) {
  const made = await routed(world, calmViolence(child));
  await accept(world, LEAD, made.task('assess-safety'));
  const { case: caseId } = await readReferral(world, LEAD, made.id);
  if (!caseId) throw new Error('no case');
  return { ...made, caseId };
}

describe('a task that is somebody else’s to do', () => {
  it('says what is missing, is offered to another agency, and becomes more urgent', async () => {
    const { task } = await led();
    const taskId = task('register-report');
    const tamar = await signedIn(TAMAR, 'ka', 'phone');
    const { page } = tamar;
    const { pick, one } = fields(page);
    await page.goto(at(`tasks/${taskId}`));
    await page.getByRole('button', { name: t.work.urgency }).click();
    await page.getByRole('button', { name: t.work.urgency }).click();
    await page.getByText(t.fillIn).first().waitFor();
    // Whoever tried is where something is missing.
    const focused = () => page.evaluate<string>('document.activeElement?.tagName ?? ""');
    await expect.poll(focused).toBe('INPUT');
    await inOrder(tamar);
    const { urgency } = await readTask(world, LEAD, taskId);
    const other = urgency === 'urgent' ? 'routine' : 'urgent';
    await one(t.tasks.urgency, label('ka', 'urgencies', other));
    await pick(t.steps.reason, other === 'urgent' ? 'grown-worse' : 'child-safe-now');
    await page.getByRole('button', { name: t.work.urgency }).click();
    await page.getByRole('heading', { name: t.work.urgency }).waitFor({ state: 'detached' });
    expect((await readTask(world, LEAD, taskId)).urgency).toBe(other);

    await page.getByRole('button', { name: t.work.redirect }).click();
    await page.getByRole('button', { name: t.work.redirect }).click();
    await page.getByText(t.fillIn).first().waitFor();
    await pick(t.work.toWhom, 'police-tbilisi');
    await pick(t.steps.reason, 'other-area');
    await inOrder(tamar);
    await page.getByRole('button', { name: t.work.redirect }).click();
    await page.getByText(t.work.offeredTo).waitFor();
    await inOrder(tamar);
    await tamar.close();
  });
});

describe('a form of early identification', () => {
  it('is sent back with a question, which whoever filled it in answers', async () => {
    const { id } = await taken();
    const irakli = await signedIn(IRAKLI);
    await irakli.page.goto(at(`referrals/${id}`));
    await irakli.page.getByRole('button', { name: t.sent.return }).click();
    await irakli.page.getByRole('button', { name: t.sent.return }).click();
    await irakli.page.getByText(t.fillIn).first().waitFor();
    await fields(irakli.page).pick(t.steps.reason, 'incomplete');
    const question = 'სად ცხოვრობს ოჯახი?';
    await irakli.page.getByLabel(t.write.question).last().fill(question);
    await inOrder(irakli);
    await irakli.page.getByRole('button', { name: t.sent.return }).click();
    await irakli.page
      .getByText(label('ka', 'referralStatuses', 'returned'))
      .first()
      .waitFor();
    await inOrder(irakli);
    await irakli.close();

    const lela = await signedIn(LELA, 'ka', 'phone');
    await lela.page.goto(at(`referrals/${id}`));
    await lela.page.getByText(question).waitFor();
    await lela.page.getByRole('button', { name: t.questions.send }).click();
    await lela.page.getByText(t.fillIn).waitFor();
    await inOrder(lela);
    await lela.page.getByLabel(t.questions.answer).fill('ბებიასთან, სოფელში.');
    await lela.page.getByRole('button', { name: t.questions.send }).click();
    await lela.page.getByText('ბებიასთან, სოფელში.').waitFor();
    await inOrder(lela);
    await lela.close();
  });

  /** The municipality has it in hand. */
  async function taken() {
    const made = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: 'resource-centre-zestaponi',
    });
    const [asked] = made.asked;
    if (!asked) throw new Error('nobody was asked');
    await accept(world, asked.agency, made.task(asked.kind));
    return made;
  }
});

describe('sharing without consent', () => {
  it('is decided by a supervisor, in words and for some days, with everything it needs', async () => {
    const { id } = await led();
    const ketevan = await signedIn(KETEVAN);
    const { page } = ketevan;
    const { pick, write } = fields(page);
    await page.goto(at(`referrals/${id}/consents`));
    await page.getByRole('button', { name: t.sent.override }).click();
    await page.getByRole('button', { name: t.sent.override }).click();
    await page.getByText(t.fillIn).nth(4).waitFor();
    await inOrder(ketevan);
    await pick(t.steps.reason, 'family-cannot-be-asked');
    await write(t.sent.inWords, 'დედა საავადმყოფოშია და ვერავინ პოულობს; ბავშვი მეზობელთანაა.');
    await page.getByText(label('ka', 'sharingPurposes', 'family-support')).click();
    await page.getByText(label('ka', 'agencyKinds', 'municipality'), { exact: true }).click();
    await write(t.sent.days, '14');
    await page.getByRole('button', { name: t.sent.override }).click();
    await page.getByRole('heading', { name: t.sent.withoutConsent }).waitFor();
    await inOrder(ketevan);
    await ketevan.close();
  });
});

describe('a child that moves', () => {
  it('is handed over by the two units that talked, and stays in sight of both until then', async () => {
    const { caseId } = await led();
    const tamar = await signedIn(TAMAR);
    const { page } = tamar;
    const { pick, write } = fields(page);
    await page.goto(at(`cases/${caseId}/record`));
    await page.getByRole('button', { name: t.case.move.record }).click();
    await page.getByRole('button', { name: t.case.save }).click();
    await page.getByText(t.fillIn).nth(2).waitFor();
    await pick(t.case.move.where, 'tbilisi');
    await write(t.case.move.since, world.now().slice(0, 10));
    await pick(t.case.move.source, 'school');
    await inOrder(tamar);
    await page.getByRole('button', { name: t.case.save }).click();
    await page.getByText(t.case.move.waits, { exact: true }).waitFor();
    await inOrder(tamar);
    await world.hub.idle();
    // The new unit accepts in a system of its own; only then can the talk be the end of it.
    const moves = (await world.as(LEAD)(listMoves, { path: { caseId } })).body.items;
    const { to, task } = moves[0] ?? {};
    if (!to || !task) throw new Error('nobody was asked');
    await accept(world, to, task);
    await world.hub.idle();
    // What only the lead may do is gone by itself, and nothing of it is asked for again.
    await page.getByRole('button', { name: t.case.move.record }).waitFor({ state: 'detached' });
    await inOrder(tamar);
    await page.getByRole('button', { name: t.case.move.talk }).click();
    await page.getByRole('button', { name: t.case.save }).click();
    await page.getByText(t.fillIn).nth(2).waitFor();
    await write(t.case.move.talkedAt, inGeorgia(world.now()));
    await write(t.case.move.former, 'თამარ ბერიძე');
    await write(t.case.move.new, 'ლევან მაღალაძე');
    await inOrder(tamar);
    await page.getByRole('button', { name: t.case.save }).click();
    await page.getByText(t.case.move.handedOver, { exact: true }).waitFor();
    await inOrder(tamar);
    await tamar.close();
  });
});

describe('two reports of one child', () => {
  it('are joined with a reason, and set apart again when that was wrong', async () => {
    const child = { givenName: 'ნინო', familyName: 'ჭყონია', birthDate: '2013-02-01' };
    const named = { child: { ...child, municipality: 'zestaponi' } };
    const [older, younger] = [await led(named), await led(named)];
    const tamar = await signedIn(TAMAR, 'ka', 'phone');
    const { page } = tamar;
    const { write, one } = fields(page);
    await page.goto(at(`cases/${younger.caseId}/record`));
    await page.getByRole('button', { name: t.case.same.answer }).click();
    await page.getByRole('button', { name: t.case.save }).click();
    await page.getByText(t.fillIn).first().waitFor();
    await inOrder(tamar);
    await one(t.case.same.isIt, t.case.same.is.yes);
    await write(t.case.why, WHY);
    const found = page.getByLabel(t.case.same.found);
    if (await found.count()) await found.selectOption(older.id);
    else await write(t.receipt.number, receiptOf(older.id));
    await page.getByRole('button', { name: t.case.save }).click();
    await page.getByRole('button', { name: t.case.save }).waitFor({ state: 'detached' });
    // The older case goes on for both.
    await page.goto(at(`cases/${older.caseId}/record`));
    await page.getByText(WHY).waitFor();
    await inOrder(tamar);
    await page.getByRole('button', { name: t.case.same.undo }).click();
    await write(t.case.why, 'სხვა ბავშვია: დაბადების დღე შეცდომით ჩაიწერა.');
    await page.getByRole('button', { name: t.case.same.undo }).click();
    await page.getByText(t.case.same.undone, { exact: true }).waitFor();
    await inOrder(tamar);
    await tamar.close();
  });
});

describe('a new episode', () => {
  it('is asked for by the lead and opened by the prosecutor', async () => {
    const { caseId } = await interviewed(world, 'completed');
    const ketevan = await signedIn(KETEVAN);
    await ketevan.page.goto(at(`cases/${caseId}/visits`));
    await ketevan.page.getByRole('button', { name: t.case.episode.ask }).click();
    await ketevan.page.getByRole('button', { name: t.case.episode.ask }).click();
    await ketevan.page.getByText(t.fillIn).first().waitFor();
    await fields(ketevan.page).pick(t.steps.reason, 'new-incident');
    await fields(ketevan.page).write(t.case.why, 'ახალი დაზიანებები.');
    await inOrder(ketevan);
    await ketevan.page.getByRole('button', { name: t.case.episode.ask }).click();
    await ketevan.page.getByText(t.case.episode.waits.lead).waitFor();
    await inOrder(ketevan);
    expect(await ketevan.page.getByText(t.case.episode.confirm).count()).toBe(0);
    await ketevan.close();

    const salome = await signedIn(SALOME, 'ka', 'phone');
    await salome.page.goto(at(`cases/${caseId}/visits`));
    await salome.page.getByRole('button', { name: t.case.episode.confirm }).click();
    await salome.page.getByText(t.case.episode.open, { exact: true }).waitFor();
    await inOrder(salome);
    await salome.close();
  });
});

describe('what one has in hand', () => {
  it('is seen by oneself, and of everybody by the supervisor alone', async () => {
    await led();
    const tamar = await signedIn(TAMAR, 'ka', 'phone');
    await tamar.page.goto(at('me'));
    await tamar.page.getByRole('heading', { name: t.me.loads.own }).waitFor();
    expect(await tamar.page.getByRole('link', { name: t.me.loads.see }).count()).toBe(0);
    await tamar.page.goto(at('me/loads'));
    await tamar.page.getByText(t.me.loads.forSupervisor).waitFor();
    await inOrder(tamar);
    await tamar.close();
    const ketevan = await signedIn(KETEVAN);
    await ketevan.page.goto(at('me'));
    await ketevan.page.getByRole('link', { name: t.me.loads.see }).click();
    await ketevan.page.getByRole('heading', { name: t.me.loads.title }).waitFor();
    await ketevan.page.locator('li.entry').first().waitFor();
    await inOrder(ketevan);
    await ketevan.close();
  });
});
