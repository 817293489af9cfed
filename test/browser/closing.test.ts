import { describe, expect, it } from 'vitest';
import type { ReferralId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { accept, complete, decided, routed, step, waived } from '../hub/steps.ts';
import { calmViolence, early } from '../hub/submissions.ts';
import { inOrder, keptBy, type Persona, settled } from './persona.ts';
import { onStage, signedIn, world } from './stage.ts';
import { walksIn } from './walks.ts';
import { label, words } from './words.ts';

const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';
const [NINO, GIORGI, KETEVAN, TAMAR, DAVIT, LELA, IRAKLI] = [
  'person-nino-school-zestaponi',
  'person-giorgi-agency-imereti',
  'person-ketevan-agency-imereti',
  'person-tamar-agency-imereti',
  'person-davit-police-imereti',
  'person-lela-resource-centre-zestaponi',
  'person-irakli-municipality-zestaponi',
] as const;

/** What is written of the child: looked for afterwards wherever the browser keeps anything. */
const MISTAKE = 'კლასი შემეშალა: ბავშვი მე-4ბ კლასშია';
const FOUND = 'ვესაუბრე მასწავლებელს; ბავშვი იგივეა';
const RIGHT = 'ბავშვი ბებიასთან ცხოვრობს';

onStage();

/** Opens a page of a referral, with all that it says. */
async function at({ page }: Persona, id: ReferralId, lang: Lang, part = ''): Promise<void> {
  await page.goto(`${world.hub.url}/app/referrals/${id}${part && `/${part}`}`);
  await settled(page, words(lang).waiting);
}

/** All work for the child is done; whoever referred has not been told anything. */
async function worked(): Promise<ReferralId> {
  const { id, task } = await routed(world, calmViolence(), { from: NINO });
  await accept(world, LEAD, task('assess-safety'));
  await decided(world, LEAD, id);
  const safe = { to: 'completed', outcome: 'safe-at-home' } as const;
  await step(world, LEAD, task('assess-safety'), safe);
  await complete(world, POLICE, task('register-report'), 'registered');
  await complete(world, LEAD, task('offer-psychological-support'), 'support-accepted');
  await waived(world, id, 'body');
  return id;
}

async function nothingKept(all: readonly Persona[]): Promise<void> {
  for (const one of all) {
    const kept = await keptBy(one);
    for (const said of [MISTAKE, FOUND, RIGHT, 'სილურჯე']) expect(kept).not.toContain(said);
    await one.close();
  }
}

describe.each(walksIn('en'))('a referral (%s, %s)', (lang, size) => {
  const t = words(lang);

  it('is closed once what whoever referred states was considered by two, and the answer was heard', async () => {
    const id = await worked();
    const teacher = await signedIn(NINO, lang, size);
    await at(teacher, id, lang, 'statements');
    await teacher.page.getByText(label(lang, 'statementKinds', 'mistake'), { exact: true }).click();
    await teacher.page.getByLabel(t.sent.inYourWords).fill(MISTAKE);
    await teacher.page.getByRole('button', { name: t.sent.state }).click();
    await teacher.page.getByText(MISTAKE, { exact: true }).first().waitFor();
    await inOrder(teacher);
    await world.hub.idle();

    const worker = await signedIn(GIORGI, lang, size);
    await at(worker, id, lang, 'closing');
    for (const code of ['statement-not-considered', 'outcome-missing'])
      await worker.page
        .getByText(label(lang, 'closureConditions', code))
        .first()
        .waitFor();
    expect(await worker.page.getByRole('button', { name: t.sent.close }).count()).toBe(0);
    await inOrder(worker);
    const supervisor = await signedIn(KETEVAN, lang, size);
    for (const one of [worker, supervisor]) {
      await at(one, id, lang, 'statements');
      await one.page.getByRole('button', { name: t.sent.consider }).click();
      await one.page.getByLabel(t.sent.considerNote).fill(FOUND);
      await one.page.getByRole('button', { name: t.sent.consider }).click();
      await one.page.getByText(FOUND).first().waitFor();
      await inOrder(one);
    }
    await supervisor.page.getByText(t.sent.consideredByAll).waitFor();

    await at(supervisor, id, lang);
    await supervisor.page.getByLabel(t.write.answer).selectOption('outcome-protected');
    await supervisor.page.getByRole('button', { name: t.write.send }).click();
    const told = label(lang, 'feedback', 'outcome-protected');
    await supervisor.page.locator('article').getByText(told).waitFor();
    await at(teacher, id, lang);
    const read = teacher.page.getByRole('button', { name: t.feedback.acknowledge });
    await read.click();
    await read.waitFor({ state: 'detached' });
    await inOrder(teacher);

    await at(supervisor, id, lang, 'closing');
    await supervisor.page.getByText(t.sent.nothingOpen).waitFor();
    await supervisor.page.getByLabel(t.steps.reason).selectOption('help-given');
    await inOrder(supervisor);
    await supervisor.page.getByRole('button', { name: t.sent.close }).click();
    await supervisor.page.getByText(t.sent.closed).waitFor();
    await inOrder(supervisor);
    await at(teacher, id, lang);
    await teacher.page
      .getByText(label(lang, 'referralStatuses', 'closed'))
      .first()
      .waitFor();
    await inOrder(teacher);
    await nothingKept([teacher, worker, supervisor]);
  });

  it('is explained page by page, added to, and taken back where it was wrong', async () => {
    const { id, task } = await routed(world, calmViolence());
    await accept(world, LEAD, task('assess-safety'));
    await accept(world, POLICE, task('register-report'));
    const desk = await signedIn(TAMAR, lang, size);
    const { page } = desk;
    await at(desk, id, lang, 'why');
    await page
      .getByText(label(lang, 'taskKinds', 'register-report'))
      .first()
      .waitFor();
    await page
      .getByText(label(lang, 'clocks', 'first-feedback'))
      .first()
      .waitFor();
    await inOrder(desk);

    await page.getByRole('link', { name: t.sent.part.news, exact: true }).click();
    await page.getByLabel(t.sent.whatIsNew).fill(RIGHT);
    await page.getByRole('button', { name: t.sent.add, exact: true }).click();
    await page.locator('dd').getByText(RIGHT).waitFor();
    await inOrder(desk);

    await page.getByRole('link', { name: t.sent.part.recalls, exact: true }).click();
    await page.getByRole('button', { name: t.sent.makeRecall }).click();
    await page.getByText(label(lang, 'recallKinds', 'correction'), { exact: true }).click();
    await page.getByLabel(t.steps.reason).selectOption('contact-wrong');
    await page.getByLabel(t.sent.isRight).fill(RIGHT);
    await inOrder(desk);
    await page.getByRole('button', { name: t.sent.makeRecall }).click();
    await page.getByRole('heading', { name: label(lang, 'recallKinds', 'correction') }).waitFor();
    await inOrder(desk);
    await world.hub.idle();

    const police = await signedIn(DAVIT, lang, size);
    await settled(police.page, t.waiting);
    await police.page.getByRole('link', { name: t.work.recalls }).click();
    await police.page.getByText(t.sent.recallPart.answers).first().waitFor();
    await inOrder(police);
    await police.page.locator('a.line').first().click();
    await police.page.getByText(label(lang, 'recallStatuses', 'kept'), { exact: true }).click();
    await police.page.getByLabel(t.sent.basis).selectOption('crime-investigation');
    await police.page.getByLabel(t.sent.whoAnswers).fill('დავითი');
    await inOrder(police);
    const answer = police.page.getByRole('button', { name: t.sent.answer, exact: true });
    await answer.click();
    await answer.waitFor({ state: 'detached' });
    await inOrder(police);

    await at(desk, id, lang, 'recalls');
    await page
      .getByText(label(lang, 'recallBases', 'crime-investigation'))
      .first()
      .waitFor();
    await at(desk, id, lang, 'looked');
    await page.getByText(t.looks.you, { exact: true }).first().waitFor();
    await page.locator('.entry summary').first().click();
    await page.locator('.entry details li').first().waitFor();
    await inOrder(desk);
    await nothingKept([desk, police]);
  });
});

describe('a family that consents', () => {
  const t = words('en');

  it('opens itself to the municipality, and closes it again: what was told is taken back', async () => {
    const consent = { state: 'refused' as const, by: 'დედა', on: world.now().slice(0, 10) };
    const sent = early({ 'low-income': 'yes', 'no-home': 'yes' }, { consent });
    const { id, asked, task } = await routed(world, sent, { from: 'resource-centre-zestaponi' });
    await accept(world, 'municipality-zestaponi', task(asked[0]?.kind ?? ''));
    const service = await signedIn(IRAKLI, 'en', 'desktop');
    await at(service, id, 'en', 'consents');
    await service.page.getByText(t.sent.consentMissing).waitFor();
    await inOrder(service);

    const officer = await signedIn(LELA, 'en', 'desktop');
    const { page } = officer;
    await at(officer, id, 'en', 'consents');
    await page.getByRole('button', { name: t.sent.recordConsent }).click();
    await page.getByLabel(t.sent.consentFrom).selectOption('legal-representative');
    await page.getByLabel(t.sent.consentPerson).fill('მარიამი');
    await page.getByText(label('en', 'sharingPurposes', 'family-support'), { exact: true }).click();
    await page.getByText(label('en', 'agencyKinds', 'municipality'), { exact: true }).click();
    await page.getByLabel(t.sent.givenOn).fill(world.now().slice(0, 10));
    await page.getByLabel(t.sent.evidence).selectOption('signed-form');
    await inOrder(officer);
    await page.getByRole('button', { name: t.sent.recordConsent }).click();
    await page.getByText(t.sent.consent['in-force'], { exact: true }).waitFor();
    await at(service, id, 'en', 'consents');
    await service.page.getByText(t.sent.inForce).waitFor();

    await page.getByRole('button', { name: t.sent.withdrawConsent }).click();
    await page.getByLabel(t.sent.whoWithdraws).selectOption('legal-representative');
    await inOrder(officer);
    await page.getByRole('button', { name: t.sent.withdrawConsent }).click();
    await page.getByText(t.sent.consentIsWithdrawn).waitFor();
    await inOrder(officer);
    await page.getByRole('button', { name: t.feedback.acknowledge }).click();
    await page.getByText(t.sent.consent.withdrawn, { exact: true }).first().waitFor();
    await at(service, id, 'en', 'consents');
    await service.page.getByText(t.sent.consentMissing).waitFor();
    await nothingKept([officer, service]);
  });
});

describe('two people at one task', () => {
  const t = words('ka');
  const status = (code: string) => label('ka', 'taskStatuses', code);

  it('are told of each other: the later one sees what changed, keeps what was written, and goes on', async () => {
    const { task } = await routed(world, calmViolence());
    const path = `${world.hub.url}/app/tasks/${task('assess-safety')}`;
    const [later, sooner] = [
      await signedIn(KETEVAN, 'ka', 'desktop'),
      await signedIn(GIORGI, 'ka', 'phone'),
    ];
    for (const { page } of [later, sooner]) {
      await page.goto(path);
      await page.getByRole('button', { name: t.steps.accepted }).waitFor();
    }
    await later.page.getByRole('button', { name: t.steps.accepted }).click();
    await later.page.getByLabel(t.steps.person).fill('ქეთევანი');
    await sooner.page.getByRole('button', { name: t.steps.received }).click();
    await sooner.page.getByLabel(t.steps.person).fill('გიორგი');
    await sooner.page.getByRole('button', { name: t.steps.do }).click();
    await sooner.page.getByText(status('received'), { exact: true }).first().waitFor();
    await inOrder(sooner);

    const confirm = later.page.getByRole('button', { name: t.steps.do });
    await confirm.click();
    const changed = later.page.getByRole('alert');
    await changed.getByText(status('requested')).waitFor();
    await changed.getByText(status('received')).waitFor();
    // A 412 stands in the browser's own journal; nothing else does.
    expect(later.complaints.filter((one) => !/412/.test(one))).toEqual([]);
    expect(await later.axe()).toEqual([]);
    await later.page.getByRole('button', { name: t.changed.show }).click();
    expect(await later.page.getByLabel(t.steps.person).inputValue()).toBe('ქეთევანი');
    await confirm.click();
    await later.page.getByText(status('accepted'), { exact: true }).first().waitFor();

    await nothingKept([later, sooner]);
  });
});
