import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../shared/domain/labels.ts';
import { fields } from './fields.ts';
import { inOrder, keptBy, type Persona, settled } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { walksInBoth } from './walks.ts';
import { label, words } from './words.ts';

const LELA = 'person-lela-resource-centre-zestaponi';
const IRAKLI = 'person-irakli-municipality-zestaponi';
/** What is written of the family: looked for afterwards wherever the browser keeps anything. */
const SAID = ['გიორგი', 'ნიმუშაძე', 'ბოლო ოცი დღიდან თოთხმეტი გააცდინა', 'დედა ღამით მუშაობს'];
const [GIVEN = '', FAMILY = '', EVIDENCE = '', MORE = ''] = SAID;

const { indicators } = JSON.parse(
  readFileSync('shared/policy/ge/instruments/early-identification-2026.json', 'utf8'),
) as { indicators: readonly { code: string; question: Record<Lang, string> }[] };
const SEEN = ['school-absence', 'low-income', 'single-parent'];
const answer = (code: string) =>
  SEEN.includes(code) ? 'yes' : code === 'isolated' ? 'not-known' : 'no';

onStage();

describe.each(walksInBoth)('a family that wants help (%s, %s)', (lang, size) => {
  const t = words(lang);
  const enters = (sub: string) => signedIn(sub, lang, size);

  /** What she saw herself; what she does not know stays so. */
  async function fills({ page }: Persona): Promise<void> {
    const { write, one } = fields(page);
    await page.getByRole('link', { name: t.early.short, exact: true }).click();
    await page.getByRole('button', { name: t.review.go }).click();
    await page.getByText(t.early.worryMissing).waitFor();
    await write(t.child.givenName, GIVEN);
    await write(t.child.familyName, FAMILY);
    await write(t.child.age, '9');
    await page.getByLabel(t.needed.municipality, { exact: true }).selectOption('zestaponi');
    for (const { code, question } of indicators)
      await one(question[lang], t.indicator[answer(code)]);
    await page.getByLabel(t.indicator.evidence).first().fill(EVIDENCE);
    await page.getByText(t.early.degree[2], { exact: true }).click();
    await write(t.early.narrative, MORE);
    await page.getByText(label(lang, 'consentStates', 'given'), { exact: true }).click();
    await write(t.early.consentBy, 'დედა');
    await write(t.early.consentOn, world.now().slice(0, 10));
  }

  it('is seen by the resource centre, helped by the municipality, and the answer is heard', async () => {
    const lela = await enters(LELA);
    await fills(lela);
    await inOrder(lela);
    await lela.page.getByRole('button', { name: t.review.go }).click();
    await lela.page.getByText(t.review.leads, { exact: true }).waitFor();
    await inOrder(lela);
    await lela.page.getByRole('button', { name: t.review.send, exact: true }).click();
    await lela.page.getByRole('heading', { name: t.receipt.title }).waitFor();
    const receipt = await lela.page.locator('strong.number').textContent();
    await inOrder(lela);
    await world.hub.idle();

    const irakli = await enters(IRAKLI);
    const { page } = irakli;
    await settled(page, t.waiting);
    await inOrder(irakli);
    await page
      .locator('a.line')
      .filter({ hasText: label(lang, 'taskKinds', 'support-family') })
      .filter({ hasText: label(lang, 'taskStatuses', 'requested') })
      .first()
      .click();
    const step = async (to: string, more: () => Promise<unknown> = async () => undefined) => {
      await page.getByRole('button', { name: t.steps[to], exact: true }).click();
      await more();
      await page.getByRole('button', { name: t.steps.do, exact: true }).click();
      await page
        .getByText(label(lang, 'taskStatuses', to), { exact: true })
        .first()
        .waitFor();
    };
    await step('accepted', () => page.getByLabel(t.steps.person).fill('სოფიო'));
    await step('in-progress');
    await step('on-hold', () => page.getByLabel(t.steps.reason).selectOption('waiting-for-family'));
    await inOrder(irakli);
    await step('in-progress');
    await step('completed', () => page.getByLabel(t.steps.outcome).selectOption('plan-agreed'));
    await inOrder(irakli);
    await page.getByRole('link', { name: t.tasks.referral }).click();
    await page.getByLabel(t.write.answer).selectOption('outcome-plan-agreed');
    await page.getByRole('button', { name: t.write.send }).click();
    await page
      .getByText(label(lang, 'feedback', 'outcome-plan-agreed'))
      .first()
      .waitFor();
    await inOrder(irakli);
    await world.hub.idle();

    await lela.page.getByRole('link', { name: t.receipt.follow }).click();
    await lela.page.getByText(String(receipt)).waitFor();
    const read = lela.page.getByRole('button', { name: t.feedback.acknowledge });
    await read.click();
    await read.waitFor({ state: 'detached' });
    await inOrder(lela);
    for (const one of [lela, irakli]) {
      const kept = await keptBy(one);
      for (const said of SAID) expect(kept).not.toContain(said);
      await one.close();
    }
  });
});
