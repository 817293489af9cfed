import { describe, expect, it } from 'vitest';
import { writtenAs } from '../../console/words/moments.ts';
import { getRoster, publishRoster } from '../../shared/contract/duty.ts';
import { AgencyId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { inOrder, keptBy, type Size, settled } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { walksIn } from './walks.ts';
import { label, words } from './words.ts';

const DESK = 'person-tamar-agency-imereti';
const agencyId = AgencyId.parse('agency-imereti');
const HOUR_MS = 3_600_000;

/** What the caller says: looked for afterwards wherever the browser keeps anything. */
const WORRY = 'მეზობლის ბავშვი ღამით ეზოში ტირის და შინ არ უშვებენ';
const PLACE = 'რუსთაველის 12, ეზოში';
const CALLER = 'მანანა გელაშვილი';
const PHONE = '599 76 54 32';
/** The signs of a receipt number, each read out for itself. */
const SIGNS = 10;

onStage();

const atTheDesk = (lang: Lang, size: Size) => signedIn(DESK, lang, size);

/** Two people who take turns, somebody of them there for the whole coming week. */
async function coveredWeek(): Promise<void> {
  const call = world.as('agency-imereti');
  const path = { agencyId };
  const { version } = (await call(getRoster, { path })).body;
  const people = [
    { name: 'თამარ ბერიძე', phone: '599 00 11 22', account: DESK },
    { name: 'გიორგი კაპანაძე', phone: '599 00 11 33' },
  ];
  const at = (hours: number) => new Date(Date.parse(world.now()) + hours * HOUR_MS).toISOString();
  const shifts = [
    { from: at(-1), to: at(100), person: 0 },
    { from: at(100), to: at(200), person: 0 },
  ];
  const head = { name: 'ნანა ლომიძე', phone: '599 00 11 44' };
  await call(publishRoster, { path, ifMatch: version, body: { people, shifts, head } });
}

describe.each(walksIn('ka'))('the duty desk (%s, %s)', (lang, size) => {
  const t = words(lang);

  it('publishes a roster, sees in red when nobody is on duty, and closes the gap', async () => {
    await coveredWeek();
    const desk = await atTheDesk(lang, size);
    const { page } = desk;
    await page.getByRole('link', { name: t.nav.duty, exact: true }).click();
    await page.getByRole('heading', { name: t.duty.now }).waitFor();
    await page.getByText('თამარ ბერიძე').first().waitFor();
    expect(await page.getByText(t.duty.nobody, { exact: true }).count()).toBe(0);
    expect(await page.getByText(t.duty.gaps).count()).toBe(0);
    await inOrder(desk);

    await page.getByRole('link', { name: t.duty.change }).click();
    const soon = writtenAs(new Date(Date.parse(world.now()) + 20 * HOUR_MS));
    await page.getByLabel(t.duty.to, { exact: true }).first().fill(soon);
    await inOrder(desk);
    await page.getByRole('button', { name: t.duty.publish }).click();
    await page.getByText(t.duty.gaps).waitFor();
    await page.locator('.duty-shift[data-tone=danger]').first().waitFor();
    expect(await page.getByText(t.duty.nobody, { exact: true }).count()).toBeGreaterThan(0);
    await inOrder(desk);

    await page.getByRole('link', { name: t.duty.change }).click();
    await page.getByRole('button', { name: t.duty.addShift }).click();
    // Somebody has to be chosen: a gap is closed by a person.
    await page.getByRole('button', { name: t.duty.publish }).click();
    await page.getByText(t.duty.lookAgain).waitFor();
    await page
      .getByLabel(t.duty.who, { exact: true })
      .last()
      .selectOption({ label: 'გიორგი კაპანაძე' });
    await inOrder(desk);
    await page.getByRole('button', { name: t.duty.publish }).click();
    await page.getByRole('heading', { name: t.duty.now }).waitFor();
    await page.getByText('გიორგი კაპანაძე').first().waitFor();
    expect(await page.getByText(t.duty.gaps).count()).toBe(0);
    expect(await page.locator('.duty-shift[data-tone=danger]').count()).toBe(0);
    const { gaps } = (await world.as('agency-imereti')(getRoster, { path: { agencyId } })).body;
    expect(gaps).toEqual([]);
    await desk.close();
  });

  it('writes a call down, reads out its number, and hands the work over', async () => {
    await coveredWeek();
    const desk = await atTheDesk(lang, size);
    const { page } = desk;
    await settled(page, t.waiting);
    const before = await page.locator('a.line').count();
    await page.getByRole('link', { name: t.nav.duty, exact: true }).click();
    await page.getByRole('link', { name: t.duty.takeCall }).click();
    await page.getByRole('button', { name: t.duty.saveCall }).click();
    await page.getByText(t.duty.askBefore).waitFor();
    await inOrder(desk);

    expect(await page.locator('a[href="tel:112"]').count()).toBe(0);
    await page.getByText(t.danger.unsure, { exact: true }).click();
    // Not sure is as good as yes, as it is for whoever is asked to come.
    await page.locator('a[href="tel:112"]').waitFor();
    await page.getByLabel(t.duty.worry).fill(WORRY);
    await page.getByLabel(t.needed.where).fill(PLACE);
    await page.getByLabel(t.needed.municipality).selectOption('zestaponi');
    await page.getByLabel(t.duty.callerName, { exact: true }).fill(CALLER);
    await page.getByLabel(t.duty.callBack).fill(PHONE);
    await page.getByRole('button', { name: t.duty.saveCall }).dblclick();
    await page.getByRole('heading', { name: t.receipt.title }).waitFor();
    const receipt = await page.locator('strong.number').textContent();
    const spelled = await page.locator('.spelled-sign strong').allTextContents();
    expect(spelled).toHaveLength(SIGNS);
    expect(spelled.join('')).toBe(receipt?.replaceAll('-', ''));
    const [first = ''] = spelled;
    await page.getByText(t.duty.signs[first], { exact: true }).first().waitFor();
    await inOrder(desk);
    await world.hub.idle();

    await page.getByRole('link', { name: t.tasks.title, exact: true }).click();
    await page.locator('a.line').nth(before).waitFor();
    await inOrder(desk);
    await page.getByRole('link', { name: t.work.ended, exact: true }).click();
    await page.getByRole('heading', { name: t.work.noneEnded }).waitFor();
    await inOrder(desk);

    await page.getByRole('link', { name: t.nav.duty, exact: true }).click();
    await page.getByRole('link', { name: t.duty.handOver }).click();
    const untaken = page.getByRole('heading', { name: t.duty.group.untaken });
    await untaken.waitFor();
    await inOrder(desk);
    await page.getByText(t.duty.told, { exact: true }).first().click();
    const told = t.duty.goneThrough.split('{{')[0];
    await page.getByText(`${told}1`).waitFor();

    await page
      .getByRole('link', { name: label(lang, 'taskKinds', 'assess-safety') })
      .first()
      .click();
    await page.getByRole('heading', { name: t.steps.title }).waitFor();
    await page.getByRole('link', { name: t.work.service }).click();
    await page.getByRole('heading', { name: t.work.facts }).waitFor();
    await inOrder(desk);

    const kept = await keptBy(desk);
    for (const said of [WORRY, PLACE, CALLER, PHONE]) expect(kept).not.toContain(said);
    await desk.close();
  });
});
