import { describe, expect, it } from 'vitest';
import { writtenAs } from '../../console/words/moments.ts';
import { accept, readReferral, routed } from '../hub/steps.ts';
import { calmViolence } from '../hub/submissions.ts';
import { fields } from './fields.ts';
import { inOrder, keptBy, type Persona, settled } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { walksIn } from './walks.ts';
import { label, words } from './words.ts';

const LEAD = 'agency-imereti';
/** What is written of the family: looked for afterwards wherever the browser keeps anything. */
const FATHER = 'მამა, ზაზა';
const GRANDMOTHER = 'ბებია, ნათელა';
const PHONE = '599 65 43 21';
const SPEAKER = 'ეკა ლომიძე';

onStage();

/** A case that a person of the lead unit has taken on. */
async function aCase(): Promise<string> {
  const { id, task } = await routed(
    world,
    calmViolence({ allegedPerpetrators: [{ relation: 'father', livesWithChild: 'yes' }] }),
  );
  await accept(world, LEAD, task('assess-safety'));
  await world.advance('PT10M');
  const { case: opened } = await readReferral(world, LEAD, id);
  return `/app/cases/${opened}`;
}

const inHours = (hours: number) => writtenAs(new Date(Date.parse(world.now()) + hours * 3_600_000));

describe.each(walksIn('en'))('the unit that leads (%s, %s)', (lang, size) => {
  const t = words(lang);
  const said = (list: string, code: string) => label(lang, list, code);

  async function decides({ page }: Persona): Promise<void> {
    const { pick, write, one } = fields(page);
    await page.getByRole('link', { name: t.case.parts.safety, exact: true }).click();
    await page.getByText(t.case.safety.none).waitFor();
    await page.getByRole('button', { name: t.case.safety.decide }).click();
    await one(t.case.safety.wasIt, t.case.safety.itWas);
    await page.getByRole('button', { name: t.case.safety.save }).click();
    // Nothing is sent before everything is said.
    expect(await page.getByText(t.fillIn).count()).toBeGreaterThan(5);
    await write(t.case.safety.seenAt, writtenAs(new Date(world.now())));
    await write(t.case.safety.seenBy, 'თამარ ბერიძე');
    await one(t.case.safety.aloneAsk, t.yesNo.yes);
    await pick(t.case.safety.where, 'school');
    await pick(t.case.safety.sleeps, 'protective-relative');
    await pick(t.case.safety.measureKind, 'protective-order');
    await write(t.case.safety.against, FATHER);
    await write(t.case.safety.validUntil, inHours(240));
    await one(t.case.safety.siblingsAsk, t.case.safety.sibling.none);
    await write(t.case.safety.reviewBy, inHours(100));
    await write(t.case.safety.reason, 'ბებიასთან რჩება, სადაც უსაფრთხოდაა.');
    await page.getByRole('button', { name: t.case.safety.save }).click();
    await page.getByText(t.case.safety.state.current, { exact: true }).waitFor();
    await page.getByText(`${said('measures', 'protective-order')}: ${FATHER}`).waitFor();
    await page.locator('dd').getByText(said('sleepsTonight', 'protective-relative')).waitFor();
  }

  async function speaks({ page }: Persona): Promise<void> {
    const { pick, write, one } = fields(page);
    await page.getByRole('link', { name: t.case.parts.family, exact: true }).click();
    await page.getByText(t.case.speaker.undecided).waitFor();
    await page.getByRole('button', { name: t.case.speaker.decide }).click();
    await pick(t.case.speaker.capacity, 'procedural-representative');
    await write(t.case.speaker.name, SPEAKER);
    for (const tie of Object.values({ ...t.case.ties, unknownIsYes: undefined }))
      if (tie) await one(tie as string, t.yesNo.no);
    await write(t.case.why, 'მშობელი სავარაუდო მოძალადესთან ცხოვრობს.');
    await page.getByRole('button', { name: t.case.save }).click();
    await page.getByText(SPEAKER).waitFor();
    await page.getByText(t.case.speaker.current, { exact: true }).waitFor();
  }

  async function confirmsContact({ page, complaints }: Persona): Promise<void> {
    const { write, one } = fields(page);
    await page.getByRole('button', { name: t.case.shield.confirm }).click();
    await write(t.safe.person, GRANDMOTHER);
    await write(t.safe.phone, PHONE);
    await one(t.case.ties.accused, t.yesNo.no);
    await one(t.case.ties.sharesHousehold, t.yesNo.no);
    await page.getByRole('button', { name: t.case.shield.confirmDo }).click();
    // Whether she depends on the father was left open: that counts as yes.
    await page.getByText(said('shieldRules', 'contact-depends')).first().waitFor();
    // The browser says so when the hub refuses.
    expect(complaints.splice(0)).toMatchObject([expect.stringContaining('409')]);
    await one(t.case.ties.dependsOnAccused, t.yesNo.no);
    await one(t.case.shield.inHousehold, t.yesNo.no);
    await page.getByRole('button', { name: t.case.shield.confirmDo }).click();
    await page.getByText(t.case.shield.state.reach, { exact: true }).waitFor();
    await page.getByText(GRANDMOTHER).first().waitFor();
  }

  async function opensVisit({ page }: Persona): Promise<void> {
    await page.getByRole('link', { name: t.case.parts.visits, exact: true }).click();
    await page.getByText(t.case.visit.none).waitFor();
    await page.getByRole('button', { name: t.case.visit.open, exact: true }).click();
    await page.getByRole('button', { name: t.case.visit.openDo, exact: true }).click();
    const visit = page.getByRole('link', { name: t.case.visit.one, exact: true });
    await visit.waitFor();
    expect(await visit.getAttribute('href')).toMatch(/^\/app\/visits\/int_/);
  }

  async function addsTaskAndAsks({ page }: Persona): Promise<void> {
    const { pick, write } = fields(page);
    await page.getByRole('link', { name: t.case.parts.overview, exact: true }).click();
    await page.getByText(t.case.safety.counts).waitFor();
    await page.getByRole('button', { name: t.case.add.do, exact: true }).click();
    await pick(t.tasks.what, 'support-family');
    await pick(t.case.agencyKind, 'municipality');
    await pick(t.tasks.agency, 'municipality-zestaponi');
    await page.getByRole('button', { name: t.case.add.do, exact: true }).click();
    await page.getByRole('link', { name: said('taskKinds', 'support-family') }).waitFor();
    await page.getByRole('button', { name: t.case.waiver.ask, exact: true }).click();
    await pick(t.case.waiver.what, 'body');
    await pick(t.steps.reason, 'no-need-found');
    await write(t.case.waiver.note, 'შეფასდა, საჭიროება არ გამოიკვეთა.');
    await write(t.case.waiver.askedBy, 'თამარ ბერიძე');
    await page.getByRole('button', { name: t.case.waiver.send }).click();
    await page.getByText(t.case.waiver.waits, { exact: true }).waitFor();
  }

  it('sees the child safe, finds out who speaks for it, and asks a second person', async () => {
    const path = await aCase();
    const desk = await signedIn('person-tamar-agency-imereti', lang, size);
    await desk.page.goto(`${world.hub.url}${path}`);
    await desk.page.getByText(t.case.safety.none).waitFor();
    await settled(desk.page, t.waiting);
    await inOrder(desk);
    await decides(desk);
    await inOrder(desk);
    await speaks(desk);
    await confirmsContact(desk);
    await inOrder(desk);
    await opensVisit(desk);
    await inOrder(desk);
    await addsTaskAndAsks(desk);
    await inOrder(desk);

    const supervisor = await signedIn('person-ketevan-agency-imereti', lang, size);
    const { page } = supervisor;
    await page.goto(`${world.hub.url}${path}`);
    await page.getByRole('button', { name: t.case.waiver.confirm }).click();
    await page.getByText(t.case.waiver.holds, { exact: true }).waitFor();
    await page.getByText(t.case.track.waived, { exact: true }).waitFor();
    await inOrder(supervisor);
    // What the second person did is there for the first one.
    await desk.page.reload();
    await desk.page.getByText(t.case.waiver.holds, { exact: true }).waitFor();

    await page.getByRole('link', { name: t.case.parts.record, exact: true }).click();
    await page.getByText(t.case.conflict.none).waitFor();
    await settled(page, t.waiting);
    await inOrder(supervisor);
    await page.getByRole('link', { name: t.case.parts.access, exact: true }).click();
    await page.getByText('person-tamar-agency-imereti').first().waitFor();
    await page.getByText(t.case.access.decision.allow).waitFor();
    await inOrder(supervisor);

    for (const one of [desk, supervisor]) {
      const kept = await keptBy(one);
      for (const word of [FATHER, GRANDMOTHER, PHONE, SPEAKER]) expect(kept).not.toContain(word);
      await one.close();
    }
  });
});
