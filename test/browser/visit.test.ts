import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { receiptOf } from '../../console/words/receipt.ts';
import { confirmBooking, holdSlot, listBookings } from '../../shared/contract/bookings.ts';
import { findSlots } from '../../shared/contract/slots.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { interviewed } from '../hub/interviewed.ts';
import { atWork, LEAD, opened, POLICE } from '../hub/visits.ts';
import { fields } from './fields.ts';
import { inOrder, keptBy, type Size } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { walksInBoth } from './walks.ts';
import { label, words } from './words.ts';

/** What is written of the child; looked for afterwards wherever the browser keeps anything. */
const QUESTION = 'ხომ დაგარტყა ბიძამ მარტში?';
const DECIDED = 'ბებიასთან რჩება, სანამ დედა დაბრუნდება.';

onStage();

const police = (lang: Lang, size: Size) => signedIn('person-davit-police-imereti', lang, size);
const prosecutor = (lang: Lang, size: Size) =>
  signedIn('person-salome-prosecutor-imereti', lang, size);

const aVisit = async () => opened(world, (await atWork(world)).caseId);
const at = (id: InterviewId, page = '') => `${world.hub.url}/app/visits/${id}${page}`;

/** The first time that was found is held, as another person of the police would. */
async function held(interviewId: InterviewId) {
  const call = { path: { interviewId }, query: {} };
  const [slot] = (await world.as(POLICE)(findSlots, call)).body.items;
  const body = { slot: slot?.slot ?? '' };
  return (await world.as(POLICE)(holdSlot, { path: { interviewId }, body })).body;
}
async function standing(interviewId: InterviewId) {
  const { items } = (await world.as(LEAD)(listBookings, { path: { interviewId } })).body;
  const found = items.find(({ state }) => ['held', 'booked'].includes(state.code));
  if (!found) throw new Error('no time stands');
  return found;
}

/** Goes on by the Tab key alone until what has the focus says so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate<string>('document.activeElement?.textContent ?? ""');
    if (said === name) return;
  }
  throw new Error(`${name} is not reached by the Tab key`);
}

describe.each(walksInBoth)('a time for the interview (%s, %s)', (lang, size) => {
  const { visit: t, nav } = words(lang);

  it('is found and held by keyboard, confirmed by everybody, and booked while one looks', async () => {
    const id = await aVisit();
    const davit = await police(lang, size);
    const { page } = davit;
    await page.getByRole('link', { name: nav.visits }).click();
    await page.locator(`a.line[href$="${id}"]`).click();
    await page.getByRole('heading', { name: t.deadline.title }).waitFor();
    await page.getByText(t.time.none).waitFor();
    await inOrder(davit);
    await page.getByRole('main').getByRole('link', { name: t.time.find }).last().click();

    const times = page.getByRole('group', { name: t.found.calendar }).getByRole('button');
    await times.first().waitFor();
    await inOrder(davit);
    // The calendar is one stop of the Tab key; arrows lead through it and into other weeks.
    expect(await page.locator('.slot[tabindex="0"]').count()).toBe(1);
    await page.locator('.slot[tabindex="0"]').focus();
    const focused = () =>
      page.evaluate<string>('document.activeElement.getAttribute("data-place") ?? ""');
    await page.keyboard.press('Home');
    await expect.poll(focused).not.toBe('');
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: new RegExp(t.chosen.title) }).waitFor();
    await inOrder(davit);
    await tabTo(page, t.chosen.hold);
    await page.keyboard.press('Enter');
    await page.getByText(t.answer.asked).first().waitFor();
    const booking = await standing(id);
    expect(booking.agencies.every(({ state }) => state === 'asked')).toBe(true);
    await inOrder(davit);
    await world.hub.idle();

    const salome = await prosecutor(lang, size);
    await salome.page.goto(`${world.hub.url}/app/visits`);
    const line = salome.page.locator(`a.line[href$="${id}"]`);
    await line.getByText(t.list.ours).waitFor();
    await inOrder(salome);
    await line.click();
    await fields(salome.page).one(t.form.which, label(lang, 'legalForms', 'interview'));
    await salome.page.getByRole('button', { name: t.form.choose }).click();
    await salome.page.getByRole('button', { name: t.form.choose }).waitFor({ state: 'detached' });
    await salome.page.getByRole('button', { name: t.confirm }).click();
    await salome.page.getByText(t.answer.confirmed).first().waitFor();
    await inOrder(salome);

    const eka = await signedIn('person-eka-centre-kutaisi', lang, size);
    await eka.page.goto(at(id));
    await eka.page.getByRole('button', { name: t.confirm }).click();
    await eka.page.getByText(t.answer.confirmed).first().waitFor();
    await inOrder(eka);

    // The others answer in systems of their own; whoever holds the page open sees it.
    const path = { interviewId: id, bookingId: booking.id };
    for (const { agency, state } of (await standing(id)).agencies)
      if (state === 'asked') await world.as(agency)(confirmBooking, { path });
    await page.getByText(t.said.booked).waitFor();
    await inOrder(davit);
    for (const one of [davit, salome, eka]) await one.close();
  });
});

describe('a time', () => {
  const { visit: t, steps, fillIn } = words('ka');

  it('that the prosecutor cannot make is moved, and everybody is asked again', async () => {
    const id = await aVisit();
    const before = await held(id);
    const salome = await prosecutor('ka', 'desktop');
    await salome.page.goto(at(id));
    await salome.page.getByRole('button', { name: t.decline.title }).click();
    await salome.page.getByRole('button', { name: t.decline.do }).click();
    await salome.page.getByText(fillIn).first().waitFor();
    await inOrder(salome);
    await salome.page.getByLabel(t.why, { exact: true }).selectOption('court-hearing');
    await salome.page.getByText(t.decline.other.nobody).click();
    await salome.page.getByRole('button', { name: t.decline.do }).click();
    await salome.page.getByRole('button', { name: t.decline.do }).waitFor({ state: 'detached' });
    await inOrder(salome);
    await salome.close();

    // A colleague was asked in her place, so the time still stands; the police prefers another.
    const davit = await police('ka', 'desktop');
    const { page } = davit;
    await page.goto(at(id));
    await page.getByRole('link', { name: t.move.find }).click();
    await page.getByText(t.move.lead).waitFor();
    await page.getByRole('button', { name: t.found.choose }).nth(3).click();
    await page.getByRole('button', { name: t.move.do }).click();
    await page.getByText(t.answer.asked).first().waitFor();
    await inOrder(davit);
    const now = await standing(id);
    expect(now.id).not.toBe(before.id);
    expect(now.agencies.every(({ state }) => state === 'asked')).toBe(true);
    await davit.close();
  });

  it('is not there: the page says what is in the way, and the visit waits', async () => {
    const id = await aVisit();
    const davit = await police('ka', 'phone');
    const { page } = davit;
    await page.goto(at(id, '/times'));
    await page.getByText(t.search.more).click();
    const night = new Date(Date.parse(world.now()) + 2 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel(t.search.from).fill(`${night}T02:00`);
    await page.getByLabel(t.search.to).fill(`${night}T03:00`);
    await page.getByRole('button', { name: t.search.again }).click();
    await page.getByRole('heading', { name: t.none.title }).waitFor();
    expect(await page.locator('main .notice').count()).toBeGreaterThan(0);
    await inOrder(davit);
    await page.getByLabel(t.why, { exact: true }).selectOption('nothing-free');
    await page.getByRole('button', { name: t.wait.do }).click();
    await page.getByText(t.wait.waits).waitFor();
    await inOrder(davit);
    await davit.close();
  });

  it('is planned together: questions are filed, looked at, and the meeting is written down', async () => {
    const id = await aVisit();
    const davit = await police('ka', 'desktop');
    const { page } = davit;
    await page.goto(at(id, '/planning'));
    await page.getByRole('button', { name: t.questions.file }).click();
    await page.getByLabel(t.questions.topic).selectOption('what-happened');
    await page.getByLabel(t.questions.question, { exact: true }).fill(QUESTION);
    await page.getByRole('button', { name: t.questions.do }).click();
    await page.getByText(QUESTION).waitFor();
    await page.getByText(t.questions.leading).waitFor();
    await inOrder(davit);

    await page.getByRole('button', { name: t.meeting.hold }).click();
    const when = new Date(Date.parse(world.now()) + 4 * 3_600_000).toISOString().slice(0, 16);
    await page.getByLabel(t.meeting.when).fill(when);
    for (const group of [t.meeting.there, t.meeting.agenda]) {
      const all = page.getByRole('group', { name: group }).locator('label');
      for (const one of await all.all()) await one.click();
    }
    await page.getByRole('button', { name: t.meeting.addDecision }).click();
    await page.getByLabel(t.meeting.item).selectOption('safety-now');
    await page.getByLabel(t.meeting.note).fill(DECIDED);
    await page.getByLabel(words('ka').tasks.agency, { exact: true }).selectOption(LEAD);
    await page.getByLabel(steps.personHint).fill('გიორგი კობახიძე');
    await inOrder(davit);
    await page.getByRole('button', { name: t.meeting.do }).click();
    await page.getByText(DECIDED).waitFor();
    await inOrder(davit);
    const kept = await keptBy(davit);
    for (const said of [QUESTION, DECIDED, 'კობახიძე']) expect(kept).not.toContain(said);
    await page.goto(at(id, '/further'));
    await page.getByRole('button', { name: t.close.open }).waitFor();
    await inOrder(davit);
    await davit.close();
  });
});

describe('brothers and sisters', () => {
  it('come on one day, each in its turn, with the worker they know', async () => {
    const { decide: d, child, childs } = words('ka').visit;
    const [one, other] = [await atWork(world), await atWork(world)];
    const [id] = [await opened(world, one.caseId), await opened(world, other.caseId)];
    const giorgi = await signedIn('person-giorgi-agency-imereti', 'ka', 'phone');
    const { page } = giorgi;
    await page.goto(at(id));
    await page.getByRole('button', { name: d.title }).click();
    await page.getByLabel(d.kind).selectOption('siblings');
    await page.getByLabel(d.sibling).fill('ER-ZZZZ-ZZZZ');
    await page.getByText(d.siblingNone).waitFor();
    await page.getByRole('button', { name: d.do }).click();
    await page.getByText(words('ka').fillIn).first().waitFor();
    const unknown = giorgi.complaints.splice(0);
    expect(unknown.every((one) => one.includes('status of 404'))).toBe(true);
    await inOrder(giorgi);
    await page.getByLabel(d.sibling).fill(receiptOf(other.id));
    await page.getByText(d.siblingFound.split(':')[0] ?? '').waitFor();
    await page.getByLabel(d.turn).selectOption('2');
    await inOrder(giorgi);
    await page.getByRole('button', { name: d.do }).click();
    const turn = child.order.replace('{{number}}', '2');
    await page.getByRole('definition').filter({ hasText: turn }).waitFor();

    await page.getByRole('button', { name: childs.addWish }).click();
    await page.getByText(label('ka', 'visitWishes', 'known-worker')).click();
    await page.getByRole('button', { name: childs.do }).click();
    await page.getByText(words('ka').fillIn).waitFor();
    await page.getByLabel(childs.worker).selectOption('person-giorgi-agency-imereti');
    await inOrder(giorgi);
    await page.getByRole('button', { name: childs.do }).click();
    await page.getByRole('heading', { name: childs.wishes }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'გიორგი' }).waitFor();
    await inOrder(giorgi);
    await giorgi.close();
  });
});

describe('an interview that was broken off', () => {
  it('can be booked again once the child itself has said that it wants to go on', async () => {
    const { further, time } = words('ka').visit;
    const { interviewId: id } = await interviewed(world, 'continue');
    const nanuli = await signedIn('person-nanuli-centre-kutaisi', 'ka', 'desktop');
    const { page } = nanuli;
    await page.goto(at(id));
    await page.getByText(further.awaits['child-not-asked-yet']).waitFor();
    await inOrder(nanuli);
    await page.getByRole('main').getByRole('link', { name: further.title }).last().click();
    await page.getByRole('button', { name: further.record }).click();
    await page.getByText(words('ka').fillIn).waitFor();
    await page.getByText(label('ka', 'yesNo', 'yes'), { exact: true }).click();
    await page.getByRole('button', { name: further.record }).click();
    await page.getByText(further.agreed.split(':')[0] ?? '').waitFor();
    await inOrder(nanuli);
    await nanuli.close();

    const davit = await police('ka', 'phone');
    await davit.page.goto(at(id));
    await davit.page.getByText(time.none, { exact: true }).waitFor();
    await davit.close();
  });
});
