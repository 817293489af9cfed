import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { writtenAs } from '../../console/words/moments.ts';
import { breakGlass } from '../../shared/contract/break-glass.ts';
import { getCase } from '../../shared/contract/cases.ts';
import { listAgencies } from '../../shared/contract/directory.ts';
import { getRoster, publishRoster } from '../../shared/contract/duty.ts';
import { AgencyId, receiptNumber } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { accept, readReferral, redirected, routed } from '../hub/steps.ts';
import { violence } from '../hub/submissions.ts';
import { wellWithinAWeek } from '../hub/weeks.ts';
import { settle } from '../hub/world.ts';
import { inOrder, keptBy, type Persona, type Size, settled } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { walksIn } from './walks.ts';
import { label, words } from './words.ts';

const LEAD = 'agency-imereti';
const OTHER = 'agency-tbilisi';
const POLICE = 'police-imereti';
const ZURA = 'person-zura-police-tbilisi';
const ELENE = 'person-elene-oversight-national';
const HAPPENED = 'სამსახურის ტელეფონი დაიკარგა და ვიღაცამ გახსნა';
/** A reason counts once: each run needs its own. */
const REASONS: Record<Lang, string> = {
  ka: 'პატრული ბინის კართან დგას და უნდა ვიცოდეთ, უსაფრთხოდ იქნება თუ არა ბავშვი ამაღამ.',
  en: 'საავადმყოფოში უგონო ბავშვი მოიყვანეს, ექიმი დაუყოვნებლივ ითხოვს ალერგიების სიას.',
};

onStage();
beforeAll(async () => {
  await wellWithinAWeek(world);
});

/** A child of whom somebody far away read in an emergency, while the police here answered nobody. */
async function aChildWaits(lang: Lang) {
  const { id, task } = await routed(world, violence({ immediateDanger: 'yes' }));
  await accept(world, LEAD, task('assess-safety'));
  const { case: caseId } = await readReferral(world, LEAD, id);
  if (!caseId) throw new Error('the referral has no case');
  const body = { record: caseId, reason: REASONS[lang] };
  await world.as(ZURA)(breakGlass, { body });
  await world.as(ZURA)(getCase, { path: { caseId } });
  const sent = await routed(world, violence({ immediateDanger: 'yes' }));
  await redirected(world, LEAD, sent.task('assess-safety'), OTHER);
  // Past the quarter of an hour in which the police had to answer.
  await world.advance('PT20M');
  await world.hub.idle();
  return { receipt: receiptNumber(id), referral: id, caseId };
}

/** Nobody is on duty there from the day after tomorrow on. */
async function aGap(): Promise<void> {
  const at = (hours: number) => new Date(Date.parse(world.now()) + hours * 3_600_000).toISOString();
  const path = { agencyId: AgencyId.parse(OTHER) };
  const { version } = (await world.as(OTHER)(getRoster, { path })).body;
  const shifts = [{ from: at(-1), to: at(40), person: 0 }];
  const body = { people: [{ name: 'ნინო', phone: '599 00 77 01' }], shifts };
  await world.as(OTHER)(publishRoster, { path, body, ifMatch: version });
  await settle(world);
}

const nameOf = async (agency: string, lang: Lang): Promise<string> => {
  const { items } = (await world.as(LEAD)(listAgencies, { query: {} })).body;
  return items.find(({ id }) => id === agency)?.name[lang] ?? agency;
};

const officer = (lang: Lang, size: Size) => signedIn(ELENE, lang, size);

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
/** The entry of a list in which this stands. */
const entry = (page: Page, said: string) =>
  page.locator('.entry').filter({ hasText: said }).first();

describe.each(walksIn('en'))('an officer of oversight (%s, %s)', (lang, size) => {
  const t = words(lang);
  const o = t.oversight;

  it('sees where children wait, reviews an emergency look, accounts for an incident and signs the journal', async () => {
    const { receipt, caseId } = await aChildWaits(lang);
    await aGap();
    const one = await officer(lang, size);
    const { page } = one;
    const there = () => settled(page, t.waiting);

    // The board: the child, overdue, with who was turned to; and where nobody will be on duty.
    await there();
    const child = entry(page, receipt);
    await child.getByText(o.overdue, { exact: true }).waitFor();
    expect(await child.textContent()).toContain(label(lang, 'clocks', 'received'));
    expect(await child.textContent()).toContain(label(lang, 'ladderRoles', 'holder-deputy'));
    await child
      .getByRole('button', { name: o.duty.who.replace('{{agency}}', await nameOf(POLICE, lang)) })
      .click();
    await child.locator('a[href^="tel:"]').first().waitFor();
    const gap = page.locator('.entry').filter({ hasText: await nameOf(OTHER, lang) });
    await gap.getByText(o.gaps.ahead, { exact: true }).first().waitFor();
    await inOrder(one);
    await page.getByRole('link', { name: o.escalations.title }).click();
    await entry(page, receipt).getByText(o.escalations.done, { exact: true }).first().waitFor();
    await inOrder(one);

    // Agencies, and none of their people.
    await goTo(page, t.nav.units);
    await there();
    const police = page.getByRole('row').filter({ hasText: await nameOf(POLICE, lang) });
    expect(Number(await police.locator('td').first().textContent())).toBeGreaterThan(0);
    expect(await page.locator('main').textContent()).not.toMatch(/person-|თამარი/);
    await inOrder(one);
    await page.getByRole('link', { name: o.misses.title }).click();
    await there();
    await page.getByText(o.misses.redirected, { exact: true }).first().waitFor();
    await inOrder(one);

    // Somebody else looked in an emergency; a second person says whether it was right.
    await goTo(page, t.nav.watched);
    await there();
    await inOrder(one);
    await page.getByRole('link', { name: label(lang, 'watchedLists', 'break-glass') }).click();
    await there();
    await entry(page, caseId.slice(-6).toUpperCase()).getByRole('link').click();
    await page.getByText(REASONS[lang]).waitFor();
    await entry(page, o.action.case.read).waitFor();
    await inOrder(one);
    await page.getByRole('button', { name: t.lookReview.keep }).click();
    await page.getByText(t.fillIn).first().waitFor();
    await page.getByText(label(lang, 'breakGlassFindings', 'justified'), { exact: true }).click();
    await page.getByLabel(t.lookReview.because).fill('ამ ღამით გამოძახება დადასტურდა.');
    await page.getByRole('button', { name: t.lookReview.keep }).click();
    await page.getByText(o.ticket.review, { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: t.lookReview.keep }).count()).toBe(0);
    await inOrder(one);
    await page.getByRole('link', { name: o.ticket.all }).click();
    await there();
    const inNeed = entry(page, t.looks.inNeed);
    await inNeed.getByText(ZURA).waitFor();
    await inOrder(one);
    await inNeed.getByRole('link', { name: t.looks.ticket }).click();
    await page.getByText(o.ticket.review, { exact: true }).waitFor();

    await anIncident(one, lang);

    // A head of the journal, signed now.
    await goTo(page, t.nav.journal);
    await there();
    await page.getByRole('button', { name: o.journal.sign }).click();
    await page.locator('a.line').first().waitFor();
    await inOrder(one);
    await page.locator('a.line').first().click();
    await page.getByText(o.journal.signature, { exact: true }).waitFor();
    await there();
    await inOrder(one);

    const kept = await keptBy(one);
    for (const said of [REASONS[lang], HAPPENED, 'სილურჯე']) expect(kept).not.toContain(said);
    await one.close();
  });
});

/** Reported, counted to its end, and notified. */
async function anIncident(one: Persona, lang: Lang): Promise<void> {
  const { page } = one;
  const { nav, waiting, oversight: o } = words(lang);
  const hour = 3_600_000;
  const now = Date.parse(world.now());
  await goTo(page, nav.data);
  await settled(page, waiting);
  await inOrder(one);
  await page.getByRole('link', { name: o.incidents.new }).click();
  await page.getByLabel(o.incidents.from).fill(writtenAs(new Date(now - hour)));
  await page.getByLabel(o.incidents.to).fill(writtenAs(new Date(now - 2 * hour)));
  await page.getByLabel(o.incidents.note).fill(HAPPENED);
  await page.getByLabel(o.incidents.accounts).fill(ZURA);
  await page.getByRole('button', { name: o.incidents.report }).click();
  await page.getByText(o.wrong.order).waitFor();
  await inOrder(one);
  await page.getByLabel(o.incidents.to).fill(writtenAs(new Date(now)));
  await page.getByRole('button', { name: o.incidents.report }).click();
  await page.getByRole('button', { name: o.incidents.count }).click();
  await page.getByRole('heading', { name: o.incidents.mustTell }).waitFor();
  await settled(page, waiting);
  await page.getByRole('row').filter({ hasText: ZURA }).waitFor();
  await page
    .getByRole('row')
    .filter({ hasText: await nameOf(LEAD, lang) })
    .waitFor();
  await inOrder(one);
  await page.getByRole('button', { name: o.incidents.notify }).click();
  await page.getByText(o.incidents.notified.split('{{')[0]).first().waitFor();
  await inOrder(one);
}
